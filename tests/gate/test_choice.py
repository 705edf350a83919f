from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisor.gate.choice import choice
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Verdict
from tests.gate.subjects import (
    a_score,
    checks,
    excluded,
    not_judged,
    only,
    report,
    subject,
)

GATE = Place("app/advisor.yaml", 11)


def test_the_recommended_choice_is_nothing_to_speak_of(base: Knowledge) -> None:
    assert list(choice(base, subject())) == []


def test_a_missing_choice_is_a_note_that_names_the_recommendation(
    base: Knowledge,
) -> None:
    found = only(choice(base, subject(choice="")), Check.CHOICE_MISSING)
    assert found.message == (
        "The profile does not say which framework the team has chosen; "
        "the recommendation is Alpha (clear)."
    )
    assert (found.severity, found.place, found.subject) == (
        *(Severity.NOTE, GATE, "gate.framework"),
    )


def test_an_excluded_choice_is_told_once_with_all_reasons(base: Knowledge) -> None:
    reasons = (
        excluded("old", "gone", "retired since 2020-05-06"),
        excluded("old", "vendor", "backed by nobody"),
        excluded("beta", "vendor", "of another"),
    )
    found = only(
        choice(base, subject(choice="old", report=report(excluded=reasons))),
        Check.CHOICE_EXCLUDED,
    )
    assert found.message == (
        "Old is the team's choice, but is excluded: "
        "retired since 2020-05-06; backed by nobody."
    )
    assert found.details == (
        "No retired framework (rule gone): retired since 2020-05-06.",
        "Source: First source, https://s1.example",
        "Not that one (rule vendor): backed by nobody.",
        "Source: First source, https://s1.example",
    )
    assert (found.severity, found.place) == (Severity.ERROR, GATE)
    assert "advisor explain app/advisor.yaml old" in found.help


def test_what_only_retirement_excludes_can_be_allowed(base: Knowledge) -> None:
    told = report(excluded=(excluded("old", "gone"),))
    found = only(
        choice(base, subject(choice="old", report=told)), Check.CHOICE_EXCLUDED
    )
    assert "allow-retired: true" in found.help


def test_a_choice_that_only_misses_targets_is_told_by_the_targets(
    base: Knowledge,
) -> None:
    told = report(excluded=(excluded("old", "nowhere"),))
    assert list(choice(base, subject(choice="old", report=told))) == []


def test_targets_are_no_reason_beside_others(base: Knowledge) -> None:
    reasons = (excluded("old", "gone", "retired"), excluded("old", "nowhere", "lost"))
    told = report(excluded=reasons)
    found = only(
        choice(base, subject(choice="old", report=told)), Check.CHOICE_EXCLUDED
    )
    assert "retired" in found.message
    assert "lost" not in found.message


def test_a_choice_behind_the_first_is_an_error_with_distance_and_reasons(
    base: Knowledge,
) -> None:
    found = only(choice(base, subject(choice="beta")), Check.CHOICE_NOT_RECOMMENDED)
    assert found.message == (
        "Beta is the team's choice, but Alpha leads by 0.20, above all for speed."
    )
    assert found.details == (
        "Beta scores 0.50 (rank 2 of 2), Alpha 0.70.",
        "A gap of up to 0.03 is allowed.",
    )
    assert "gate.margin: 0.20" in found.help
    assert "advisor compare beta alpha app/advisor.yaml" in found.help
    assert (found.severity, found.place, found.subject) == (
        Severity.ERROR,
        GATE,
        "beta",
    )


@pytest.mark.parametrize("margin", [0.0, 0.03])
def test_a_tie_is_always_allowed(margin: float, base: Knowledge) -> None:
    near = Ranked("beta", 1, a_score(speed=0.84, tools=0.5))
    told = report(ranking=(report().ranking[0], near))
    about = subject(choice="beta", margin=margin, report=told)
    assert list(choice(base, about)) == []


def test_a_distance_just_over_the_margin_is_shown_with_more_places(
    base: Knowledge,
) -> None:
    near = Ranked("beta", 2, a_score(speed=0.6996, tools=0.5))
    told = report(ranking=(report().ranking[0], near))
    about = subject(choice="beta", margin=0.1, report=told)
    found = only(choice(base, about), Check.CHOICE_NOT_RECOMMENDED)
    assert "by 0.1002," in found.message
    assert found.details[-1] == "A gap of up to 0.1000 is allowed."
    assert "gate.margin: 0.11" in found.help


values = st.floats(0, 1, allow_subnormal=False)


@given(low=values, one=values, other=values)
def test_a_wider_margin_never_finds_more(
    base: Knowledge, low: float, one: float, other: float
) -> None:
    behind = Ranked("beta", 2, a_score(speed=low * 0.9, tools=0.5))
    told = report(ranking=(report().ranking[0], behind))
    narrow, wide = sorted((one, other))
    found = [
        checks(choice(base, subject(choice="beta", margin=margin, report=told)))
        for margin in (narrow, wide)
    ]
    assert len(found[1]) <= len(found[0])


@given(low=values)
def test_the_margin_that_the_help_names_is_enough_and_hardly_more(
    base: Knowledge, low: float
) -> None:
    behind = Ranked("beta", 2, a_score(speed=low * 0.9, tools=0.5))
    told = report(ranking=(report().ranking[0], behind))
    found = list(choice(base, subject(choice="beta", report=told)))
    assume(found)
    margin = float(found[0].help.split("gate.margin: ")[1].split(";")[0])
    enough = subject(choice="beta", report=told, margin=margin)
    less = subject(choice="beta", report=told, margin=margin - 0.011)
    assert list(choice(base, enough)) == []
    assert list(choice(base, less)) != []


def test_a_choice_without_evidence_is_not_judged(base: Knowledge) -> None:
    told = report(not_judged=(not_judged("beta"),), ranking=report().ranking[:1])
    found = only(
        choice(base, subject(choice="beta", report=told)), Check.CHOICE_NOT_JUDGED
    )
    assert found.message == (
        "Beta is the team's choice, but is not judged: the evidence covers 10%."
    )
    assert (found.severity, found.place) == (Severity.WARNING, GATE)


def test_without_a_basis_the_questions_that_could_help_are_named(
    base: Knowledge,
) -> None:
    nothing = report(
        verdict=Verdict.NO_BASIS,
        summary="No basis.",
        recommendation=None,
        ranking=(),
        open_questions=("goal", "domain", "latency", "cloud"),
    )
    found = only(choice(base, subject(report=nothing)), Check.NO_BASIS)
    assert found.message == "No basis."
    assert found.help.endswith("goal, domain, latency: advisor ask app/advisor.yaml")
    assert (found.severity, found.place) == (
        Severity.WARNING,
        Place("app/advisor.yaml", 3),
    )
    silent = replace(nothing, open_questions=())
    found = only(choice(base, subject(report=silent)), Check.NO_BASIS)
    assert "advisor explain app/advisor.yaml" in found.help


def test_no_basis_is_a_recommendation_of_none(base: Knowledge) -> None:
    nothing = report(verdict=Verdict.NO_BASIS, recommendation=None, ranking=())
    found = only(choice(base, subject(choice="", report=nothing)), Check.CHOICE_MISSING)
    assert "the recommendation is none (no-basis)." in found.message


def test_the_choice_is_spoken_of_in_chinese(in_chinese: Knowledge) -> None:
    found = only(
        choice(in_chinese, subject(choice="beta")), Check.CHOICE_NOT_RECOMMENDED
    )
    assert (
        found.message == "团队选定的是 Beta，但 Alpha 领先 0.20，优势主要在于 Speed。"
    )
    missing = only(choice(in_chinese, subject(choice="")), Check.CHOICE_MISSING)
    assert (
        missing.message == "项目档案没有写明团队选定的框架；当前推荐为 Alpha（明确）。"
    )


def test_a_file_name_is_quoted_as_a_shell_needs_it(base: Knowledge) -> None:
    told = report(not_judged=(not_judged("beta"),), ranking=())
    about = subject(choice="beta", report=told, file="my profile.yaml")
    found = only(choice(base, about), Check.CHOICE_NOT_JUDGED)
    assert "advisor ask 'my profile.yaml'" in found.help
