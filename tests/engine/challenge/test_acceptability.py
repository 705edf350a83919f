"""How often each framework takes each rank."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from advisor.engine.challenge.acceptability import (
    central_weights,
    confidence_factors,
    first_shares,
    rank_shares,
    sampled,
    sampling_error,
)
from advisor.engine.challenge.samples import Numbers
from advisor.engine.score import score
from advisor.model.constants import Constants
from advisor.model.performance import SILENCE, Known, Performance
from advisor.model.report import Ranked, Weighting
from advisor.model.robustness import Favour, NeverFirst

Make = Callable[..., Constants]

# Few different numbers, so that equal scores are common.
SCORES = arrays.arrays(
    np.float32,
    st.tuples(st.integers(1, 6), st.integers(1, 30)),
    elements=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
)


@given(SCORES)
def test_shares_sum_to_one_over_ranks_and_over_frameworks(scores: Numbers) -> None:
    shares = rank_shares(scores)
    assert shares.sum(axis=0) == pytest.approx(1)
    assert shares.sum(axis=1) == pytest.approx(1)
    assert first_shares(scores).mean(axis=1) == pytest.approx(shares[:, 0], abs=1e-5)


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_the_frameworks_decides_nothing(
    scores: Numbers, random: Random
) -> None:
    order = list(range(len(scores)))
    random.shuffle(order)
    assert rank_shares(scores[order]) == pytest.approx(rank_shares(scores)[order])


def test_who_is_equal_shares_the_ranks() -> None:
    scores = np.array([[0.5, 0.9], [0.5, 0.1], [0.2, 0.5]], np.float32)
    expected = [[0.75, 0.25, 0], [0.25, 0.25, 0.5], [0, 0.5, 0.5]]
    assert rank_shares(scores) == pytest.approx(np.array(expected))


def test_central_weights_are_the_mean_of_those_that_make_it_first() -> None:
    weights = np.array([[1, 0], [0.6, 0.4], [0, 1]], np.float32)
    first = np.array([[1, 1, 0], [0, 0, 1], [0, 0, 0]], np.float32)
    expected = [[0.8, 0.2], [0, 1], [0, 0]]
    assert central_weights(weights, first) == pytest.approx(np.array(expected))


def test_the_confidence_factor_holds_the_central_weights_and_samples_the_rest() -> None:
    values = np.array([[[1, 0], [1, 1]], [[0, 1], [0, 0.5]]], np.float32)
    central = np.array([[0.4, 0.6], [0.1, 0.9]], np.float32)
    # Ada has 0.4 and 1.0 under her weights, Bob 0.6 and 0.3; under his 0.9 and 0.45.
    assert confidence_factors(values, central) == pytest.approx([0.5, 0.5])


def test_ten_thousand_samples_err_by_less_than_one_hundredth() -> None:
    worst = np.full((2, 2), 0.5)
    assert 0.009 < sampling_error(worst, 10_000) < 0.01


def ranking_of(
    rows: dict[str, list[Performance]], criteria: list[Weighting]
) -> list[Ranked]:
    return [
        Ranked(
            name,
            1,
            score(
                {o.criterion: c for o, c in zip(criteria, cells, strict=True)},
                criteria,
                0.5,
            ),
        )
        for name, cells in rows.items()
    ]


def equal_weights(count: int) -> list[Weighting]:
    return [
        Weighting(f"c{n}", 1 / count, {"r": 1.0}, 0.0, None, None) for n in range(count)
    ]


def around(value: float, half: float) -> Known:
    return Known(value, value - half, value + half, ())


@given(
    st.lists(
        st.tuples(st.floats(0.2, 0.7), st.floats(0.01, 0.1), st.floats(0.25, 0.3)),
        min_size=1,
        max_size=4,
    )
)
@settings(max_examples=30, deadline=None)
def test_who_is_dominated_in_every_interval_is_never_first(
    some_constants: Make, cells: list[tuple[float, float, float]]
) -> None:
    criteria = equal_weights(len(cells))
    rows: dict[str, list[Performance]] = {
        "ada": [around(low + gain, half) for low, half, gain in cells],
        "bob": [around(low, half) for low, half, _ in cells],
    }
    found = sampled(ranking_of(rows, criteria), criteria, some_constants())
    bob = found.of("bob")
    assert bob is not None
    assert bob.first == 0
    assert bob.favour == NeverFirst()
    assert found.sure == 1


def test_nobody_ranked_is_not_sampled(some_constants: Make) -> None:
    assert sampled([], [], some_constants()).samples == 0


def test_who_is_alone_is_held_against_the_neutral_middle(some_constants: Make) -> None:
    constants = some_constants(samples=4000)
    criteria = equal_weights(1)
    middling = ranking_of({"ada": [around(0.55, 0.1)]}, criteria)
    found = sampled(middling, criteria, constants)
    assert found.frameworks[0].ranks == (1.0,)
    assert found.sure == pytest.approx(0.75, abs=0.03)  # 0.45 to 0.65, above 0.5
    silent = ranking_of({"ada": [SILENCE]}, criteria)
    assert sampled(silent, criteria, constants).sure == pytest.approx(0.5, abs=0.03)


def test_central_weights_say_what_a_project_would_have_to_care_about(
    some_constants: Make,
) -> None:
    criteria = equal_weights(2)
    rows: dict[str, list[Performance]] = {
        "ada": [around(0.9, 0.05), around(0.2, 0.05)],
        "bob": [around(0.3, 0.05), around(0.8, 0.05)],
    }
    found = sampled(ranking_of(rows, criteria), criteria, some_constants(samples=4000))
    ada, bob = found.frameworks
    assert isinstance(ada.favour, Favour)
    assert isinstance(bob.favour, Favour)
    assert ada.favour.weights["c0"] > 0.6 > 0.4 > bob.favour.weights["c0"]
    assert ada.favour.confidence > 0.9
