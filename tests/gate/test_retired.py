from dataclasses import replace
from datetime import date

import pytest

from advisor.gate.dependencies import dependencies
from advisor.gate.found import Found
from advisor.model.checked import Subject
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.system import Phase, Runtime, Status, System
from tests.gate.subjects import excluded, files, named, only, report, subject

OVER = date(2025, 8, 7)
BOTH = files(named("alpha"), named("gone", "a.txt", 3))


def found(about: Subject, base: Knowledge) -> list[Found]:
    return list(dependencies(base, about))


def companion(kind: str, status: Status, base: Knowledge) -> Knowledge:
    """Return the rule base with a layer, runtime or system that comes as "gone"."""
    phases, packages = (Phase(status, OVER, "s1"),), ("pkg:pypi/gone",)
    if kind == "layers":
        own = replace(
            *(base.layers["tier"],), id="gone", name="Gone", stands_on=(), status=phases
        )
        return replace(base, layers={"gone": replace(own, packages=packages)})
    if kind == "runtimes":
        box = Runtime("gone", "Gone", "", phases, packages=packages)
        return replace(base, runtimes={**base.runtimes, "gone": box})
    tool = System("gone", "Gone", "tool", "", status=phases, packages=packages)
    return replace(base, systems={"gone": tool})


@pytest.mark.parametrize("kind", ["layers", "runtimes", "systems"])
@pytest.mark.parametrize("status", [Status.RETIRED, Status.ARCHIVED])
def test_whatever_nobody_looks_after_any_more_is_told(
    kind: str, status: Status, base: Knowledge
) -> None:
    (one,) = found(subject(dependencies=BOTH), companion(kind, status, base))
    assert (one.check, one.severity) == (Check.DEPENDENCY_RETIRED, Severity.WARNING)
    assert one.message == (
        f"Gone is among the dependencies (package gone), but has been {status} since "
        "2025-08-07."
    )
    assert (one.place, one.subject) == (Place("a.txt", 3), "gone")
    assert one.details == ("Source: First source, https://s1.example",)
    assert "gate.exceptions" in one.help


@pytest.mark.parametrize("kind", ["layers", "runtimes", "systems"])
def test_what_somebody_still_looks_after_is_in_order(
    kind: str, base: Knowledge
) -> None:
    about = subject(dependencies=BOTH)
    for status in (Status.ACTIVE, Status.MAINTENANCE):
        assert found(about, companion(kind, status, base)) == []
    early = subject(dependencies=BOTH, report=report(as_of=OVER.replace(day=6)))
    assert found(early, companion(kind, Status.RETIRED, base)) == []


def test_allowing_retired_frameworks_allows_no_other_retired_dependency(
    base: Knowledge,
) -> None:
    about = subject(dependencies=BOTH, allow_retired=True)
    (one,) = found(about, companion("systems", Status.RETIRED, base))
    assert one.subject == "gone"


def test_a_retired_dependency_is_told_once(base: Knowledge) -> None:
    listed = files(named("alpha"), named("old", "a.txt", 3))
    (one,) = found(subject(dependencies=listed), base)
    assert one.check is Check.DEPENDENCY_RETIRED
    assert one.message == (
        "Old is among the dependencies (package old), but has been retired since "
        "2020-05-06."
    )
    assert one.place == Place("a.txt", 3)


def test_a_retired_extra_is_a_note(base: Knowledge) -> None:
    listed = files(named("alpha"), named("old", direct=False))
    told = found(subject(dependencies=listed), base)
    one = only(told, Check.DEPENDENCY_RETIRED)
    assert one.severity is Severity.NOTE
    assert "an extra" in one.details[0]


def test_a_retired_dependency_may_be_allowed_but_still_wants_an_explanation(
    base: Knowledge,
) -> None:
    listed = files(named("alpha"), named("old"))
    about = subject(allow_retired=True, dependencies=listed)
    (one,) = found(about, base)
    assert one.check is Check.DEPENDENCY_UNEXPLAINED


def test_of_a_retired_choice_the_choice_tells(base: Knowledge) -> None:
    listed = files(named("old"))
    told = report(excluded=(excluded("old", "gone"),))
    assert found(subject(choice="old", report=told, dependencies=listed), base) == []
    other = report(excluded=(excluded("old", "vendor"),))
    (one,) = found(subject(choice="old", report=other, dependencies=listed), base)
    assert one.check is Check.DEPENDENCY_RETIRED
