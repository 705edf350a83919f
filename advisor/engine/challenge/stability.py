"""How far the weight of one criterion can move before another framework comes first.

The other weights keep their proportions, so the lead over each rival is a straight line
in the weight, and the bound is where it meets zero: exact, no search (compare
Triantaphyllou & Sánchez 1997).
"""

from collections.abc import Sequence
from math import inf

import numpy as np

from advisor.engine.challenge.values import Table, Vector, values_of, weights_of
from advisor.engine.rank import ROUNDING
from advisor.model.record import record
from advisor.model.report import Ranked, Weighting
from advisor.model.robustness import StableWeight


@record
class _Crossing:
    """A rival that draws level at a weight, and how steeply it pulls ahead beyond it.

    Who draws level with others at the same weight comes first if it is the steepest.
    """

    weight: float
    steepness: float
    rival: str


def stable_weights(
    ranking: Sequence[Ranked], weighting: Sequence[Weighting]
) -> tuple[StableWeight, ...]:
    """Return the interval of each weight in which the first keeps the highest score.

    The one with the least room to either side first; those without a bound come last.
    At a bound the first is level with the rival named there; with a lead of zero it has
    no room on the side on which the rival gains. A lone framework has no rival, and a
    single criterion no other weight to give to or take from: both hold from 0 to 1.
    """
    if not ranking:
        return ()
    values, weights = values_of(ranking, weighting), weights_of(weighting)
    rivals = [each.framework for each in ranking[1:]]
    found = [
        _stable(each, _ends(values, weights, place), rivals)
        for place, each in enumerate(weighting)
    ]
    return tuple(sorted(found, key=lambda each: (_room(each), each.criterion)))


def _ends(values: Table, weights: Vector, place: int) -> tuple[Vector, Vector]:
    """Return the lead over each rival with none of the weight here, and with all."""
    leads = values[0] - values[1:]
    rest = np.delete(weights, place)
    if not rest.size:
        return leads[:, place], leads[:, place]
    others = np.delete(leads, place, axis=1)
    return others @ (rest / rest.sum()), leads[:, place]


def _stable(
    own: Weighting, ends: tuple[Vector, Vector], rivals: Sequence[str]
) -> StableWeight:
    under, over = [_Crossing(0.0, 0.0, "")], [_Crossing(1.0, 0.0, "")]
    for none, all_, rival in zip(*(e.tolist() for e in ends), rivals, strict=True):
        level = none / (none - all_) if none != all_ else own.weight
        if none < min(all_, -ROUNDING):
            under.append(_Crossing(min(level, own.weight), all_ - none, rival))
        if all_ < min(none, -ROUNDING):
            over.append(_Crossing(max(level, own.weight), none - all_, rival))
    low = min(under, key=lambda e: (-round(e.weight, 9), -e.steepness, e.rival))
    high = min(over, key=lambda e: (round(e.weight, 9), -e.steepness, e.rival))
    return StableWeight(
        own.criterion, own.weight, low.weight, high.weight, low.rival, high.rival
    )


def _room(own: StableWeight) -> float:
    """Return the way to the nearer bound at which somebody else comes first."""
    return min(
        own.weight - own.low if own.under else inf,
        own.high - own.weight if own.over else inf,
    )
