"""Walking through a condition."""

from advisor.model.condition import All, Any_, In, Includes, Is, Not
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
