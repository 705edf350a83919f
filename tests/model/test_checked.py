import pytest
from hypothesis import given

from advisor.model.checked import GateReport, ProfileCheck, Unread
from advisor.model.finding import Severity
from advisor.model.gate import Check, Known
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
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
    assert a_finding(severity=Severity.WARNING).fails(bar) is fails_it


def test_what_is_accepted_or_known_fails_nothing() -> None:
    taken = a_finding(treatment=ACCEPTED)
    old = a_finding(treatment=Known())
    assert not a_report(a_profile(taken, old), fail_on=Severity.NOTE).failed


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
    assert a_report(profile, fail_on=None).failed


@given(REPORTS)
def test_a_run_fails_where_the_report_says_so(report: GateReport) -> None:
    bar = report.fail_on
    counting = [each for each in report.findings if each.counts]
    if bar is not None and any(each.severity >= bar for each in counting):
        assert report.failed
