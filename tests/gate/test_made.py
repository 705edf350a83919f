from dataclasses import replace
from datetime import date

import pytest

from advisor.gate.made import is_made
from advisor.model.checked import Subject
from advisor.model.dependency import Unreadable
from advisor.model.drift import DeadPath
from advisor.model.gate import Check, Place
from advisor.model.path import Maturity
from advisor.model.recorded import NotRecorded
from tests.gate.subjects import DAY, drift, files, recorded, subject

OF_A_RECORD = [
    Check.RECORD_OUTDATED,
    Check.DECISION_CHANGED,
    Check.VERDICT_CHANGED,
    Check.RANKING_CHANGED,
    Check.FRAMEWORK_RETIRED,
    Check.FRAMEWORK_MAINTENANCE,
    Check.PATH_DIED,
    Check.SECURITY_FACT,
]
PATH = DeadPath("phone", "p", Maturity.PREVIEW, Maturity.LEGACY, DAY, "s1", "p")
BROKEN = files(unreadable=(Unreadable(Place("a.txt", 1), "odd"),))
COMPARED = subject(drift=drift())
LATER = recorded(as_of=date(2027, 1, 1))


def dated(about: Subject) -> Subject:
    own = replace(about.file.profile, as_of=DAY)
    return replace(about, file=replace(about.file, profile=own))


@pytest.mark.parametrize("check", OF_A_RECORD)
def test_without_a_record_to_compare_with_nothing_is_said_of_what_moved(
    check: Check,
) -> None:
    assert is_made(check, COMPARED)
    assert not is_made(check, subject(recorded=NotRecorded()))
    assert not is_made(check, replace(COMPARED, recorded=LATER))
    assert not is_made(check, replace(COMPARED, locked=True))


@pytest.mark.parametrize(
    ("check", "about"),
    [
        (Check.PATH_LEGACY, subject(drift=drift(paths=(PATH,)))),
        (Check.PATH_LEGACY, replace(COMPARED, locked=True)),
        (Check.CHOICE_EXCLUDED, replace(COMPARED, locked=True)),
        (Check.CHOICE_EXCLUDED, replace(COMPARED, recorded=LATER)),
        (Check.KNOWLEDGE_OLD, replace(COMPARED, locked=True)),
        (Check.DATE_FIXED, dated(COMPARED)),
        (Check.RECORD_MISSING, subject(lock="", recorded=NotRecorded())),
        (Check.KNOWLEDGE_DIFFERS, COMPARED),
        (Check.DEPENDENCY_MISSING, subject(dependencies=BROKEN)),
        (
            Check.DEPENDENCY_MISSING,
            subject(dependencies=replace(files(), complete=False)),
        ),
    ],
)
def test_some_checks_are_not_made_in_some_runs(check: Check, about: Subject) -> None:
    assert not is_made(check, about)


@pytest.mark.parametrize(
    ("check", "about"),
    [
        (Check.PATH_LEGACY, COMPARED),
        (Check.PATH_LEGACY, subject(drift=drift(paths=(replace(PATH, instead=""),)))),
        (Check.CHOICE_EXCLUDED, COMPARED),
        (Check.CHOICE_MISSING, replace(COMPARED, locked=True)),
        (Check.DATE_FIXED, COMPARED),
        (Check.DATE_FIXED, replace(dated(COMPARED), fixed=True)),
        (Check.RECORD_MISSING, COMPARED),
        (Check.KNOWLEDGE_DIFFERS, replace(COMPARED, locked=True)),
        (Check.DEPENDENCY_MISSING, COMPARED),
    ],
)
def test_the_others_are_made(check: Check, about: Subject) -> None:
    assert is_made(check, about)
