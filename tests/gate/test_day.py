from datetime import date

from advisor.gate.day import day
from advisor.model.finding import Severity
from advisor.model.gate import Check, Place
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from tests.gate.subjects import checks, cited, only, report, subject

LATER = date(2028, 3, 5)


def old(as_of: date = LATER) -> Report:
    """Return a report that rests on a claim of 2026-03-04."""
    return report(as_of=as_of, ranking=(cited("alpha", "c-1"),))


def test_a_day_that_nobody_fixed_with_fresh_evidence_is_in_order(
    base: Knowledge,
) -> None:
    assert list(day(base, subject(report=old(date(2026, 11, 21))))) == []


def test_a_day_that_the_profile_fixes_is_a_note_at_its_line(base: Knowledge) -> None:
    found = only(day(base, subject(fixed=True)), Check.DATE_FIXED)
    assert found.message == (
        "The profile fixes the day (as-of: 2026-11-21), "
        "so the check sees nothing newer than that."
    )
    assert (found.severity, found.subject) == (Severity.NOTE, "as-of")
    assert found.place == Place("app/advisor.yaml", 2)
    assert "--as-of DAY app/advisor.yaml" in found.help


def test_old_evidence_is_a_warning_that_says_how_old(base: Knowledge) -> None:
    found = only(day(base, subject(report=old())), Check.KNOWLEDGE_OLD)
    assert found.message.startswith(
        "The newest claim to go by is 24 months old as of 2028-03-05:"
    )
    assert (found.severity, found.subject) == (Severity.WARNING, "knowledge")
    assert found.place == Place("app/advisor.yaml", 1)


def test_who_asks_for_the_recorded_day_asks_for_old_evidence(base: Knowledge) -> None:
    assert checks(day(base, subject(report=old(), locked=True))) == []


def test_evidence_so_old_that_nothing_is_ranked_any_more_is_still_old(
    base: Knowledge,
) -> None:
    nothing = report(as_of=date(2060, 1, 1), ranking=())
    found = only(day(base, subject(report=nothing)), Check.KNOWLEDGE_OLD)
    assert "months old as of 2060-01-01" in found.message
