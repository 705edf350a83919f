"""The additive model: addends, gaps, and what is enough."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.score import piecewise_linear, score, value_of
from advisor.model.performance import Gap, Known
from advisor.model.report import Weighting

ROUNDING = 1e-12
_unit = st.floats(0, 1)


def weighted(criterion: str, weight: float, enough: float | None = None) -> Weighting:
    return Weighting(criterion, weight, {}, 0.0, None, enough)


def cell(value: float, low: float = 0.0, high: float = 1.0) -> Known:
    return Known(value, low, high, ())


def test_a_score_is_the_sum_of_weight_times_value() -> None:
    own = score(
        {"c1": cell(0.9, 0.8, 1.0), "c2": cell(0.4, 0.3, 0.5)},
        [weighted("c1", 0.25), weighted("c2", 0.75)],
        0.5,
    )
    assert own.value == pytest.approx(0.25 * 0.9 + 0.75 * 0.4)
    half = ((0.25 * 0.1) ** 2 + (0.75 * 0.1) ** 2) ** 0.5
    assert (own.low, own.high) == pytest.approx((own.value - half, own.value + half))
    assert own.coverage == 1


def test_what_does_not_matter_does_not_count() -> None:
    own = score({"c1": cell(0.9), "c9": cell(0.0)}, [weighted("c1", 1.0)], 0.5)
    assert own.value == 0.9


@pytest.mark.parametrize("row", [{}, {"c1": Gap("nobody looked")}])
def test_a_gap_spans_the_whole_scale_and_stands_in_the_middle(
    row: dict[str, Known | Gap],
) -> None:
    own = score(row, [weighted("c1", 1.0)], 0.5)
    assert (own.low, own.value, own.high) == (0, 0.5, 1)
    assert own.coverage == 0
    assert own.contributions == ()


def test_a_gap_keeps_the_reason_it_was_given() -> None:
    own = score({"c1": Gap("nobody looked")}, [weighted("c1", 1.0)], 0.5)
    assert own.gaps[0].gap.reason == "nobody looked"


@given(_unit, _unit, st.none() | st.floats(0.05, 1))
def test_a_gap_is_worth_no_less_than_a_known_zero(
    weight: float, other: float, enough: float | None
) -> None:
    weighting = [weighted("c1", weight, enough), weighted("c2", 1 - weight)]
    gap = score({"c2": cell(other)}, weighting, 0.5)
    zero = score({"c1": cell(0.0, 0.0, 0.3), "c2": cell(other)}, weighting, 0.5)
    assert zero.value <= gap.value
    assert zero.high <= gap.high + ROUNDING
    assert zero.low >= gap.low - ROUNDING


@given(_unit, _unit, _unit, st.none() | st.floats(0.05, 1))
def test_more_performance_is_never_worth_less(
    weight: float, first: float, second: float, enough: float | None
) -> None:
    low, high = sorted((first, second))
    weighting = [weighted("c1", weight, enough)]
    worse, better = (
        score({"c1": cell(each, each, each)}, weighting, 0.5) for each in (low, high)
    )
    assert worse.value <= better.value
    assert worse.low <= better.low + ROUNDING
    assert worse.high <= better.high + ROUNDING


@pytest.mark.parametrize(
    ("performance", "value"), [(0.0, 0.0), (0.2, 0.5), (0.4, 1.0), (0.9, 1.0)]
)
def test_more_than_enough_is_worth_no_more_than_enough(
    performance: float, value: float
) -> None:
    assert value_of(performance, 0.4) == pytest.approx(value)


@given(_unit)
def test_without_a_level_of_enough_a_performance_is_its_own_value(x: float) -> None:
    assert value_of(x, None) == x
    assert value_of(x, 1.0) == pytest.approx(x)


@given(st.floats(-1, 2), st.floats(0.05, 1))
def test_values_stay_on_the_scale(x: float, enough: float) -> None:
    assert 0 <= value_of(x, enough) <= 1


def test_a_line_may_fall_and_bend_but_holds_its_end_values() -> None:
    points = ((0.0, 1.0), (1.0, 0.5), (3.0, 0.0))
    at = {-1.0: 1.0, 0.0: 1.0, 0.5: 0.75, 1.0: 0.5, 2.0: 0.25, 3.0: 0.0, 9.0: 0.0}
    assert {x: piecewise_linear(x, points) for x in at} == pytest.approx(at)
