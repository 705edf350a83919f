"""The stack: what to use together with a framework for this project."""

from datetime import date

from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import Facts
from advisor.model.knowledge import Knowledge
from advisor.model.system import Layer, Status, phase_on

_ALIVE = (Status.ACTIVE, Status.MAINTENANCE)


def stack(
    knowledge: Knowledge, framework: str, facts: Facts, as_of: date
) -> tuple[str, ...]:
    """Return the framework and the layers on it that fit the project on that day."""
    layers = (
        each.id
        for each in knowledge.layers.values()
        if _stands(each, framework, as_of) and _alive(each, as_of)
        if evaluate(each.fits, facts) is Truth.TRUE
    )
    return (framework, *layers)


def _stands(layer: Layer, framework: str, as_of: date) -> bool:
    return any(
        each.framework == framework
        and each.since <= as_of
        and (each.until is None or as_of < each.until)
        for each in layer.stands_on
    )


def _alive(layer: Layer, as_of: date) -> bool:
    phase = phase_on(layer.status, as_of)
    return phase is not None and phase.status in _ALIVE
