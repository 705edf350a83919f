"""What matters how much, from comparing each criterion with the most and the least
important one: the best-worst method (Rezaei 2015, Omega 53:49-57).

A comparison is how many times as important one criterion is as another, a whole number
from 1 to 9. For n criteria 2n - 3 of them are enough.
"""

from collections.abc import Mapping
from math import exp, fsum, inf, log

from advisor.model.record import record

# Up to which ratio the comparisons are consistent enough, by the comparison of best and
# worst and the number of criteria from 3 to 9 (Liang, Brunelli & Rezaei 2020, table 3).
# With 1 or 2 between best and worst only full agreement is.
_FEWEST = 3
_THRESHOLDS = {
    3: (0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667),
    4: (0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683),
    5: (0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960),
    6: (0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262),
    7: (0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403),
    8: (0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657),
    9: (0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662),
}


@record
class Comparisons:
    """What was said of three to nine criteria.

    `best_to_others` is how many times as important the best is as each other one, the
    worst included; `others_to_worst` how many times as important each of the rest is as
    the worst.
    """

    best: str
    worst: str
    best_to_others: Mapping[str, int]
    others_to_worst: Mapping[str, int]

    @property
    def criteria(self) -> tuple[str, ...]:
        """Return every criterion that was compared, the best first."""
        return (self.best, *self.best_to_others)

    @property
    def best_to_worst(self) -> int:
        """Return how many times as important the best is as the worst."""
        return self.best_to_others[self.worst]


@record
class Consistency:
    """How far the comparisons contradict each other: 0 not at all, 1 or more entirely.

    Up to `threshold` the contradictions are small enough to be evened out. `weakest` is
    the criterion whose way from best to worst fits the direct one least.
    """

    ratio: float
    threshold: float
    weakest: str

    @property
    def acceptable(self) -> bool:
        """Say whether the weights can be relied on as they are."""
        return self.ratio <= self.threshold


def weights(said: Comparisons) -> dict[str, float]:
    """Return the weights whose ratios come nearest to what was said; they sum to 1.

    Nearest is meant as logarithmic least squares over the comparisons that were made,
    which has exactly one solution because they link all criteria (Bozóki, Fülöp & Rónyai
    2010, Mathematical and Computer Modelling 52:318-333), and which Csató (2024,
    arXiv:2304.12626) recommends for this method. Comparisons that agree give back the
    weights they came from.

    Setting the derivatives to zero leaves one unknown, the logarithm s of the ratio of
    best to worst: with b = ln(best to j) and w = ln(j to worst) of the n - 2 others, every
    other one lies at (s - b + w) / 2 above the worst, and
    s = (2 ln(best to worst) + sum of b + w) / n.
    """
    above = {
        each: (log(said.best_to_others[each]), log(times))
        for each, times in said.others_to_worst.items()
    }
    direct = 2 * log(said.best_to_worst)
    span = fsum([direct, *(fsum(each) for each in above.values())]) / (len(above) + 2)
    heights = {said.best: span, said.worst: 0.0} | {
        each: (span - below_best + above_worst) / 2
        for each, (below_best, above_worst) in above.items()
    }
    total = fsum(exp(height) for height in heights.values())
    return {each: exp(height) / total for each, height in heights.items()}


def importance(said: Comparisons, most: float) -> dict[str, float]:
    """Return raw importance, as `Profile.weights` holds it: `most` for the most
    important criterion, the others in proportion.

    It replaces what rules and priorities gave to these criteria and leaves the others as
    they were, so `most` should not be less than any of these had before.
    """
    shares = weights(said)
    highest = max(shares.values())
    return {each: most * share / highest for each, share in shares.items()}


def consistency(said: Comparisons) -> Consistency:
    """Return the input-based consistency ratio and what is acceptable.

    The way from best to worst over a third criterion is the product of two comparisons.
    The ratio of that criterion is how far the product exceeds the direct comparison, as a
    share of the most that is possible; the whole is as inconsistent as its worst part
    (Liang, Brunelli & Rezaei 2020, Omega 96:102175).

    They measure a product that is too small by the same difference, which is never large:
    twice 1 against 8 would pass. Here it counts like one that is as many times too large,
    so whatever is acceptable here is acceptable there, but not the reverse. They also
    leave open what differs when best and worst count the same: it is beyond any ratio.
    """
    direct = said.best_to_worst
    ratios = {
        each: _ratio(said.best_to_others[each] * times, direct)
        for each, times in said.others_to_worst.items()
    }
    row = _THRESHOLDS.get(direct)
    return Consistency(
        ratio=max(ratios.values()),
        threshold=row[len(said.best_to_others) + 1 - _FEWEST] if row else 0.0,
        weakest=min(ratios, key=lambda each: (-ratios[each], each)),
    )


def _ratio(product: int, direct: int) -> float:
    if product == direct:
        return 0.0
    if direct == 1:
        return inf
    too_large = max(product, direct * direct / product)
    return (too_large - direct) / (direct * direct - direct)
