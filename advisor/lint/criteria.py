"""Criteria: what the weight of a statement is worked out from."""

from collections.abc import Iterator

from advisor.lint.wording import error, outside
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "criteria"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield criteria on which nothing could be weighed or explained."""
    for criterion in knowledge.criteria.values():
        subject = f"criterion:{criterion.id}"
        if not criterion.half_life.years > 0:
            years = criterion.half_life.years
            yield outside(NAME, subject, "half-life.years", years, "above 0")
        for key, text in (
            ("definition", criterion.definition),
            ("scale.worst", criterion.scale.worst),
            ("scale.best", criterion.scale.best),
            ("half-life.because", criterion.half_life.because),
        ):
            if not text.strip():
                message = f"{key}: empty"
                yield error(NAME, subject, message, "Say it in a sentence.")
