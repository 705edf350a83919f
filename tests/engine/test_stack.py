"""What to use together with a framework."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from advisor.engine.facts import Facts
from advisor.engine.stack import stack
from advisor.model.condition import All, Condition, Is, Not
from advisor.model.knowledge import Knowledge
from advisor.model.system import FormerVendor, Foundation, Layer, Phase, Status

BORN, ENDS, TODAY = date(2018, 1, 1), date(2022, 1, 1), date(2024, 1, 1)
ALWAYS, FITS = All(()), Is("goal", "research")
RESEARCH: Facts = {"goal": "research"}
Stack = Callable[..., tuple[str, ...]]


def layer(
    id: str,
    fits: Condition = ALWAYS,
    *foundations: Foundation,
    status: tuple[Phase, ...] = (Phase(Status.ACTIVE, BORN, "s1"),),
) -> Layer:
    stands = foundations or (Foundation("ada", BORN, "s1"),)
    return Layer(id, id.title(), "", stands, status, fits, "")


@pytest.fixture(scope="session")
def stacked(a_knowledge: Callable[..., Knowledge]) -> Stack:
    """Return a function from layers to the stack on a framework, by default `ada`."""

    def build(
        *layers: Layer, on: str = "ada", facts: Facts = RESEARCH, day: date = TODAY
    ) -> tuple[str, ...]:
        base = a_knowledge(layers={each.id: each for each in layers})
        return stack(base, on, facts, day)

    return build


def test_without_layers_a_framework_stands_alone(stacked: Stack) -> None:
    assert stacked() == ("ada",)


def test_the_framework_comes_first_and_every_layer_that_fits_is_there(
    stacked: Stack,
) -> None:
    assert stacked(layer("aaa"), layer("zzz", FITS)) == ("ada", "aaa", "zzz")
    for order in permutations([layer("one"), layer("two"), layer("six")]):
        found = stacked(*order)
        assert found[0] == "ada"
        assert set(found[1:]) == {"one", "two", "six"}


@pytest.mark.parametrize("facts", [{}, {"goal": "production"}])
def test_a_layer_is_named_only_where_it_is_known_to_fit(
    facts: Facts, stacked: Stack
) -> None:
    assert stacked(layer("one", FITS), facts=facts) == ("ada",)


def test_an_unanswered_question_names_no_layer_through_a_negation(
    stacked: Stack,
) -> None:
    one = layer("one", Not(FITS))
    assert stacked(one, facts={}) == ("ada",)
    assert stacked(one, facts={"goal": "production"}) == ("ada", "one")


def test_the_layer_of_an_excluded_vendor_is_left_out(stacked: Stack) -> None:
    one = replace(layer("one"), vendors=("google",))
    assert stacked(one, facts={"excluded-vendors": ("meta",)}) == ("ada", "one")
    assert stacked(one, facts={"excluded-vendors": ("meta", "google")}) == ("ada",)
    assert stacked(one, facts={}) == ("ada", "one")


@pytest.mark.parametrize(("day", "there"), [(date(2021, 12, 31), False), (ENDS, True)])
def test_a_former_vendor_bars_a_layer_until_it_has_let_go(
    day: date, there: bool, stacked: Stack
) -> None:
    one = replace(layer("one"), former_vendors=(FormerVendor("google", ENDS, "s1"),))
    barring: Facts = {"excluded-vendors": ("google",)}
    assert ("one" in stacked(one, facts=barring, day=day)) is there


def test_a_layer_belongs_to_the_frameworks_it_stands_on(stacked: Stack) -> None:
    one = layer(
        "one", ALWAYS, Foundation("bob", BORN, "s1"), Foundation("eve", BORN, "s1")
    )
    assert stacked(one) == ("ada",)
    assert stacked(one, on="bob") == ("bob", "one")
    assert stacked(one, on="eve") == ("eve", "one")


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(2017, 12, 31), False),
        (BORN, True),
        (date(2021, 12, 31), True),
        (ENDS, False),
    ],
)
def test_a_foundation_carries_from_its_first_day_until_it_ends(
    day: date, there: bool, stacked: Stack
) -> None:
    born_long_ago = (Phase(Status.ACTIVE, date(2000, 1, 1), "s1"),)
    one = layer(
        "one",
        ALWAYS,
        Foundation("ada", BORN, "s1", until=ENDS),
        status=born_long_ago,
    )
    assert ("one" in stacked(one, day=day)) is there


def test_a_foundation_may_come_back(stacked: Stack) -> None:
    one = layer(
        "one",
        ALWAYS,
        Foundation("ada", BORN, "s1", until=ENDS),
        Foundation("ada", date(2023, 1, 1), "s1"),
    )
    assert "one" not in stacked(one, day=date(2022, 6, 1))
    assert "one" in stacked(one, day=TODAY)


@pytest.mark.parametrize("status", Status)
def test_only_a_living_layer_is_named(status: Status, stacked: Stack) -> None:
    phases = (Phase(Status.ACTIVE, BORN, "s1"), Phase(status, ENDS, "s1"))
    alive = status in (Status.ACTIVE, Status.MAINTENANCE)
    one = layer("one", status=phases)
    assert ("one" in stacked(one)) is alive
    assert "one" in stacked(one, day=date(2021, 12, 31))


def test_before_its_first_phase_a_layer_is_not_there(stacked: Stack) -> None:
    late = (Phase(Status.ACTIVE, ENDS, "s1"),)
    assert stacked(layer("one", status=late), day=date(2020, 1, 1)) == ("ada",)
