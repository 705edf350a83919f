"""Walking through a condition."""

import pytest

from advisor.model.condition import All, Any_, In, Includes, Is, Not, Test, values_of
from advisor.model.condition import tests as parts_of


def test_every_test_inside_a_condition_is_found_from_left_to_right() -> None:
    one, two, three = Is("a", "1"), In("b", ("1", "2")), Includes("c", ("x",))
    assert list(parts_of(All((Not(one), Any_((two, All((three, one)))))))) == [
        one,
        two,
        three,
        one,
    ]


def test_an_empty_condition_tests_nothing() -> None:
    assert list(parts_of(All(()))) == []


@pytest.mark.parametrize(
    ("one", "values"),
    [
        (Is("a", "true"), ("true",)),
        (In("a", ("1", "2")), ("1", "2")),
        (Includes("a", ("x", "y")), ("x", "y")),
        (Includes("a", ()), ()),
    ],
)
def test_the_values_of_a_test_are_those_it_accepts(
    one: Test, values: tuple[str, ...]
) -> None:
    assert values_of(one) == values
