"""The life of a framework: phases and releases."""

from collections.abc import Callable
from datetime import date
from itertools import permutations

from advisor.model.system import Framework, Phase, Release, Status

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
