"""The ways of a framework are as sound as the engine finds them, one voice a target."""

from collections.abc import Callable

import numpy as np
import pytest

from advisor.engine.completions.arrivals import Arrivals
from advisor.engine.completions.ways import Slot
from advisor.model.constants import Constants

# In the completions from right to left: both ways, one way, the other way, none.
BOTH = (
    Slot("ada", "android", "p1", 0.5, 1.0, 0b0011),
    Slot("ada", "browser", "p2", 1.2, 0.5, 0b0101),
)


def test_each_target_is_one_voice(some_constants: Callable[..., Constants]) -> None:
    found = Arrivals(some_constants(prior=0.25), 4).of(BOTH)
    expected = [
        (0.125 + 0.5 + 0.5) / 1.75,
        (0.125 + 0.5) / 1.25,
        (0.125 + 0.5) / 0.75,  # more than perfect is perfect
        0.5,
    ]
    assert found.value == pytest.approx(expected)
    assert found.any.tolist() == [True, True, True, False]
    assert found.known.tolist() == [True, True, True, False]


def test_what_is_hardly_trusted_is_a_gap(
    some_constants: Callable[..., Constants],
) -> None:
    found = Arrivals(some_constants(least_evidence=0.8), 4).of(BOTH)
    assert found.any.tolist() == [True, True, True, False]
    assert found.known.tolist() == [True, True, False, False]
    assert found.value[2] == 0.5


def test_the_same_ways_are_looked_at_once(
    some_constants: Callable[..., Constants],
) -> None:
    arrivals = Arrivals(some_constants(), 4)
    first = arrivals.of(BOTH)
    assert arrivals.of(BOTH) is first
    assert not np.array_equal(arrivals.of(BOTH[:1]).value, first.value)
