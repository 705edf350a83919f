from dataclasses import replace
from datetime import date

from advisor.gate.targets import targets
from advisor.model.drift import DeadPath
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from tests.gate.subjects import checks, drift, only, recorded, report, route, subject

BOTH = {"deployment-targets": ("server", "phone")}
SERVER = {"server": route("alpha-server", "alpha", "server")}
PHONE = {"phone": route("alpha-phone-new", "alpha", "phone")}
OLD_PHONE = route(
    "alpha-phone", "alpha", "phone", Maturity.LEGACY, others=("alpha-phone-new",)
)


def test_targets_that_are_reached_are_nothing_to_speak_of(base: Knowledge) -> None:
    there = report(answers=BOTH, routes={"alpha": {**SERVER, **PHONE}})
    assert list(targets(base, subject(report=there))) == []


def test_a_target_without_a_living_path_is_an_error_at_its_line(
    base: Knowledge,
) -> None:
    told = report(answers=BOTH, routes={"alpha": PHONE | SERVER, "beta": {}})
    made = targets(base, subject(choice="beta", report=told))
    found = next(each for each in made if each.subject == "phone")
    assert found.message == "No living path leads from Beta to phone (Phones)."
    assert found.details == (
        "The path beta-phone over Box has been dead since 2025-07-01.",
        "Source: First source, https://s1.example",
        "A path leads there from Alpha.",
    )
    assert (found.severity, found.place) == (
        Severity.ERROR,
        Place("app/advisor.yaml", 7),
    )
    assert "Choose a framework that reaches it" in found.help


def test_a_target_that_nobody_reaches_is_said_to_be_one(base: Knowledge) -> None:
    told = report(answers=BOTH, routes={"alpha": SERVER}, unreached=("phone",))
    found = only(targets(base, subject(report=told)), Check.TARGET_UNREACHABLE)
    assert found.details == (
        "The rule base knows no living path to it from any framework.",
    )
    assert "Choose" not in found.help


def test_without_a_choice_the_recommended_framework_counts(base: Knowledge) -> None:
    told = report(answers=BOTH, routes={"alpha": SERVER, "beta": PHONE})
    found = only(
        targets(base, subject(choice="", report=told)), Check.TARGET_UNREACHABLE
    )
    assert "from Alpha" in found.message
    nobody = replace(told, recommendation=None)
    assert list(targets(base, subject(choice="", report=nobody))) == []


def test_nowhere_is_no_target_and_no_answer_is_none(base: Knowledge) -> None:
    for answers in ({"deployment-targets": ("none",)}, {}):
        told = report(answers=answers, routes={})
        assert list(targets(base, subject(report=told))) == []


def test_without_any_path_nothing_can_be_said(base: Knowledge) -> None:
    told = report(answers=BOTH, routes={})
    assert list(targets(replace(base, paths={}), subject(report=told))) == []


def test_a_path_that_counts_as_legacy_is_a_warning_that_names_another(
    base: Knowledge,
) -> None:
    told = report(answers=BOTH, routes={"alpha": {**SERVER, "phone": OLD_PHONE}})
    found = only(targets(base, subject(report=told)), Check.PATH_LEGACY)
    assert found.message == (
        "The best path from Alpha to phone (Phones), alpha-phone over Box, "
        "counts as legacy since 2025-07-01."
    )
    assert found.help == "Plan to move to alpha-phone-new (preview)."
    assert (found.severity, found.subject) == (Severity.WARNING, "phone")


def test_the_note_on_a_legacy_path_is_told(base: Knowledge) -> None:
    noted = replace(OLD_PHONE.milestone, note="use the new one")
    told = report(
        answers=BOTH,
        routes={"alpha": {**SERVER, "phone": replace(OLD_PHONE, milestone=noted)}},
    )
    found = only(targets(base, subject(report=told)), Check.PATH_LEGACY)
    assert found.details[0] == "The rule base notes: use the new one"


def test_a_path_that_became_legacy_since_the_record_is_left_to_the_news(
    base: Knowledge,
) -> None:
    told = report(answers=BOTH, routes={"alpha": {**SERVER, "phone": OLD_PHONE}})
    became = DeadPath(
        *("phone", "alpha-phone", Maturity.PREVIEW, Maturity.LEGACY),
        *(told.as_of, "s1", "alpha-phone"),
    )
    elsewhere = replace(became, target="server")
    for path, silent in ((became, True), (elsewhere, False)):
        about = subject(report=told, drift=drift(paths=(path,)))
        assert (list(targets(base, about)) == []) is silent
    later = subject(
        report=told,
        drift=drift(paths=(became,)),
        recorded=recorded(as_of=date(2027, 1, 1)),
    )
    assert checks(targets(base, later)) == [Check.PATH_LEGACY]


def test_without_another_path_a_legacy_one_is_to_be_replaced(base: Knowledge) -> None:
    alone = replace(OLD_PHONE, others=())
    told = report(answers=BOTH, routes={"alpha": {**SERVER, "phone": alone}})
    found = only(targets(base, subject(report=told)), Check.PATH_LEGACY)
    assert found.help.startswith("Plan what takes its place")


def test_targets_are_spoken_of_in_chinese(in_chinese: Knowledge) -> None:
    told = report(answers=BOTH, routes={"alpha": SERVER})
    found = only(targets(in_chinese, subject(report=told)), Check.TARGET_UNREACHABLE)
    assert found.message == "没有可用的路径从 Alpha 通向 phone（Phones）。"
