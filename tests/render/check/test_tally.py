from dataclasses import replace

import pytest
from hypothesis import given

from advisor.model.checked import GateReport, ProfileCheck, Unread
from advisor.model.finding import Severity
from advisor.model.gate import Check, Known
from advisor.render.check.tally import (
    accepted,
    counted,
    failed,
    fails,
    known,
    told_apart,
    worst_first,
)
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_full_report,
    a_profile,
    a_report,
)


@pytest.mark.parametrize(
    ("bar", "fails_it"),
    [
        (None, False),
        (Severity.NOTE, True),
        (Severity.WARNING, True),
        (Severity.ERROR, False),
    ],
)
def test_a_finding_fails_from_the_bar_on(bar: Severity | None, fails_it: bool) -> None:
    assert fails(a_finding(severity=Severity.WARNING), bar) is fails_it


def test_what_is_accepted_or_known_fails_nothing() -> None:
    taken = a_finding(treatment=ACCEPTED)
    old = a_finding(treatment=Known())
    assert not failed(a_report(a_profile(taken, old), fail_on=Severity.NOTE))


@pytest.mark.parametrize(
    "profile",
    [
        a_profile(a_finding(Check.PROFILE_INVALID)),
        ProfileCheck("advisor.yaml", "", Unread(), ()),
    ],
)
def test_a_profile_that_cannot_be_read_fails_whatever_the_bar(
    profile: ProfileCheck,
) -> None:
    assert failed(a_report(profile, fail_on=None))


@given(REPORTS)
def test_a_run_fails_where_the_report_says_so(report: GateReport) -> None:
    if report.failing:
        assert failed(report)


def test_every_finding_is_counted_once() -> None:
    found = a_full_report().findings
    counts = counted(found)
    assert list(counts) == [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    assert list(counts.values()) == [2, 1, 2]
    assert (len(accepted(found)), len(known(found))) == (1, 7)
    assert sum(counts.values()) + 8 == len(found)


def test_the_worst_come_first_and_the_rest_keep_their_order() -> None:
    one = a_finding(severity=Severity.NOTE, subject="one")
    two = a_finding(severity=Severity.ERROR, subject="two")
    three = replace(one, subject="three")
    assert worst_first([one, two, three]) == [two, one, three]


def test_findings_with_one_fingerprint_are_told_apart() -> None:
    one = a_finding()
    again = replace(one, place=replace(one.place, line=9))
    other = a_finding(subject="beta")
    prints = [own for _, own in told_apart([one, again, other])]
    assert prints == [
        f"{one.fingerprint}:1",
        f"{one.fingerprint}:2",
        f"{other.fingerprint}:1",
    ]
