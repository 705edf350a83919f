from dataclasses import replace
from datetime import date

from advisor.gate.baseline import against, outdated
from advisor.gate.found import Found, findings
from advisor.model.finding import Severity
from advisor.model.gate import (
    Accepted,
    Baseline,
    Check,
    GateFinding,
    Known,
    KnownFinding,
    Open,
    Place,
)
from advisor.model.knowledge import Knowledge


def made(check: Check, about: str) -> GateFinding:
    place = Place("advisor.yaml", 1)
    (one,) = findings([Found(check, place, about, "", "")], place.file)
    return one


def known(*found: GateFinding) -> Baseline:
    return Baseline(
        "ci/baseline.yaml",
        {
            each.fingerprint: KnownFinding(each.check, each.place.file, each.subject, n)
            for n, each in enumerate(found, 4)
        },
    )


ONE, OTHER = made(Check.PATH_LEGACY, "android"), made(Check.PATH_LEGACY, "ios")


def test_a_finding_of_the_baseline_is_known_wherever_its_line_is_now() -> None:
    moved = replace(ONE, place=Place("advisor.yaml", 99))
    treated = against([moved, OTHER], known(ONE))
    assert [each.treatment for each in treated] == [Known(), Open()]


def test_what_is_accepted_stays_accepted() -> None:
    agreed = Accepted("r", "o", date(2027, 1, 1))
    (one,) = against([replace(ONE, treatment=agreed)], known(ONE))
    assert one.treatment == agreed


def test_an_invalid_profile_is_never_known() -> None:
    broken = made(Check.PROFILE_INVALID, "answers")
    assert against([broken], known(broken)) == (broken,)


def test_an_entry_that_nothing_answers_to_is_a_note_at_its_line(
    base: Knowledge,
) -> None:
    (gone,) = outdated(base, known(ONE, OTHER), against([ONE], known(ONE)))
    assert (gone.check, gone.severity) == (Check.BASELINE_OUTDATED, Severity.NOTE)
    assert gone.place == Place("ci/baseline.yaml", 5)
    assert gone.message == (
        "The baseline knows path-legacy about ios in advisor.yaml, "
        "which is no longer found."
    )


def test_a_baseline_that_is_all_there_is_not_outdated(base: Knowledge) -> None:
    assert outdated(base, known(ONE, OTHER), [OTHER, ONE]) == ()
