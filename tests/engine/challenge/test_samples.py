"""Samples of weights and performances."""

from collections.abc import Callable, Sequence
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.challenge.samples import draw, draw_weights
from advisor.engine.score import score
from advisor.engine.synthesise import synthesise
from advisor.model.constants import Constants
from advisor.model.performance import SILENCE, Known, Performance
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.report import Ranked, Weighting

Make = Callable[..., Constants]
MANY = 20_000


def weighting(*importance: float, stated: Sequence[int] = ()) -> list[Weighting]:
    """Return criteria c0, c1 … of this importance; those in `stated` by the user."""
    total = sum(importance)
    return [
        Weighting(
            criterion=f"c{place}",
            weight=each / total,
            rules={} if place in stated else {"a-rule": each},
            priority=0.0,
            stated=each if place in stated else None,
            enough=None,
        )
        for place, each in enumerate(importance)
    ]


def rank_of(cells: Sequence[Performance], criteria: Sequence[Weighting]) -> Ranked:
    """Return a framework with these cells."""
    row = {own.criterion: cell for own, cell in zip(criteria, cells, strict=True)}
    return Ranked("ada", 1, score(row, criteria, 0.5))


@given(st.lists(st.floats(0.1, 9), min_size=1, max_size=6), st.floats(0.1, 5))
@settings(max_examples=30, deadline=None)
def test_sampled_weights_sum_to_one(importance: list[float], firmness: float) -> None:
    drawn = draw_weights(
        weighting(*importance), firmness, 200, np.random.default_rng(1)
    )
    assert drawn.min() >= 0
    assert drawn.sum(axis=1) == pytest.approx(1, abs=1e-5)


def test_sampled_weights_are_those_of_a_dirichlet_distribution() -> None:
    drawn = draw_weights(weighting(6, 3, 1), 1.0, MANY, np.random.default_rng(2))
    means = np.array([0.6, 0.3, 0.1])
    spread = np.sqrt(means * (1 - means) / 11)  # 10 points of importance, and 1
    assert drawn.mean(axis=0) == pytest.approx(means, abs=5 / sqrt(MANY) * 0.2)
    assert drawn.std(axis=0) == pytest.approx(spread, rel=0.03)


def test_the_more_the_answers_say_the_less_is_left_open() -> None:
    few = draw_weights(weighting(2, 1), 1.0, MANY, np.random.default_rng(3))
    many = draw_weights(weighting(40, 20), 1.0, MANY, np.random.default_rng(3))
    assert (many.std(axis=0) < few.std(axis=0) / 2).all()


def test_what_was_stated_stays_as_stated() -> None:
    criteria = weighting(4, 4, 2, stated=(1,))
    drawn = draw_weights(criteria, 1.0, 100, np.random.default_rng(4))
    assert drawn[:, 1] == pytest.approx(0.4)
    assert drawn[:, 0].std() > 0
    fixed = weighting(4, 4, stated=(0, 1))
    assert draw_weights(fixed, 1.0, 9, np.random.default_rng(4)).std() == 0


def said(*each: tuple[str, float]) -> tuple[Said, ...]:
    return tuple(Said(f"k-{source}", source, value, 0.6) for source, value in each)


def test_performances_stay_in_their_intervals_and_fill_them(
    some_constants: Make,
) -> None:
    constants = some_constants(samples=5000)
    cell = synthesise(said(("s1", 0.9), ("s2", 0.2)), constants)
    assert isinstance(cell, Known)
    cells: list[Performance] = [cell, SILENCE]
    criteria = weighting(1, 1)
    values = draw([rank_of(cells, criteria)], criteria, constants).values
    known, gap = values[0].T
    low, high = float(np.float32(cell.low)), float(np.float32(cell.high))
    assert low <= known.min() < cell.low + 0.05
    assert cell.high - 0.05 < known.max() <= high
    assert known.mean() == pytest.approx(cell.value, abs=0.02)
    assert gap.min() < 0.01
    assert gap.max() > 0.99
    assert gap.mean() == pytest.approx(0.5, abs=0.02)


def test_cells_of_one_source_err_together_and_others_do_not(
    some_constants: Make,
) -> None:
    constants = some_constants(samples=5000)
    rows = [said(("s1", 0.95), ("s2", 0.1)), said(("s1", 0.9), ("s3", 0.05))]
    apart = [said(("s1", 0.95), ("s2", 0.1)), said(("s4", 0.9), ("s3", 0.05))]
    criteria = weighting(1, 1)

    def together(cells: Sequence[tuple[Said, ...]]) -> float:
        known: list[Performance] = [synthesise(each, constants) for each in cells]
        drawn = draw([rank_of(known, criteria)], criteria, constants).values[0]
        return float(np.corrcoef(drawn.T)[0, 1])

    assert together(rows) > 0.2
    assert abs(together(apart)) < 0.05


def test_what_suffices_is_worth_everything_in_a_sample_too(
    some_constants: Make,
) -> None:
    own = weighting(1)[0]
    enough = Weighting("c0", 1.0, own.rules, 0.0, None, 0.4)
    cell = Known(0.6, 0.5, 0.7, ())
    ranked = Ranked("ada", 1, score({"c0": cell}, [enough], 0.5))
    assert draw([ranked], [enough], some_constants()).values.min() == 1.0


def test_the_same_inputs_give_the_same_samples(some_constants: Make) -> None:
    criteria = weighting(3, 2)
    cells: list[Performance] = [Known(0.6, 0.2, 0.9, ()), SILENCE]
    first, second = (
        draw([rank_of(cells, criteria)], criteria, some_constants()) for _ in range(2)
    )
    assert (first.scores == second.scores).all()
