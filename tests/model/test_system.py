"""The life of a framework: phases, releases and platforms."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

import pytest

from advisor.model.system import (
    Framework,
    Level,
    Phase,
    Platform,
    Release,
    Status,
    phase_on,
)

BORN, OLD, GONE = date(2010, 1, 1), date(2017, 1, 1), date(2018, 1, 1)


def test_a_phase_holds_from_its_first_day_to_the_next(
    a_framework: Callable[..., Framework],
) -> None:
    one = a_framework("ada", since=BORN, status={Status.RETIRED: GONE})
    seen = [one.phase_on(day) for day in (date(2009, 12, 31), BORN, OLD, GONE)]
    assert [phase.status if phase else None for phase in seen] == [
        None,
        Status.ACTIVE,
        Status.ACTIVE,
        Status.RETIRED,
    ]


def test_phases_may_be_written_in_any_order(
    a_framework: Callable[..., Framework],
) -> None:
    phases = (
        Phase(Status.ACTIVE, BORN, ""),
        Phase(Status.MAINTENANCE, OLD, ""),
        Phase(Status.RETIRED, GONE, ""),
    )
    for order in permutations(phases):
        one = a_framework("ada")
        shuffled = Framework(
            one.id, one.name, "", one.maintainer, one.first_release, order
        )
        assert shuffled.phase_on(date(2017, 6, 1)) == phases[1]


def test_a_release_is_found_by_its_version_the_first_one_too(
    a_framework: Callable[..., Framework],
) -> None:
    one = a_framework("ada", releases={"2.0": OLD})
    assert one.release("2.0") == Release("2.0", OLD, "ada-2.0")
    assert one.release("0.1") == one.first_release
    assert one.release("2") is None


@pytest.mark.parametrize(
    ("day", "until", "holds"),
    [
        (date(2009, 12, 31), None, False),
        (BORN, None, True),
        (date(2099, 1, 1), None, True),
        (date(2016, 12, 31), OLD, True),
        (OLD, OLD, False),
    ],
)
def test_a_platform_holds_from_its_first_day_until_the_day_it_ends(
    day: date, until: date | None, holds: bool
) -> None:
    one = Platform("linux", "cpu", (), Level.PRODUCTION, BORN, "s1", until)
    assert one.holds_on(day) is holds


def test_without_phases_there_is_none_to_be_in() -> None:
    assert phase_on((), GONE) is None


def test_the_phase_of_a_framework_is_that_of_its_phases(
    a_framework: Callable[..., Framework],
) -> None:
    one = a_framework("ada", since=BORN, status={Status.RETIRED: GONE})
    for day in (date(2009, 12, 31), BORN, OLD, GONE):
        assert one.phase_on(day) == phase_on(one.status, day)
