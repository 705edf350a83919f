"""Numbers that others have published, and another library, against the challenge.

| example | what applies | what does not, and why |
|---|---|---|
| weighted product | all | - |
| TOPSIS, ends of the data | all: the ends become 0 and 1, and each weight is stretched by what lies between them | our ends are fixed, so that nobody's leaving moves them |
| PROMETHEE II | all | - |
| SMAA in closed form | first ranks and central weights | - |
| SMAA edge cases | all | pairwise wins: they are the ranks of two |
| rank-order centroids | as means of sampled weights in order | as weights: priorities have a series of their own |
| non-dominated sorting | who dominates whom | the fronts behind the first: nobody asks for them |
"""

from collections.abc import Iterator, Sequence
from math import log
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from advisor.engine.challenge.acceptability import (
    central_weights,
    confidence_factors,
    first_shares,
    rank_shares,
)
from advisor.engine.challenge.dominance import dominated
from advisor.engine.challenge.methods import promethee, topsis, weighted_product
from advisor.engine.challenge.samples import Numbers, draw_weights
from advisor.engine.challenge.values import values_of, weights_of
from tests.engine.challenge.tables import ranked, weighted

MANY = 200_000


def order(scores: Sequence[float]) -> list[int]:
    return sorted(range(len(scores)), key=lambda place: -scores[place])


def closeness(
    table: Sequence[Sequence[float]],
    ways: str,
    weights: Sequence[float],
    *,
    vector: bool,
) -> list[float]:
    """Run our TOPSIS on a table whose ends are those of the data."""
    raw = np.array(table, float) * [1 if way == "+" else -1 for way in ways]
    worst, width = raw.min(axis=0), np.ptp(raw, axis=0)
    unit = np.linalg.norm(raw, axis=0) if vector else width
    found: list[float] = topsis(
        (raw - worst) / width, np.array(weights) * width / unit
    ).tolist()
    return found


def test_topsis_gives_the_published_closeness() -> None:
    """Tzeng & Huang 2011, as in scikit-criteria tests/agg/test_topsis.py (O06)."""
    table = ((5, 8, 4), (7, 6, 8), (8, 8, 6), (7, 4, 6))
    found = closeness(table, "+++", (0.3, 0.4, 0.3), vector=True)
    assert found == pytest.approx([0.5037, 0.6581, 0.7482, 0.334], abs=1e-4)
    assert order(found) == [2, 1, 0, 3]


def test_topsis_gives_the_published_closeness_on_four_criteria() -> None:
    """JMcDM, test/mcdm/testtopsis.jl (O07)."""
    table = ((9, 7, 6, 7), (8, 7, 9, 6), (7, 8, 6, 6))
    found = closeness(table, "++++", (4, 2, 6, 8), vector=True)
    assert found == pytest.approx([0.387687, 0.6503238, 0.0834767], abs=1e-5)
    assert order(found) == [1, 0, 2]


def test_ends_and_units_taken_from_the_data_choose_the_winner() -> None:
    """Opricovic & Tzeng 2004, as in pymcdm's tests (O08): why our ends are fixed."""
    table = ((1, 3000), (2, 3750), (5, 4500))
    between = closeness(table, "-+", (0.5, 0.5), vector=False)
    assert between == pytest.approx([0.5, 0.617, 0.5], abs=1e-3)
    vectors = closeness(table, "-+", (0.5, 0.5), vector=True)
    assert vectors == pytest.approx([0.7621, 0.7222, 0.2379], abs=1e-3)
    assert (order(between)[0], order(vectors)[0]) == (1, 0)


ENWIKI = np.array(((25, 20, 15, 30), (10, 30, 20, 30), (30, 10, 30, 10)), float)
ENWIKI_WEIGHTS = np.array((0.2, 0.15, 0.4, 0.25))


def test_the_weighted_product_gives_the_published_logarithms() -> None:
    """Wikipedia, as in scikit-criteria tests/agg/test_simple.py (O09)."""
    found = weighted_product(ENWIKI / ENWIKI.sum(axis=0), ENWIKI_WEIGHTS)
    published = [-0.50128589, -0.50448471, -0.52947246]
    assert (found / log(10)).tolist() == pytest.approx(published, abs=1e-8)


def test_the_weighted_product_gives_the_published_ratios_in_any_unit() -> None:
    a, b, c = weighted_product(ENWIKI / 100, ENWIKI_WEIGHTS)
    ratios = np.exp([a - b, a - c, b - c]).tolist()
    assert ratios == pytest.approx([1.007, 1.067, 1.059], abs=1e-3)


def test_promethee_gives_the_published_net_flows() -> None:
    """Zhao, Peng & Li 2013, as in pymcdm's tests (O10)."""
    table = np.array(((4, 3, 2), (3, 2, 4), (5, 1, 3)), float)
    found = promethee(table, np.array((0.5, 0.3, 0.2)))
    assert found.tolist() == pytest.approx([0.1, -0.3, 0.2], abs=1e-9)


def uniform(criteria: int) -> Numbers:
    """Sample weights of which nothing is known: importance 1 each, Dirichlet (1, 1, …)."""
    return draw_weights(
        weighted([1.0] * criteria), 1.0, MANY, np.random.default_rng(criteria)
    )


def test_sampled_acceptability_meets_the_closed_form() -> None:
    """(1, 0, 1) against (0, 1, 0) with uniform weights: first in 3/4 and 1/4 (O15)."""
    weights = uniform(3)
    table = np.array(((1, 0, 1), (0, 1, 0)), np.float32)
    scores = table @ weights.T
    assert rank_shares(scores)[:, 0] == pytest.approx([0.75, 0.25], abs=0.004)
    centres = [[7 / 18, 4 / 18, 7 / 18], [1 / 6, 4 / 6, 1 / 6]]
    found = central_weights(weights, first_shares(scores))
    assert found == pytest.approx(np.array(centres), abs=0.003)


def test_who_is_beaten_in_all_samples_has_no_central_weights() -> None:
    """rsmaa (van Valkenhoef), smaa/tests/nacw.R (O16)."""
    weights = uniform(2)
    table = np.array(((0.9, 0.8), (0.1, 0.2)), np.float32)
    first = first_shares(table @ weights.T)
    assert first.mean(axis=1).tolist() == [1, 0]
    central = central_weights(weights, first)
    assert central[1].tolist() == [0, 0]
    values = np.repeat(table[:, None, :], 10, axis=1)
    assert confidence_factors(values, central)[0] == 1


def test_nine_wins_of_ten_are_nine_tenths() -> None:
    """rsmaa, smaa/tests/pwi.R (O16)."""
    scores = np.array(([0.6] * 9 + [0.4], [0.5] * 10), np.float32)
    assert rank_shares(scores) == pytest.approx(np.array([[0.9, 0.1], [0.1, 0.9]]))


def test_equals_share_the_first_rank_and_its_central_weights() -> None:
    """JSMAA (Tervonen), testEqualRanks (O16)."""
    weights = uniform(3)
    scores = np.full((2, 3), 0.5, np.float32) @ weights.T
    first = first_shares(np.round(scores, 5))
    assert first.mean(axis=1) == pytest.approx([0.5, 0.5])
    found = central_weights(weights, first)
    assert found == pytest.approx(np.full((2, 3), 1 / 3), abs=0.003)


@pytest.mark.parametrize(
    "published",
    [
        (0.75, 0.25),
        (0.6111, 0.2778, 0.1111),
        (0.5208, 0.2708, 0.1458, 0.0625),
        (0.4567, 0.2567, 0.1567, 0.09, 0.04),
    ],
)
def test_sampled_weights_in_order_centre_on_the_rank_order_centroids(
    published: Sequence[float],
) -> None:
    """Edwards & Barron 1994 (O20)."""
    in_order = -np.sort(-uniform(len(published)), axis=1)
    assert in_order.mean(axis=0) == pytest.approx(published, abs=0.002)


def test_the_published_table_has_one_that_dominates_the_three_others() -> None:
    """JMcDM, test/mcdm/testnds.jl (O23)."""
    table = ((1, 2, 3), (2, 1, 3), (1, 3, 2), (4, 5, 6))
    ranking, _ = ranked([[x / 6 for x in row] for row in table], (1, 1, 1))
    found = {each.framework: each.by for each in dominated(ranking)}
    assert found == {"A": ("D",), "B": ("D",), "C": ("D",)}


def random_tables(count: int) -> Iterator[tuple[NDArray[Any], NDArray[Any]]]:
    """Yield values and weights; tenths, so that equals are common, and nothing at 0."""
    random = np.random.default_rng(23)
    for _ in range(count):
        frameworks, criteria = random.integers(2, 8), random.integers(2, 9)
        weights = random.uniform(0.1, 5, criteria)
        values = random.integers(1, 11, (frameworks, criteria)) / 10
        yield values, weights / weights.sum()


def with_ends(values: NDArray[Any]) -> NDArray[Any]:
    """Add the ends of the scales, so that a library that looks for them finds ours."""
    criteria = values.shape[1]
    return np.vstack([values, np.ones(criteria), np.zeros(criteria)])


def test_another_library_gives_the_same_on_random_tables() -> None:
    """Side by side with scikit-criteria: sum, product, TOPSIS and dominance."""
    skcriteria = pytest.importorskip(
        "skcriteria", reason="scikit-criteria is missing: nothing is compared with it"
    )
    simple = pytest.importorskip("skcriteria.agg.simple")
    similarity = pytest.importorskip("skcriteria.agg.topsis")

    def decide(model: Any, values: NDArray[Any], weights: NDArray[Any]) -> Any:  # noqa: ANN401
        return model.evaluate(table_of(values, weights)).e_

    def table_of(values: NDArray[Any], weights: NDArray[Any]) -> Any:  # noqa: ANN401
        return skcriteria.mkdm(values, [max] * len(weights), weights=weights)

    for values, weights in random_tables(200):
        ranking, weighting = ranked(values.tolist(), weights.tolist())
        own, stated = values_of(ranking, weighting), weights_of(weighting)
        assert stated == pytest.approx(weights)
        sums = [each.score.value for each in ranking]
        theirs = decide(simple.WeightedSumModel(), own, weights).score
        assert sums == pytest.approx(theirs.tolist())
        theirs = decide(simple.WeightedProductModel(), own, weights).score
        assert weighted_product(own, weights) / log(10) == pytest.approx(theirs)
        theirs = decide(similarity.TOPSIS(), with_ends(own), weights).similarity
        assert topsis(own, weights) == pytest.approx(theirs[:-2])
        dominates = table_of(own, weights).dominance.dominance(strict=False)
        names = [each.framework for each in ranking]
        by = {
            name: tuple(np.array(names)[dominates.to_numpy()[:, place]])
            for place, name in enumerate(names)
        }
        found = {each.framework: each.by for each in dominated(ranking)}
        assert found == {name: others for name, others in by.items() if others}


def test_net_flows_are_those_counted_pair_by_pair() -> None:
    for values, weights in random_tables(100):
        rows = values.tolist()
        flows = [
            sum(
                weight * ((a > b) - (a < b))
                for other in rows
                for weight, a, b in zip(weights, own, other, strict=True)
            )
            / (len(rows) - 1)
            for own in rows
        ]
        assert promethee(values, weights).tolist() == pytest.approx(flows, abs=1e-9)
