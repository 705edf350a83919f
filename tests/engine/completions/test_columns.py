"""Sets of completions as bits, and one answer for each completion."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.completions.columns import Column, bits_of, masks_of
from advisor.engine.conditions import holds
from advisor.model.condition import In, Includes, Is, Test
from advisor.model.question import Answer

VALUES: tuple[Answer | None, ...] = (None, "a", "b", True, ("a", "b"), ("b",))

indices = st.lists(st.sampled_from(range(len(VALUES))), min_size=1, max_size=70)


def column(index: list[int]) -> Column:
    return Column("q", VALUES, np.array(index, np.int16))


def members(bits: int, size: int) -> list[bool]:
    return [bool(bits >> place & 1) for place in range(size)]


@given(st.lists(st.lists(st.booleans(), min_size=13, max_size=13), min_size=1))
def test_a_set_and_its_mask_are_the_same(rows: list[list[bool]]) -> None:
    sets = [bits_of(np.array(row)) for row in rows]
    assert [members(each, 13) for each in sets] == rows
    assert (masks_of(sets, 13) == np.array(rows)).all()


def test_no_sets_make_no_rows() -> None:
    assert masks_of([], 20).shape == (0, 20)


@given(indices)
def test_a_column_knows_where_each_answer_is_given(index: list[int]) -> None:
    own, size = column(index), len(index)
    for place in range(len(VALUES)):
        assert members(own.at(place), size) == [each == place for each in index]
    assert members(own.answered(), size) == [each != 0 for each in index]


@pytest.mark.parametrize(
    "test", [Is("q", "a"), Is("q", "true"), In("q", ("a", "b")), Includes("q", ("b",))]
)
@given(indices)
def test_a_test_holds_where_it_holds_for_the_single_answer(
    test: Test, index: list[int]
) -> None:
    own = column(index)
    for _ in ("first", "kept"):
        assert members(own.where(test), len(index)) == [
            value is not None and holds(test, {"q": value})
            for value in (VALUES[each] for each in index)
        ]
