"""The stack: what to use together with a framework for this project."""

from datetime import date

from advisor.engine.conditions import holds
from advisor.engine.facts import Facts, many
from advisor.model.knowledge import Knowledge
from advisor.model.period import within
from advisor.model.reads import EXCLUDED_VENDORS
from advisor.model.system import Layer, alive_on


def stack(
    knowledge: Knowledge, framework: str, facts: Facts, as_of: date
) -> tuple[str, ...]:
    """Return the framework and the layers on it that fit the project on that day.

    What an excluded vendor makes does not fit.
    """
    barred = set(many(facts, EXCLUDED_VENDORS))
    layers = (
        each.id
        for each in knowledge.layers.values()
        if _stands(each, framework, as_of) and alive_on(each.status, as_of)
        if holds(each.fits, facts) and not barred.intersection(each.vendors_on(as_of))
    )
    return (framework, *layers)


def _stands(layer: Layer, framework: str, as_of: date) -> bool:
    return any(
        each.framework == framework and within(each.since, each.until, as_of)
        for each in layer.stands_on
    )
