"""By how much a lead moved is the sum of what each criterion did to it."""

from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.shifts import shifts

LEADS = st.dictionaries(st.sampled_from("abcde"), st.floats(-1, 1))


@given(LEADS, LEADS)
def test_none_that_is_left_out_moved_more_than_those_that_are_told(
    then: dict[str, float], now: dict[str, float]
) -> None:
    found = shifts(then, now)
    every = {e: now.get(e, 0.0) - then.get(e, 0.0) for e in {*then, *now}}
    for each, shift in found.items():
        assert shift == pytest.approx(every.pop(each), abs=1e-9)
    sizes = [abs(each) for each in found.values()]
    assert sizes == sorted(sizes, reverse=True)
    left = [abs(each) for each in every.values()]
    if len(found) < 3:
        assert max(left, default=0.0) < 1e-9
    else:
        assert len(found) == 3
        assert max(left, default=0.0) <= sizes[-1] + 1e-9


def test_of_few_criteria_the_shifts_make_up_what_the_lead_moved() -> None:
    then, now = {"a": 0.2, "b": 0.1}, {"b": 0.1, "c": -0.3}
    found = shifts(then, now)
    assert found == {"c": -0.3, "a": -0.2}
    assert fsum(found.values()) == fsum(now.values()) - fsum(then.values())


def test_equal_shifts_stand_in_the_order_of_their_names() -> None:
    assert list(shifts({}, {"b": 0.1, "a": -0.1, "c": 0.0})) == ["a", "b"]
