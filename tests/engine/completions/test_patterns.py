"""Which conditions hold together, and in which worlds."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.completions.box import Can
from advisor.engine.completions.columns import Column
from advisor.engine.completions.patterns import facts_of_each, patterns, sides_of
from advisor.engine.completions.worlds import Worlds

SIZE = 12


@pytest.mark.parametrize(
    ("can", "sides"),
    [
        (Can.TRUE, (True,)),
        (Can.FALSE, (False,)),
        (Can.UNKNOWN, (False,)),
        (Can.FALSE | Can.UNKNOWN, (False,)),
        (Can.TRUE | Can.UNKNOWN, (True, False)),
        (Can.TRUE | Can.FALSE, (True, False)),
    ],
)
def test_what_is_not_true_does_not_hold(can: Can, sides: tuple[bool, ...]) -> None:
    assert sides_of(can) == sides


@given(st.lists(st.integers(0, 2**SIZE - 1), max_size=5))
def test_every_world_is_in_the_pattern_of_its_own_conditions(sets: list[int]) -> None:
    found, which = patterns(sets, Worlds(SIZE, {}, {}))
    assert len(found) == len(set(found))
    for place in range(SIZE):
        own = tuple(bool(each >> place & 1) for each in sets)
        assert found[which[place]] == own


def test_the_facts_of_a_world_are_what_is_known_and_what_is_drawn() -> None:
    column = Column("q", (None, "a", "b"), np.array([0, 2], np.int16))
    worlds = Worlds(2, {"known": True}, {"q": column})
    assert facts_of_each(worlds) == [{"known": True}, {"known": True, "q": "b"}]
