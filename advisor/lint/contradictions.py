"""The contradiction ledger: claims that exist, each on one side."""

from collections.abc import Iterator

from advisor.lint.wording import Known, error, repeated, unknown
from advisor.model.evidence import Contradiction
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "contradictions"

_SIDES = 2


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield contradictions that do not set claims against each other."""
    for each in knowledge.contradictions.values():
        yield from _sides(each, knowledge)


def _sides(each: Contradiction, knowledge: Knowledge) -> Iterator[Finding]:
    subject = f"contradiction:{each.id}"
    known = Known("claim", knowledge.claims)
    if len(each.sides) < _SIDES:
        message = "has fewer than two sides"
        yield error(NAME, subject, message, "Add the side that says otherwise.")
    for side in each.sides:
        yield from unknown(NAME, subject, f"side {side.position!r}", side.claims, known)
        if not side.claims:
            message = f"nobody takes the side {side.position!r}"
            yield error(NAME, subject, message, "Name its claims, or drop the side.")
    every = [claim for side in each.sides for claim in side.claims]
    yield from repeated(NAME, subject, "sides", every)
    if not each.settle.strip():
        yield error(NAME, subject, "settle: empty", "Say how a reader can settle it.")
