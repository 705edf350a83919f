"""The additive value model on fixed scales (Keeney & Raiffa 1976)."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import assert_never

from advisor.model.performance import SILENCE, Gap, Known, Performance
from advisor.model.report import Weighting
from advisor.model.score import Contribution, OpenShare, Score


def score(
    row: Mapping[str, Performance], weighting: Sequence[Weighting], neutral: float
) -> Score:
    """Score one row of the performance matrix; the addends are the explanation."""
    contributions: list[Contribution] = []
    gaps: list[OpenShare] = []
    for each in weighting:
        cell = row.get(each.criterion, SILENCE)
        match cell:
            case Known():
                contributions.append(_contribution(each, cell))
            case Gap():
                value = value_of(neutral, each.enough)
                gaps.append(OpenShare(each.criterion, each.weight, value, cell))
            case _:
                assert_never(cell)
    return Score(tuple(contributions), tuple(gaps))


def value_of(performance: float, enough: float | None) -> float:
    """Return what a performance is worth to the project, from 0 to 1.

    The value function is the identity, or rises in a straight line to 1 at `enough` and
    stays there: beyond what suffices, more performance is worth nothing.
    """
    if not enough:
        return performance
    return piecewise_linear(performance, ((0.0, 0.0), (enough, 1.0)))


def piecewise_linear(x: float, points: Sequence[tuple[float, float]]) -> float:
    """Interpolate between `points` (sorted by x); outside them the end values hold."""
    if x <= points[0][0]:
        return points[0][1]
    for (x0, y0), (x1, y1) in pairwise(points):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    return points[-1][1]


def _contribution(weighting: Weighting, cell: Known) -> Contribution:
    return Contribution(
        criterion=weighting.criterion,
        weight=weighting.weight,
        value=value_of(cell.value, weighting.enough),
        low=value_of(cell.low, weighting.enough),
        high=value_of(cell.high, weighting.enough),
        performance=cell,
    )
