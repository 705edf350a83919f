from dataclasses import replace
from typing import Any

import pytest

from advisor.gate.dependencies import dependencies
from advisor.gate.found import Found
from advisor.model.checked import Subject
from advisor.model.dependency import Dependencies, Unreadable
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.report import Verdict
from tests.gate.subjects import (
    files,
    named,
    only,
    report,
    route,
    subject,
)


def found(about: Subject, base: Knowledge) -> list[Found]:
    return list(dependencies(base, about))


def test_files_that_name_the_choice_are_in_order(base: Knowledge) -> None:
    assert found(subject(dependencies=files(named("alpha"))), base) == []


def test_without_dependency_files_there_is_nothing_to_compare(base: Knowledge) -> None:
    assert found(subject(), base) == []


def test_a_choice_that_no_file_names_is_missing(base: Knowledge) -> None:
    listed = files(named("numpy"), named("rich", "uv.lock", direct=False))
    one = only(found(subject(dependencies=listed), base), Check.DEPENDENCY_MISSING)
    assert one.message == "No dependency file names Alpha, the team's choice."
    assert one.details == (
        "Looked at: pyproject.toml and uv.lock.",
        "It comes as Alpha.",
    )
    assert (one.severity, one.place) == (
        Severity.WARNING,
        Place("app/advisor.yaml", 11),
    )


def test_what_files_leave_open_may_be_the_choice(base: Knowledge) -> None:
    listed = replace(files(named("numpy")), complete=False)
    assert found(subject(dependencies=listed), base) == []


def test_a_layer_on_the_choice_is_as_good_as_the_choice(base: Knowledge) -> None:
    told = report(routes={})
    about = subject(choice="beta", report=told, dependencies=files(named("tier")))
    assert found(about, base) == []


def test_what_the_choice_stands_on_may_bring_it(base: Knowledge) -> None:
    told = report(routes={})
    about = subject(choice="over", report=told, dependencies=files(named("alpha")))
    assert found(about, base) == []
    early = replace(told, as_of=told.as_of.replace(year=2024))
    assert Check.DEPENDENCY_MISSING in {
        each.check for each in found(replace(about, report=early), base)
    }


@pytest.mark.parametrize("choice", ["", "unpacked"])
def test_what_is_not_chosen_or_has_no_package_cannot_be_missing(
    choice: str, base: Knowledge
) -> None:
    about = subject(choice=choice, dependencies=files(named("numpy")))
    assert found(about, base) == []


def test_files_that_name_no_package_at_all_miss_nothing(base: Knowledge) -> None:
    about = subject(dependencies=Dependencies(files=("pyproject.toml",)))
    assert found(about, base) == []


def test_as_long_as_something_is_unreadable_nothing_is_said_to_be_missing(
    base: Knowledge,
) -> None:
    broken = Unreadable(Place("app/requirements.txt", 7), "what is this")
    other = Unreadable(Place("app/requirements.txt", 2), "and this")
    listed = files(named("numpy"), unreadable=(broken, other))
    (one,) = found(subject(dependencies=listed), base)
    assert one.check is Check.DEPENDENCY_UNREADABLE
    assert one.message == "app/requirements.txt could not be read in full: and this"
    assert one.details == ("line 7: what is this",)
    assert (one.place.line, one.subject) == (2, "requirements.txt")


def test_of_many_problems_in_a_file_the_first_are_told(base: Knowledge) -> None:
    broken = [Unreadable(Place("a.txt", n), "odd") for n in range(1, 20)]
    listed = files(unreadable=tuple(broken))
    (one,) = found(subject(dependencies=listed), base)
    assert one.details[-2:] == ("line 6: odd", "and 13 more problems")


def test_each_unreadable_file_is_told_of(base: Knowledge) -> None:
    broken = tuple(Unreadable(Place(f"{name}.txt", 1), "odd") for name in "ba")
    told = found(subject(dependencies=files(unreadable=broken)), base)
    assert [each.place.file for each in told] == ["a.txt", "b.txt"]


def test_another_framework_beside_the_choice_wants_an_explanation(
    base: Knowledge,
) -> None:
    listed = files(
        named("beta", "uv.lock", 40, direct=False),
        named("beta", "app/pyproject.toml", 12),
        named("alpha"),
    )
    (one,) = found(subject(dependencies=listed), base)
    assert one.check is Check.DEPENDENCY_UNEXPLAINED
    assert one.message == (
        "Beta is among the dependencies (package beta), but the team's choice is Alpha, "
        "and nothing in the profile says what Beta is for."
    )
    assert (one.severity, one.place, one.subject) == (
        Severity.WARNING,
        Place("app/pyproject.toml", 12),
        "beta",
    )
    assert one.details == ("Also named in uv.lock:40.",)
    assert "beta under answers.existing-code" in one.help


def test_what_only_a_lock_file_names_is_a_note(base: Knowledge) -> None:
    listed = files(named("alpha"), named("beta", "uv.lock", direct=False))
    (one,) = found(subject(dependencies=listed), base)
    assert one.severity is Severity.NOTE
    assert one.details[0].startswith("Only a lock file, a constraint, an extra")


def explained(base: Knowledge, answers: dict[str, Answer], **fields: object) -> bool:
    """Say whether Beta beside Alpha needs no explanation."""
    told = report(answers=answers, **fields)
    listed = files(named("alpha"), named("beta"))
    return found(subject(report=told, dependencies=listed), base) == []


def test_existing_code_explains_a_framework(base: Knowledge) -> None:
    assert explained(base, {"existing-code": ("beta",)})
    assert explained(base, {"existing-code": ("none", "beta-2")})
    assert not explained(base, {"existing-code": ("betamax", "alpha")})
    assert not explained(base, {"existing-code": "beta"})


def test_a_recommended_framework_needs_no_explanation(base: Knowledge) -> None:
    both = {"alpha": ("alpha",), "beta": ("beta", "tier")}
    assert explained(base, {}, stacks=both, verdict=Verdict.TIE)
    assert not explained(base, {}, stacks=both, recommendation=None)


def test_a_framework_on_the_way_to_a_target_needs_no_explanation(
    base: Knowledge,
) -> None:
    way = route("alpha-server", "alpha", "server")
    through = replace(way, path=replace(way.path, through=("beta",)))
    assert explained(base, {}, routes={"alpha": {"server": through}})
    assert not explained(base, {}, routes={"over": {"server": through}})


@pytest.mark.parametrize(("choice", "other"), [("alpha", "over"), ("over", "alpha")])
def test_what_stands_under_or_over_the_choice_needs_no_explanation(
    choice: str, other: str, base: Knowledge
) -> None:
    told = report(recommendation=None, routes={}, stacks={})
    listed = files(named(choice), named(other))
    assert found(subject(choice=choice, report=told, dependencies=listed), base) == []
    # Nothing stands on anything before its day.
    early = replace(told, as_of=told.as_of.replace(year=2024))
    (one,) = found(subject(choice=choice, report=early, dependencies=listed), base)
    assert (one.check, one.subject) == (Check.DEPENDENCY_UNEXPLAINED, other)


def test_a_specialised_framework_is_an_ordinary_companion(base: Knowledge) -> None:
    listed = files(named("alpha"), named("special"))
    assert found(subject(dependencies=listed), base) == []


def test_without_a_choice_the_recommendation_has_to_explain_it(
    base: Knowledge,
) -> None:
    listed = files(named("beta"))
    (one,) = found(subject(choice="", dependencies=listed), base)
    assert "(package beta), but the recommendation is Alpha," in one.message
    nobody = report(recommendation=None)
    assert found(subject(choice="", report=nobody, dependencies=listed), base) == []


def test_a_layer_on_a_framework_that_nothing_explains_is_a_note(
    base: Knowledge,
) -> None:
    (one,) = found(subject(dependencies=files(named("alpha"), named("tier"))), base)
    assert one.check is Check.DEPENDENCY_UNEXPLAINED
    assert one.message == (
        "Tier is among the dependencies (package tier) and stands on Beta, but the "
        "framework in use is Alpha, and nothing in the profile says what Beta is for."
    )
    assert (one.severity, one.subject) == (Severity.NOTE, "tier")
    assert "beta under answers.existing-code" in one.help


def test_a_layer_that_says_nothing_new_is_not_told(base: Knowledge) -> None:
    def subjects(knowledge: Knowledge = base, **fields: Any) -> list[str]:  # noqa: ANN401
        listed = fields.pop("dependencies", files(named("alpha"), named("tier")))
        about = subject(dependencies=listed, **fields)
        return [each.subject for each in found(about, knowledge)]

    assert subjects() == ["tier"]
    lock = named("tier", "uv.lock", direct=False)
    assert subjects(dependencies=files(named("alpha"), lock)) == []
    with_beta = files(named("alpha"), named("beta"), named("tier"))
    assert subjects(dependencies=with_beta) == ["beta"]
    code = report(answers={"existing-code": ("beta",)})
    assert subjects(report=code) == []
    early = report(as_of=report().as_of.replace(year=2024))
    assert subjects(report=early) == []
    tier = base.layers["tier"]
    both = (*tier.stands_on, replace(tier.stands_on[0], framework="alpha"))
    wide = replace(base, layers={"tier": replace(tier, stands_on=both)})
    assert subjects(wide) == []


def test_dependencies_are_spoken_of_in_chinese(in_chinese: Knowledge) -> None:
    listed = files(
        named("alpha"), named("beta"), *(named("beta", "b.txt", n) for n in range(9))
    )
    (one,) = found(subject(dependencies=listed), in_chinese)
    assert one.message == (
        "依赖中有 Beta（软件包 beta），但团队选定的是 Alpha，"
        "项目档案也没有写明 Beta 的用途。"
    )
    assert one.details == (
        "另见于 b.txt:0、b.txt:1、b.txt:2、b.txt:3、b.txt:4 等（另有 4 个）。",
    )
