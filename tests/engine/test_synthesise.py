"""From testimonies to a performance: what widens an interval and what narrows it."""

from collections.abc import Callable
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.synthesise import synthesise
from advisor.model.constants import Constants
from advisor.model.performance import Gap, Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"

ROUNDING = 1e-12
Make = Callable[..., Constants]

_performance = st.integers(0, 20).map(lambda step: step / 20)
_weight = st.integers(1, 20).map(lambda step: step / 20)
_voices = st.lists(
    st.builds(
        Said,
        st.just("k"),
        st.sampled_from(("s1", "s2", "s3")),
        _performance,
        _weight,
    ),
    min_size=1,
    max_size=6,
)


def said(performance: float, weight: float = 1.0, source: str = "s1") -> Said:
    return Said(f"k-{source}", source, performance, weight)


def known(constants: Constants, *testimonies: Said) -> Known:
    cell = synthesise(testimonies, constants)
    assert isinstance(cell, Known)
    return cell


def width(cell: Known) -> float:
    return cell.high - cell.low


def test_nothing_said_is_a_gap_and_not_a_zero(some_constants: Make) -> None:
    assert isinstance(synthesise([], some_constants()), Gap)


def test_what_weighs_nothing_has_not_been_said(some_constants: Make) -> None:
    assert isinstance(synthesise([said(0.0, 0.0)], some_constants()), Gap)
    alone = known(some_constants(), said(0.9))
    assert known(some_constants(), said(0.9), said(0.1, 0.0, "s2")) == alone


def test_one_voice_follows_the_formula(some_constants: Make) -> None:
    cell = known(some_constants(), said(0.9, 0.5))
    assert cell.value == pytest.approx((0.25 * 0.5 + 0.5 * 0.9) / 0.75)
    assert cell.low == pytest.approx(cell.value - 0.5 * (0.25 / 0.75) ** 0.5)
    assert cell.high == 1.0


def test_two_sources_follow_the_formula(some_constants: Make) -> None:
    cell = known(some_constants(), said(0.4, 0.5), said(0.6, 1.0, "s2"))
    mean = (0.5 * 0.4 + 1.0 * 0.6) / 1.5
    variance = (0.5 * (0.4 - mean) ** 2 + 1.0 * (0.6 - mean) ** 2) / 1.5
    effective = 1.5**2 / (0.5**2 + 1.0**2)
    half = (0.25 * 0.25 / 1.75 + variance / effective) ** 0.5
    assert cell.value == pytest.approx((0.25 * 0.5 + 1.5 * mean) / 1.75)
    assert (cell.low, cell.high) == pytest.approx(
        (cell.value - half, cell.value + half)
    )


def test_a_source_is_not_heard_twice_for_repeating_itself(some_constants: Make) -> None:
    once = known(some_constants(), said(0.9))
    twice = known(some_constants(), said(0.9), said(0.9))
    assert (twice.value, twice.low, twice.high) == (once.value, once.low, once.high)


def test_a_source_that_contradicts_itself_is_heard_in_the_middle_and_doubted(
    some_constants: Make,
) -> None:
    both = known(some_constants(), said(0.2), said(0.8))
    calm = known(some_constants(), said(0.5))
    assert both.value == pytest.approx(calm.value)
    assert width(both) > width(calm)


@pytest.mark.parametrize("half_life", [1, 2, 3, 4])
def test_evidence_as_old_as_can_be_is_never_an_error(
    half_life: int, some_constants: Make
) -> None:
    # An undated source speaks for the year 1.
    weight = 2.0 ** (-2025 / half_life)
    cell = synthesise([said(1.0, weight)], some_constants())
    match cell:
        case Known(value, low, high):
            assert (value, low, high) == pytest.approx((0.5, 0.0, 1.0))
        case Gap():
            assert weight == 0


def test_testimonies_in_any_order_give_the_same_cell(some_constants: Make) -> None:
    voices = [said(0.1, 0.3), said(0.9, 0.7, "s2"), said(0.4, 0.1), said(0.6, 1, "s3")]
    cells = {
        (cell.value, cell.low, cell.high)
        for order in permutations(voices)
        for cell in [known(some_constants(), *order)]
    }
    assert len(cells) == 1


@given(_voices)
def test_the_value_lies_in_its_interval_and_on_the_scale(
    some_constants: Make, voices: list[Said]
) -> None:
    cell = known(some_constants(), *voices)
    assert 0 <= cell.low <= cell.value <= cell.high <= 1


@given(_voices)
def test_the_value_lies_between_the_middle_and_what_was_said(
    some_constants: Make, voices: list[Said]
) -> None:
    told = [0.5, *(each.performance for each in voices)]
    value = known(some_constants(), *voices).value
    assert min(told) - ROUNDING <= value <= max(told) + ROUNDING


@given(_voices, st.integers(1, 9))
def test_older_evidence_gives_a_wider_interval_and_a_tamer_value(
    some_constants: Make, voices: list[Said], tenths: int
) -> None:
    aged = [
        Said(each.claim, each.source, each.performance, each.weight * tenths / 10)
        for each in voices
    ]
    new, old = known(some_constants(), *voices), known(some_constants(), *aged)
    assert width(old) > width(new) or width(new) == pytest.approx(1)
    assert abs(old.value - 0.5) <= abs(new.value - 0.5) + ROUNDING


@given(_performance, st.lists(_weight, min_size=1, max_size=5), _weight)
def test_one_more_source_that_agrees_narrows_the_interval(
    some_constants: Make, performance: float, weights: list[float], more: float
) -> None:
    voices = [said(performance, own, f"s{n}") for n, own in enumerate(weights)]
    few = known(some_constants(), *voices)
    many = known(some_constants(), *voices, said(performance, more, "new"))
    assert width(many) < width(few)


@given(_weight, st.integers(1, 10), st.integers(1, 10), st.booleans())
def test_the_further_two_sources_disagree_the_wider_the_interval(
    some_constants: Make, weight: float, near: int, more: int, together: bool
) -> None:
    def apart(distance: float) -> Known:
        ends = (
            said(0.5 - distance, weight),
            said(0.5 + distance, weight, "s1" if together else "s2"),
        )
        return known(some_constants(), *ends)

    small, large = near / 40, (near + more) / 40
    assert width(apart(large)) > width(apart(small)) or width(apart(small)) == 1


@pytest.mark.parametrize("weight", [0.0199, 0.0])
def test_what_age_has_left_next_to_nothing_of_is_a_gap(
    weight: float, some_constants: Make
) -> None:
    constants = some_constants(least_evidence=0.02)
    assert isinstance(synthesise([said(0.9, weight)], constants), Gap)
    assert isinstance(synthesise([said(0.9, 0.02)], constants), Known)
