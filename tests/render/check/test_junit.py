from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import junitparser
import xmlschema
from hypothesis import given

from advisor.model.checked import GateReport, ProfileCheck, Unread
from advisor.model.finding import Severity
from advisor.model.gate import Check, Known
from advisor.render.check.junit import junit
from advisor.render.check.visible import visible
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_full_report,
    a_profile,
    a_report,
)

XSD = Path(__file__).parents[2] / "schemas" / "junit-jenkins.xsd"


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(XSD))


def read(report: GateReport) -> junitparser.JUnitXml:
    return junitparser.JUnitXml.fromstring(junit(report).encode("utf-8"))


def case(report: GateReport, check: Check) -> ET.Element:
    root = ET.fromstring(junit(report))
    (found,) = [each for each in root.iter("testcase") if each.get("name") == check]
    return found


def names(report: GateReport) -> set[str | None]:
    return {each.get("name") for each in ET.fromstring(junit(report)).iter("testcase")}


@given(REPORTS)
def test_any_report_keeps_to_the_schema_of_jenkins(report: GateReport) -> None:
    assert list(schema().iter_errors(junit(report))) == []


@given(REPORTS)
def test_every_text_is_read_back_by_another_parser(report: GateReport) -> None:
    texts = [
        f"{part.message if hasattr(part, 'message') else ''}\n{part.text or ''}"
        for suite in read(report)
        for each in suite
        for part in each.result
    ]
    texts += [each.system_out or "" for suite in read(report) for each in suite]
    whole = "\n".join(texts)
    for finding in report.findings:
        assert visible(finding.message) in whole
        assert visible(finding.place.file) in whole


@given(REPORTS)
def test_a_test_fails_where_the_run_does(report: GateReport) -> None:
    root = read(report)
    assert bool(sum(suite.failures for suite in root)) is report.failed
    assert root.tests == sum(suite.tests for suite in root)


def test_the_numbers_of_a_suite_are_those_of_its_tests() -> None:
    suites = list(read(a_full_report()))
    assert [suite.name for suite in suites] == [
        "advisor.yaml",
        "services/b/advisor.yaml",
        "services/c/advisor.yaml",
        "advisor check",
    ]
    for suite in suites:
        results = [type(part).__name__ for each in suite for part in each.result]
        assert suite.tests == len(list(suite))
        assert suite.failures == results.count("Failure")
        assert suite.skipped == results.count("Skipped")


def test_a_check_that_found_nothing_is_a_test_that_passed() -> None:
    passed = case(a_report(a_profile()), Check.TARGET_UNREACHABLE)
    assert list(passed) == []


def test_checks_of_a_choice_or_a_record_are_left_out_where_there_is_none() -> None:
    bare = names(a_report(a_profile(choice="", recorded=None)))
    whole = names(a_report(a_profile()))
    assert whole - bare == {
        *("choice-excluded", "choice-not-recommended", "choice-not-judged"),
        *("record-invalid", "framework-maintenance"),
        *("record-outdated", "decision-changed", "verdict-changed", "ranking-changed"),
        *("framework-retired", "path-died", "security-fact"),
    }
    assert bare - whole == set()


def test_of_a_profile_that_cannot_be_read_only_that_is_tested() -> None:
    unread = ProfileCheck("a.yaml", "", Unread(), (a_finding(Check.PROFILE_INVALID),))
    report = a_report(unread, fail_on=None)
    assert names(report) == {"profile-invalid"}
    assert case(report, Check.PROFILE_INVALID).find("failure") is not None


def test_what_is_accepted_or_known_is_skipped_with_the_reason() -> None:
    skipped = case(
        a_report(a_profile(a_finding(treatment=ACCEPTED))), Check.CHOICE_EXCLUDED
    ).findtext("skipped")
    assert skipped is not None
    assert "accepted by mobile team, expires 2027-03-01: the export" in skipped
    known = a_report(a_profile(a_finding(treatment=Known())))
    told = case(known, Check.CHOICE_EXCLUDED).findtext("skipped")
    assert told is not None
    assert "in the baseline" in told


def test_what_counts_below_the_bar_is_output_of_a_test_that_passed() -> None:
    warned = a_report(a_profile(a_finding(severity=Severity.WARNING)))
    parts = list(case(warned, Check.CHOICE_EXCLUDED))
    assert [each.tag for each in parts] == ["system-out"]
    assert parts[0].text == (
        "advisor.yaml:4: warning choice-excluded (alpha): About alpha.\nMend alpha."
    )


def test_beside_a_failure_the_rest_is_still_told() -> None:
    both = a_report(a_profile(a_finding(), a_finding(treatment=ACCEPTED, subject="b")))
    parts = {each.tag: each for each in case(both, Check.CHOICE_EXCLUDED)}
    assert set(parts) == {"failure", "system-out"}
    assert parts["failure"].get("message") == ("choice-excluded (alpha): About alpha.")
    assert "About b." in (parts["system-out"].text or "")
