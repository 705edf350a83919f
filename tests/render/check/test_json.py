import json
from collections.abc import Callable

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator, FormatChecker

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.render.check.json import check_fields
from advisor.render.check.visible import visible
from advisor.render.json_text import render
from advisor.render.schema_check import check_schema
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_full_report,
    a_profile,
    a_report,
)

VALIDATOR = Draft202012Validator(check_schema(), format_checker=FormatChecker(["date"]))


def test_a_full_report_matches_its_golden_file(
    golden: Callable[[str, str], str],
) -> None:
    text = render(check_fields(a_full_report()))
    assert text == golden("check-report.json", text)


@given(REPORTS)
def test_any_report_keeps_to_the_schema_and_can_be_written(report: GateReport) -> None:
    text = render(check_fields(report))
    document = json.loads(text.encode("utf-8"))
    assert list(VALIDATOR.iter_errors(document)) == []


@given(REPORTS)
def test_what_was_found_is_read_back(report: GateReport) -> None:
    document = json.loads(render(check_fields(report)))
    found = [each for own in document["profiles"] for each in own["findings"]]
    told = [(each["check"], each["message"]) for each in found + document["beside"]]
    assert told == [(each.check, visible(each.message)) for each in report.findings]


@pytest.mark.parametrize(
    ("bar", "name", "passed"),
    [(None, None, True), (Severity.WARNING, "warning", False)],
)
def test_it_says_whether_the_run_passed_and_at_which_bar(
    bar: Severity | None, name: str | None, passed: bool
) -> None:
    report = a_report(
        a_profile(a_finding(), a_finding(treatment=ACCEPTED)), fail_on=bar
    )
    document = check_fields(report)
    assert (document["passed"], document["fail_on"]) == (passed, name)
    assert document["counts"] == {
        "error": 1,
        "warning": 0,
        "note": 0,
        "accepted": 1,
        "known": 0,
        "failing": 0 if passed else 1,
    }
