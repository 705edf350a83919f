"""Dominance: who is equalled or surpassed by another on every criterion that matters."""

from collections.abc import Mapping, Sequence

from advisor.engine.rank import ROUNDING
from advisor.model.report import Ranked
from advisor.model.robustness import Dominated
from advisor.model.score import Score

# What a framework is worth on a criterion: at least, and at most.
_Reach = Mapping[str, tuple[float, float]]


def dominated(ranking: Sequence[Ranked]) -> tuple[Dominated, ...]:
    """Return the dominated frameworks, and by whom, both in the order of the ranking.

    A framework dominates another if it is at least as good on every weighted criterion
    and better on one. A gap may be anything from 0 to 1: it dominates only what is at 0
    and is dominated only by what is at 1, so two gaps never settle a criterion.
    """
    reach = {each.framework: _reach(each.score) for each in ranking}
    found = (
        Dominated(
            own,
            tuple(other for other in reach if _dominates(reach[other], reach[own])),
        )
        for own in reach
    )
    return tuple(each for each in found if each.by)


def _reach(own: Score) -> _Reach:
    known = {each.criterion: (each.value, each.value) for each in own.contributions}
    return known | {each.criterion: (0.0, 1.0) for each in own.gaps}


def _dominates(one: _Reach, other: _Reach) -> bool:
    """Compare the least of one with the most of the other."""
    leads = [least - other[each][1] for each, (least, _) in one.items()]
    return min(leads, default=0.0) >= -ROUNDING and max(leads, default=0.0) > ROUNDING
