from dataclasses import replace
from datetime import date

import pytest

from advisor.gate.decision import decision
from advisor.model.checked import Subject
from advisor.model.drift import Cause, Change, Drift, MovedAnswer, MovedRule
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import NotRecorded, RecordedRank
from advisor.model.report import Ranked, Verdict
from advisor.model.what_if import Outcome
from tests.gate.subjects import (
    ALPHA,
    BETA,
    NOBODY,
    TIE,
    checks,
    drift,
    excluded,
    not_judged,
    outcome,
    recorded,
    report,
    stage,
    subject,
)

LOCK = Place("app/advisor.lock", 5)
RULE = MovedRule("vendor", Change.CAME)
LEANING = outcome(Verdict.LEANING, "alpha")
OTHER_TIE = outcome(Verdict.TIE, "alpha", "over")


def moved(before: Outcome, after: Outcome, cause: Cause = Cause.DATE) -> Subject:
    return subject(drift=drift(stage(cause, RULE, before=before, after=after)))


def told(about: Subject, base: Knowledge) -> list[tuple[Check, Severity]]:
    return [(each.check, each.severity) for each in decision(base, about)]


def test_a_record_that_holds_is_nothing_to_speak_of(base: Knowledge) -> None:
    assert told(subject(drift=drift()), base) == []


def test_a_decision_that_is_not_on_record_is_a_warning(base: Knowledge) -> None:
    (one,) = decision(base, subject(recorded=NotRecorded()))
    assert (one.check, one.severity) == (Check.RECORD_MISSING, Severity.WARNING)
    assert one.place == Place("app/advisor.yaml", 1)
    assert one.message.startswith("No decision is on record in advisor.lock,")
    assert one.help.endswith("advisor check --record app/advisor.yaml")


def test_what_has_no_file_needs_no_record(base: Knowledge) -> None:
    assert told(subject(recorded=NotRecorded(), lock=""), base) == []


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (ALPHA, BETA, (Check.DECISION_CHANGED, Severity.WARNING)),
        (ALPHA, NOBODY, (Check.DECISION_CHANGED, Severity.WARNING)),
        (TIE, BETA, (Check.DECISION_CHANGED, Severity.WARNING)),
        (ALPHA, LEANING, (Check.VERDICT_CHANGED, Severity.WARNING)),
        (
            LEANING,
            outcome(Verdict.TIE, "beta", "alpha"),
            (Check.VERDICT_CHANGED, Severity.WARNING),
        ),
        (LEANING, ALPHA, (Check.VERDICT_CHANGED, Severity.NOTE)),
        (TIE, ALPHA, (Check.VERDICT_CHANGED, Severity.NOTE)),
        (NOBODY, ALPHA, (Check.VERDICT_CHANGED, Severity.NOTE)),
        (TIE, OTHER_TIE, (Check.RANKING_CHANGED, Severity.NOTE)),
        (ALPHA, ALPHA, (Check.RECORD_OUTDATED, Severity.NOTE)),
        (NOBODY, NOBODY, (Check.RECORD_OUTDATED, Severity.NOTE)),
    ],
)
def test_exactly_one_thing_is_told_of_a_record(
    before: Outcome,
    after: Outcome,
    expected: tuple[Check, Severity],
    base: Knowledge,
) -> None:
    assert told(moved(before, after), base) == [expected]


@pytest.mark.parametrize(
    ("before", "after", "check"),
    [
        (ALPHA, ALPHA, Check.RECORD_OUTDATED),
        (LEANING, ALPHA, Check.RECORD_OUTDATED),
        (TIE, OTHER_TIE, Check.RECORD_OUTDATED),
        (ALPHA, LEANING, Check.VERDICT_CHANGED),
    ],
)
def test_other_answers_are_worth_a_warning(
    before: Outcome, after: Outcome, check: Check, base: Knowledge
) -> None:
    about = moved(before, after, Cause.ANSWERS)
    assert told(about, base) == [(check, Severity.WARNING)]


def test_a_changed_decision_says_what_was_and_what_is_and_why(base: Knowledge) -> None:
    (one,) = decision(base, moved(ALPHA, BETA))
    assert one.message == (
        "As of 2025-01-02 the recommendation was Alpha (clear); "
        "now it is Beta (leaning)."
    )
    assert one.details == (
        "Date then → now: the recommendation goes from Alpha (clear) to Beta (leaning).",
        "Rule vendor fires now: Not that one.",
    )
    assert (one.place, one.subject) == (LOCK, "alpha")
    assert one.help == (
        "For the whole reasoning run advisor explain app/advisor.yaml beta; "
        "to accept what has moved run advisor check --update app/advisor.yaml"
    )
    (one,) = decision(base, moved(ALPHA, NOBODY))
    assert "advisor explain app/advisor.yaml;" in one.help


@pytest.mark.parametrize(
    ("choice", "margin", "severity"),
    [
        ("", 0.0, Severity.ERROR),
        ("alpha", 0.0, Severity.WARNING),
        ("beta", 0.0, Severity.ERROR),
        ("beta", 0.19, Severity.ERROR),
        ("beta", 0.2, Severity.WARNING),
        ("old", 0.0, Severity.ERROR),
        ("over", 0.0, Severity.ERROR),
    ],
)
def test_a_change_fails_unless_the_choice_is_ranked_and_near_enough(
    choice: str, margin: float, severity: Severity, base: Knowledge
) -> None:
    about = subject(
        choice=choice,
        margin=margin,
        recorded=recorded(choice=choice),
        drift=drift(stage(Cause.DATE, RULE, before=ALPHA, after=BETA)),
        report=report(
            excluded=(excluded("old", "gone"),), not_judged=(not_judged("over"),)
        ),
    )
    assert told(about, base) == [(Check.DECISION_CHANGED, severity)]


def test_of_a_record_of_a_later_day_only_that_is_told(base: Knowledge) -> None:
    about = subject(
        recorded=recorded(as_of=date(2027, 1, 2)),
        drift=drift(stage(Cause.DATE, RULE, before=ALPHA, after=BETA)),
    )
    (one,) = decision(base, about)
    assert (one.check, one.severity) == (Check.RECORD_OUTDATED, Severity.NOTE)
    assert one.message == (
        "The record is of a later day, 2027-01-02, than this check, 2026-11-21; "
        "so nothing is said of what has moved."
    )
    assert (one.place, one.subject, one.details) == (LOCK, "advisor.lock", ())
    assert "2027-01-02 or later" in one.help


def answered(*moves: MovedAnswer, knowledge: bool = False) -> Drift:
    first = stage(Cause.KNOWLEDGE, RULE, after=TIE if knowledge else ALPHA)
    before = first.outcome_after
    return drift(first, stage(Cause.ANSWERS, *moves, before=before, after=BETA))


def test_the_one_answer_that_decides_is_where_the_finding_stands(
    base: Knowledge,
) -> None:
    goal = MovedAnswer("goal", "research", "production", alone=True)
    weight = replace(goal, name="weights.speed")
    beside = replace(goal, name="latency", alone=False)
    places = {
        answered(goal, beside): Place("app/advisor.yaml", 4),
        answered(weight): Place("app/advisor.yaml", 9),
        answered(goal, weight): LOCK,
        answered(beside): LOCK,
        answered(goal, knowledge=True): LOCK,
    }
    for found, place in places.items():
        (one,) = decision(base, subject(drift=found))
        assert one.place == place


def test_the_passing_of_days_alone_is_nothing_to_speak_of(base: Knowledge) -> None:
    assert told(subject(drift=drift(stage(Cause.DATE))), base) == []
    about = subject(drift=drift(stage(Cause.DATE, RULE)))
    assert told(about, base) == [(Check.RECORD_OUTDATED, Severity.NOTE)]


def test_another_rule_base_is_a_note_although_nothing_moved(base: Knowledge) -> None:
    about = subject(drift=drift(stage(Cause.KNOWLEDGE)))
    (one,) = decision(base, about)
    assert (one.check, one.severity) == (Check.RECORD_OUTDATED, Severity.NOTE)
    assert one.message == (
        "The rule base has changed since the decision was recorded (as of 2025-01-02), "
        "but nothing in it that bears on the decision; "
        "the recommendation is still Alpha (clear)."
    )
    assert one.subject == "advisor.lock"


def test_with_a_locked_date_another_rule_base_is_told_once(base: Knowledge) -> None:
    about = subject(drift=drift(stage(Cause.KNOWLEDGE)), locked=True)
    (one,) = decision(base, about)
    assert (one.check, one.severity) == (Check.KNOWLEDGE_DIFFERS, Severity.WARNING)
    assert one.message == (
        "The decision was put on record with rule base 2025.1 (sha256:aaaaaaaaaaaa), "
        "but this is 2026.11 (sha256:bbbbbbbbbbbb)."
    )
    assert one.place == LOCK
    more = subject(drift=drift(stage(Cause.KNOWLEDGE, RULE)), locked=True)
    assert checks(decision(base, more)) == [
        Check.KNOWLEDGE_DIFFERS,
        Check.RECORD_OUTDATED,
    ]


def test_with_a_locked_date_the_recorded_rule_base_is_in_order(base: Knowledge) -> None:
    same = report(knowledge_digest=recorded().knowledge_digest)
    assert told(subject(report=same, drift=drift(), locked=True), base) == []


def test_another_order_is_a_note_that_says_who_changed_places(
    base: Knowledge,
) -> None:
    once = (*recorded().ranking, RecordedRank("old", 3, 0.1))
    score = report().ranking[0].score
    now = (*report().ranking[:1], Ranked("old", 2, score), Ranked("beta", 3, score))
    about = subject(
        drift=drift(stage(Cause.DATE), reordered=True),
        recorded=recorded(ranking=once),
        report=report(ranking=now),
    )
    (one,) = decision(base, about)
    assert (one.check, one.severity) == (Check.RANKING_CHANGED, Severity.NOTE)
    assert one.message == (
        "The ranking has changed since the decision was recorded (as of 2025-01-02); "
        "the recommendation is still Alpha (clear)."
    )
    assert one.details[-1] == (
        "Ranks on record → now (= for a shared rank): Old 3 → 2 and Beta 2 → 3."
    )


def test_an_order_of_nobody_is_spoken_of_too(base: Knowledge) -> None:
    found = drift(stage(Cause.DATE, before=NOBODY, after=NOBODY), reordered=True)
    (one,) = decision(base, subject(drift=found, report=report(ranking=())))
    assert (one.check, one.subject) == (Check.RANKING_CHANGED, "")
    assert one.details[-1] == "No framework is ranked now."


def test_another_choice_than_on_record_is_a_warning(base: Knowledge) -> None:
    about = subject(choice="beta", recorded=recorded(choice=""), drift=drift())
    (one,) = decision(base, about)
    assert (one.check, one.severity) == (Check.RECORD_OUTDATED, Severity.WARNING)
    assert one.details == (
        "The team's choice on record: not set. In the profile now: Beta.",
    )


def test_answers_that_are_no_longer_asked_for_are_told(base: Knowledge) -> None:
    about = replace(moved(ALPHA, BETA), recorded=recorded(lost=("fax", "telex")))
    (one,) = decision(base, about)
    assert one.details[-1] == (
        "Answers on record that the questionnaire no longer knows, so that it cannot be "
        "said what they did: fax and telex."
    )


def test_the_record_is_spoken_of_in_chinese(in_chinese: Knowledge) -> None:
    (one,) = decision(in_chinese, moved(ALPHA, TIE))
    assert one.message == (
        "对 Alpha 的结论变弱：截至 2025-01-02 的推荐为 Alpha（明确），"
        "现在为 Alpha 和 Beta 打成平手。"
    )
