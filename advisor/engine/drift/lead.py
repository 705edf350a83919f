"""By how much who was first is ahead of who is, and which criteria moved that."""

from collections.abc import Iterator, Mapping

from advisor.engine.drift.state import Decision
from advisor.engine.remember import Parts
from advisor.engine.shifts import shifts
from advisor.model.drift import Lead, MovedCriterion


def contest(before: Decision, after: Decision) -> Iterator[str]:
    """Yield who it is decided between: who is first, who was, then the next ones."""
    once, now = list(before.scores), list(after.scores)
    yield from dict.fromkeys((*now[:1], *once[:1], *now[1:], *once[1:]))


def lead_between(before: Decision, after: Decision) -> Lead | None:
    """Return the lead of who was first over who is, or over the next one if it stays.

    None where one of the two is missing from either ranking.
    """
    first = next(iter(before.scores), "")
    rival = next((each for each in contest(before, after) if each != first), "")
    pair = {first, rival}
    if not (pair <= before.scores.keys() and pair <= after.scores.keys()):
        return None
    moved: Mapping[str, float] = {}
    if before.parts and after.parts:
        moved = shifts(
            _parts(before.parts, first, rival), _parts(after.parts, first, rival)
        )
    return Lead(
        framework=first,
        rival=rival,
        before=before.scores[first] - before.scores[rival],
        after=after.scores[first] - after.scores[rival],
        criteria=tuple(MovedCriterion(each, shift) for each, shift in moved.items()),
    )


def _parts(parts: Parts, first: str, rival: str) -> Mapping[str, float]:
    return {
        criterion: row.get(first, 0.0) - row.get(rival, 0.0)
        for criterion, row in parts.items()
    }
