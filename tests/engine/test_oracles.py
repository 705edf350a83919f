"""Numbers that others have published, computed by the engine.

Cells are fed to `score` as performances on a fixed scale from 0 to 1. What of each
example applies to an additive model on fixed scales, and to rules without an order:

| example | what applies | what does not, and why |
|---|---|---|
| weighted sum, x/max and min/x | the sum of weight times value | the scale: it moves with the best alternative |
| weighted sum, column sums | the sum | the scale: it moves with every alternative |
| SPOTIS | all: 1 - distance is our score | - |
| TOPSIS | nothing: shown to rescore the rest when one leaves | distance to the best and worst present |
| weighted sum and product | the sum and its tie | the product: one zero would be a veto |
| piecewise linear values | all, with clipping | extrapolation: values stay from 0 to 1 |
| Borda with ties | mean ranks on a fixed scale; ties stay | rank sums over judges: nobody votes here |
| outlier and normalisation | both value functions, once their ends are fixed | ends taken from the data |
| DMN collect-sum, collect-count | raised importance adds up, every hit fires | - |
| DMN collect-max | `enough` takes the most demanding | - |
| DMN collect-min | nothing | no effect takes the least |
| DMN first, rule order, output order | the set of hits | the order: rules have none |
"""

from collections.abc import Callable, Sequence
from itertools import permutations
from math import dist, log10

import pytest

from advisor.engine.fire import fire
from advisor.engine.rank import in_order, ranks
from advisor.engine.score import piecewise_linear, score
from advisor.engine.weigh import weigh
from advisor.model.condition import In
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known
from advisor.model.profile import Profile
from advisor.model.report import Weighting
from advisor.model.rule import Rule

Matrix = Sequence[Sequence[float]]


def additive(matrix: Matrix, weights: Sequence[float]) -> list[float]:
    """Score rows of performances with raw weights through the engine."""
    total = sum(weights)
    weighting = [
        Weighting(f"c{n}", raw / total, {}, 0.0, None, None)
        for n, raw in enumerate(weights)
    ]
    return [
        score(
            {f"c{n}": Known(each, each, each, ()) for n, each in enumerate(row)},
            weighting,
            0.5,
        ).value
        for row in matrix
    ]


def best_first(scores: Sequence[float]) -> list[int]:
    return [int(name) for name in in_order({str(n): s for n, s in enumerate(scores)})]


def to_best(matrix: Matrix, directions: Sequence[str]) -> list[list[float]]:
    """Divide by the best of each column, as the published examples do."""
    columns = list(zip(*matrix, strict=True))
    return [
        [
            x / max(column) if way == "max" else min(column) / x
            for x, column, way in zip(row, columns, directions, strict=True)
        ]
        for row in matrix
    ]


SAW_1 = ((25, 65, 7, 20), (21, 78, 6, 24), (19, 53, 5, 33), (22, 25, 2, 31))
SAW_1_WAYS = ("max", "max", "min", "max")


def test_weighted_sum_gives_the_published_scores() -> None:
    """JMcDM, test/mcdm/testsaw.jl, example 1 (oracle O01)."""
    scores = additive(to_best(SAW_1, SAW_1_WAYS), [0.25] * 4)
    assert scores == pytest.approx([0.681277, 0.725151, 0.709871, 0.784976], abs=1e-4)
    assert best_first(scores) == [3, 1, 2, 0]


def test_weighted_sum_gives_the_published_scores_on_seven_criteria() -> None:
    """JMcDM, test/mcdm/testsaw.jl, example 2 (oracle O02)."""
    matrix = (
        (4, 7, 3, 2, 2, 2, 2),
        (4, 4, 6, 4, 4, 3, 7),
        (7, 6, 4, 2, 5, 5, 3),
        (3, 2, 5, 3, 3, 2, 5),
        (4, 2, 2, 5, 5, 3, 6),
    )
    weights = (0.283, 0.162, 0.162, 0.07, 0.085, 0.162, 0.076)
    scores = additive(to_best(matrix, ["max"] * 7), weights)
    published = [0.553228, 0.713485, 0.837428, 0.514657, 0.579342]
    assert scores == pytest.approx(published, abs=1e-4)
    assert best_first(scores) == [2, 1, 4, 0, 3]


def test_weighted_sum_gives_the_published_scores_after_column_sums() -> None:
    """Kracka et al. 2010, as in scikit-criteria tests/agg/test_simple.py (O03)."""
    matrix = (
        (33.95, 23.78, 11.45, 39.97, 29.44, 167.1, 3.852),
        (38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184),
        (37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845),
        (30.44, 37.59, 13.91, 74.08, 45.1, 198.34, 2.186),
        (36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.61),
        (37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935),
    )
    benefit = {4, 6}
    gains = [[x if n in benefit else 1 / x for n, x in enumerate(r)] for r in matrix]
    sums = [sum(column) for column in zip(*gains, strict=True)]
    shares = [[x / s for x, s in zip(row, sums, strict=True)] for row in gains]
    scores = additive(shares, [20] * 7)
    assert scores == pytest.approx(
        [0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701],
        abs=1e-7,
    )
    places = ranks({str(n): each for n, each in enumerate(scores)}, 0.0)
    assert [places[str(n)] for n in range(6)] == [6, 1, 3, 4, 5, 2]


def test_a_scale_that_ends_at_the_best_alternative_rescores_the_rest() -> None:
    """Why O01 to O03 stop at the sum: with fixed ends the rest keeps its scores."""
    fewer = SAW_1[:3]
    moved = additive(to_best(fewer, SAW_1_WAYS), [0.25] * 4)
    assert moved != pytest.approx(
        additive(to_best(SAW_1, SAW_1_WAYS), [0.25] * 4)[:3], abs=0.01
    )
    fixed = to_best(SAW_1, SAW_1_WAYS)
    assert additive(fixed[:3], [0.25] * 4) == additive(fixed, [0.25] * 4)[:3]


def test_one_minus_our_score_is_the_distance_of_spotis() -> None:
    """Dezert et al. 2020 (FUSION); JMcDM, test/mcdm/testspotis.jl (oracle O04)."""
    cars = (
        (15000, 4.3, 99, 42, 737),
        (15290, 5.0, 116, 42, 892),
        (15350, 5.0, 114, 45, 952),
        (15490, 5.3, 123, 45, 1120),
    )
    # From the worst to the best end where more is better, else from best to worst.
    lines = (
        ((14000, 1), (16000, 0)),
        ((3, 1), (8, 0)),
        ((80, 1), (140, 0)),
        ((35, 0), (60, 1)),
        ((650, 0), (1300, 1)),
    )
    matrix = [
        [piecewise_linear(x, line) for x, line in zip(car, lines, strict=True)]
        for car in cars
    ]
    scores = additive(matrix, (5, 4, 4, 1, 3))
    assert scores == pytest.approx([0.5221, 0.4219, 0.4442, 0.4199], abs=2e-4)
    distances = [1 - each for each in scores]
    assert distances == pytest.approx([0.4779, 0.5781, 0.5558, 0.5801], abs=2e-4)
    assert best_first(scores) == [0, 2, 1, 3]


def topsis(matrix: Matrix, weights: Sequence[float]) -> list[float]:
    columns = list(zip(*matrix, strict=True))
    sizes = [dist(column, [0] * len(column)) for column in columns]
    rows = [
        [w * x / size for x, w, size in zip(row, weights, sizes, strict=True)]
        for row in matrix
    ]
    ends = list(zip(*rows, strict=True))
    ideal, worst = [max(each) for each in ends], [min(each) for each in ends]
    return [dist(r, worst) / (dist(r, worst) + dist(r, ideal)) for r in rows]


def test_topsis_rescores_the_rest_when_one_leaves_and_we_do_not() -> None:
    """Tzeng & Huang 2011, as in scikit-criteria tests/agg/test_topsis.py (O06)."""
    matrix = ((5, 8, 4), (7, 6, 8), (8, 8, 6), (7, 4, 6))
    weights = (0.3, 0.4, 0.3)
    published = [0.5037, 0.6581, 0.7482, 0.334]
    assert topsis(matrix, weights) == pytest.approx(published, abs=1e-4)
    assert topsis(matrix[:3], weights) != pytest.approx(published[:3], abs=0.05)
    fixed = [[x / 10 for x in row] for row in matrix]
    assert additive(fixed[:3], weights) == additive(fixed, weights)[:3]


ENWIKI = ((25, 20, 15, 30), (10, 30, 20, 30), (30, 10, 30, 10))
ENWIKI_WEIGHTS = (0.2, 0.15, 0.4, 0.25)


def test_a_tie_of_the_weighted_sum_is_a_tie_although_the_product_orders_it() -> None:
    """Wikipedia, "Weighted sum model" and "Weighted product model" (oracle O09)."""
    scores = additive([[x / 100 for x in row] for row in ENWIKI], ENWIKI_WEIGHTS)
    assert [100 * each for each in scores] == pytest.approx([21.5, 22.0, 22.0])
    assert ranks(dict(zip("abc", scores, strict=True)), 0.0) == {"a": 3, "b": 1, "c": 1}


def test_one_zero_is_no_veto() -> None:
    """The weighted product (O09) would give 0; requirements exclude, values do not."""
    assert additive([[0, 1, 1, 1]], ENWIKI_WEIGHTS) == pytest.approx([0.8])


@pytest.mark.parametrize(
    ("points", "x", "y"),
    [
        (
            ((50, 1), (75, 0.8), (90, 0.5), (100, 0)),
            (50, 60, 75, 90, 100, 10, 40, 101, 120),
            (1, 0.92, 0.8, 0.5, 0, 1, 1, 0, 0),
        ),
        (
            ((-0.15, 0), (0, 0.1), (0.25, 0.9), (0.35, 1)),
            (0.35, -0.15, 0, 0.25, 0.1),
            (1, 0, 0.1, 0.9, 0.42),
        ),
    ],
)
def test_piecewise_linear_values_hold_their_ends(
    points: tuple[tuple[float, float], ...], x: Sequence[float], y: Sequence[float]
) -> None:
    """rsmaa (van Valkenhoef), smaa/tests/pvf.R, with clipping (oracle O17)."""
    assert [piecewise_linear(each, points) for each in x] == pytest.approx(y)


def test_ties_of_a_borda_count_stay_ties() -> None:
    """JMcDM, test/testborda.jl: totals 11, 9, 9, 11, 22, 22 (oracle O24)."""
    judges = (
        (1, 2, 3, 4, 5, 6),
        (2, 1, 3, 4, 5, 6),
        (4, 3, 1, 2, 6, 5),
        (4, 3, 2, 1, 6, 5),
    )
    votes = [[(6 - place) / 5 for place in row] for row in zip(*judges, strict=True)]
    scores = additive(votes, [1] * 4)
    totals = [24 - 20 * each for each in scores]
    assert totals == pytest.approx([11, 9, 9, 11, 22, 22])
    found = ranks(dict(zip("abcdef", scores, strict=True)), 0.0)
    assert found == {"a": 3, "b": 1, "c": 1, "d": 3, "e": 5, "f": 5}


ARI = (0.5, 0.55, 0.49, 0.5, 0.5)
RUNTIME = (10, 20, 40, 80, 5000)


def timed(line: Callable[[float], float], ends: tuple[float, float]) -> list[float]:
    """Score accuracy and runtime, with a value function between two fixed ends."""
    falling = ((line(ends[0]), 1.0), (line(ends[1]), 0.0))
    matrix = [
        [(ari + 1) / 2, piecewise_linear(line(seconds), falling)]
        for ari, seconds in zip(ARI, RUNTIME, strict=True)
    ]
    return additive(matrix, (1, 1))


def test_the_value_function_decides_and_belongs_to_the_scale_not_to_the_data() -> None:
    """imallona/beam, src/beam/scenarios.py, outlier_runtime_scenario (oracle O25)."""
    linear, logarithmic = timed(lambda x: x, (10, 5000)), timed(log10, (10, 5000))
    assert linear == pytest.approx([0.875, 0.8865, 0.8695, 0.868, 0.375], abs=1e-4)
    assert logarithmic == pytest.approx([0.875, 0.8317, 0.761, 0.7077, 0.375], abs=1e-4)
    assert (best_first(linear)[0], best_first(logarithmic)[0]) == (1, 0)
    # Ends taken from the data would turn the winner round when the outlier leaves.
    from_data = timed(lambda x: x, (10, 80))[:4]
    assert best_first(from_data)[0] == 0
    assert best_first(linear[:4])[0] == 1


NUMBERS = tuple(str(n) for n in range(1, 21))


def above(least: int) -> In:
    return In("number", tuple(each for each in NUMBERS if int(each) > least))


@pytest.mark.parametrize(
    ("number", "total", "hits"),
    [("6", 1100, 4), ("3", 300, 2), ("2", 100, 1), ("1", 0, 0)],
)
def test_what_rules_raise_adds_up_whatever_their_order(
    number: str,
    total: float,
    hits: int,
    a_knowledge: Callable[..., Knowledge],
    a_rule: Callable[..., Rule],
) -> None:
    """DMN TCK, compliance level 2, collect with sum and with count (oracle O27)."""
    rules = [
        a_rule(f"above-{least}", above(least), raise_={"c1": float(amount)})
        for least, amount in ((1, 100), (2, 200), (3, 300), (5, 500))
    ]
    profile = Profile(answers={"number": number}, weights={"c2": 100.0})
    for order in permutations(rules):
        firings = fire(order, profile.answers)
        found = {
            each.criterion: each
            for each in weigh(a_knowledge(), profile, profile.answers, firings)
        }
        assert len(firings) == hits
        assert found["c2"].weight == pytest.approx(100 / (100 + total))


def test_the_most_demanding_enough_holds(
    a_knowledge: Callable[..., Knowledge], a_rule: Callable[..., Rule]
) -> None:
    """DMN TCK, the table of collect with min, read with max (O27): 5 hits all four."""
    rules = [
        a_rule(f"above-{n}", above(n), raise_={"c1": 1.0}, enough={"c1": level / 1000})
        for n, level in ((1, 98.83), (2, 150.21), (3, 205.43), (4, 64.32))
    ]
    profile = Profile(answers={"number": "5"})
    firings = fire(rules, profile.answers)
    (found,) = weigh(a_knowledge(), profile, profile.answers, firings)
    assert found.enough == 0.20543


@pytest.mark.parametrize(("age", "hits"), [("19", 3), ("13", 2), ("5", 1)])
def test_a_hit_policy_that_needs_an_order_cannot_be_written(
    age: str, hits: int, a_rule: Callable[..., Rule]
) -> None:
    """DMN TCK, first (O27): no rule hides another, in whatever order they stand."""
    table = ((18, "cars"), (12, "games"), (0, "toys"))
    rules = [a_rule(each, above_age(n), derive=(each,)) for n, each in table]
    reports = [fire(order, {"age": age}) for order in permutations(rules)]
    assert all(each == reports[0] for each in reports)
    assert len(reports[0]) == hits


def above_age(least: int) -> In:
    return In("age", above(least).in_)
