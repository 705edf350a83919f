"""Criteria: what the weight of a statement is worked out from."""

from collections.abc import Iterator

from advisor.engine.soundness import PATH_CRITERION, PLATFORM_CRITERION
from advisor.lint.wording import error, outside
from advisor.model.criterion import Criterion, Shape
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "criteria"

_DERIVED = (PATH_CRITERION, PLATFORM_CRITERION)


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield criteria on which nothing could be weighed or explained."""
    for criterion in knowledge.criteria.values():
        subject = f"criterion:{criterion.id}"
        if not criterion.half_life.years > 0:
            years = criterion.half_life.years
            yield outside(NAME, subject, "half-life.years", years, "above 0")
        yield from _measure(criterion)
        yield from _derived(criterion)
        for key, text in (
            ("definition", criterion.definition),
            ("scale.worst", criterion.scale.worst),
            ("scale.best", criterion.scale.best),
            ("half-life.because", criterion.half_life.because),
        ):
            if not text.strip():
                message = f"{key}: empty"
                yield error(NAME, subject, message, "Say it in a sentence.")


def _derived(criterion: Criterion) -> Iterator[Finding]:
    subject = f"criterion:{criterion.id}"
    if criterion.derived and criterion.id not in _DERIVED:
        message = "derived: nothing works it out, so it stays a gap for ever"
        help_ = f"Only {' and '.join(_DERIVED)} are derived; take it out."
        yield error(NAME, subject, message, help_)
    if not criterion.derived and criterion.id in _DERIVED:
        message = "derived: missing, yet it is worked out from other records"
        yield error(NAME, subject, message, "Add derived: true.")


def _measure(criterion: Criterion) -> Iterator[Finding]:
    measure = criterion.scale.measure
    if measure is None:
        return
    subject = f"criterion:{criterion.id}"
    if measure.worst == measure.best:
        message = "scale.measure: worst and best are the same"
        yield error(NAME, subject, message, "Tell them apart.")
    if measure.shape is Shape.LOGARITHMIC and min(measure.worst, measure.best) <= 0:
        message = "scale.measure: a logarithmic scale begins above zero"
        yield error(NAME, subject, message, "Raise the lower end, or take linear.")
