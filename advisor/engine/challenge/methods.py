"""Other ways of making one order out of the same values and weights.

All but PROMETHEE judge each framework by itself, on the same fixed scales as the score,
so that adding or removing one never reorders the rest:

- the weighted product (Bridgman 1922), in logarithms: a bad value is not made good by
  others;
- TOPSIS (Hwang & Yoon 1981): how much closer to the best end of every scale than to the
  worst; these ends stand in for the best and worst of those that happen to be compared;
- PROMETHEE II with the usual criterion (Brans & Vincke 1985): how often a framework is
  better than another, and never by how much.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from advisor.engine.challenge.values import Table, Vector, values_of, weights_of
from advisor.engine.rank import ROUNDING, in_order
from advisor.model.report import Ranked, Weighting
from advisor.model.robustness import Method, Opinion


def opinions(
    ranking: Sequence[Ranked], weighting: Sequence[Weighting]
) -> tuple[Opinion, ...]:
    """Return the order that each method gives; equals in alphabetical order.

    Gaps stand at their neutral middle, as in the score. None where nobody is ranked.
    """
    if not ranking:
        return ()
    values, weights = values_of(ranking, weighting), weights_of(weighting)
    names = [each.framework for each in ranking]
    return tuple(
        Opinion(
            method,
            tuple(in_order(dict(zip(names, judge(values, weights), strict=True)))),
        )
        for method, judge in METHODS.items()
    )


def weighted_product(values: Table, weights: Vector) -> Vector:
    """Return the logarithm of each row's weighted product, at most 0.

    A value of 0 would be a veto without a number; it counts as the least that still
    differs from it (`ROUNDING`), which is as good as one.
    """
    product: Vector = np.log(np.maximum(values, ROUNDING)) @ weights
    return product


def topsis(values: Table, weights: Vector) -> Vector:
    """Return how close each row is to 1 everywhere, from 0 (it is 0 everywhere) to 1."""
    to_best = np.linalg.norm((1 - values) * weights, axis=1)
    to_worst = np.linalg.norm(values * weights, axis=1)
    closeness: Vector = to_worst / (to_worst + to_best)
    return closeness


def promethee(values: Table, weights: Vector) -> Vector:
    """Return the net flow of each row, from -1 (the worst throughout) to 1."""
    gaps = values[:, None, :] - values[None, :, :]
    better = np.sign(np.where(np.abs(gaps) > ROUNDING, gaps, 0.0)) @ weights
    flow: Vector = better.sum(axis=1) / max(1, len(values) - 1)
    return flow


METHODS: Mapping[Method, Callable[[Table, Vector], Vector]] = {
    Method.WEIGHTED_PRODUCT: weighted_product,
    Method.TOPSIS: topsis,
    Method.PROMETHEE: promethee,
}
