import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from sarif_pydantic import Result, Sarif  # type: ignore[import-untyped]

from advisor.model.checked import GateReport, ProfileCheck, Unread
from advisor.model.gate import Check, GateFinding, Known
from advisor.model.knowledge import Knowledge
from advisor.render.check.sarif import sarif
from advisor.render.check.tally import worst_first
from advisor.render.check.visible import visible
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_full_report,
    a_profile,
    a_report,
)

SCHEMA = Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json"


@cache
def validator() -> Draft202012Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(
        schema, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


# Any: JSON values.
def run(report: GateReport, knowledge: Knowledge) -> dict[str, Any]:
    document = json.loads(sarif(report, knowledge, "1.2.3").encode("utf-8"))
    (only,) = document["runs"]
    return dict(only)


def result(knowledge: Knowledge, **fields: Any) -> dict[str, Any]:  # noqa: ANN401
    (only,) = run(a_report(a_profile(a_finding(**fields))), knowledge)["results"]
    return dict(only)


def plain(text: str) -> str:
    """Return what a reader of SARIF shows for a plain text without links."""
    shown = text.replace("\\](", "](")
    return shown.replace("{{", "{").replace("}}", "}")


def test_a_full_report_matches_its_golden_file(
    small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = sarif(a_full_report(), small, "1.2.3")
    assert text == golden("check-report.sarif", text)


def test_any_report_keeps_to_the_published_schema(small: Knowledge) -> None:
    @settings(max_examples=25)  # a log has many rules, and each is validated
    @given(REPORTS)
    def keeps_to_it(report: GateReport) -> None:
        document = json.loads(sarif(report, small, "1.2.3"))
        assert list(validator().iter_errors(document)) == []

    keeps_to_it()


def test_every_finding_is_read_back_by_another_parser(small: Knowledge) -> None:
    @given(REPORTS)
    def is_read_back(report: GateReport) -> None:
        log = Sarif.model_validate_json(sarif(report, small, "1.2.3"))
        results = log.runs[0].results or []
        found = worst_first(each for each in report.findings if each.counts)
        for own, finding in zip(results, found, strict=True):
            assert told(own) == expected(finding)

    is_read_back()


def told(own: Result) -> tuple[str, str, str, int]:
    """Return check, first line of the message, path and line of a result."""
    assert own.message.text is not None
    assert own.locations
    place = own.locations[0].physical_location
    assert place is not None
    assert place.artifact_location is not None
    assert place.region is not None
    path = unquote(urlparse(place.artifact_location.uri or "").path)
    text = plain(own.message.text).split("\n")[0]
    return own.rule_id or "", text, path.strip("/"), place.region.start_line or 0


def expected(finding: GateFinding) -> tuple[str, str, str, int]:
    file = visible(finding.place.file).strip("/")
    return finding.check.value, visible(finding.message), file, finding.place.line


def test_every_check_is_a_rule_and_results_point_to_theirs(small: Knowledge) -> None:
    only = run(a_full_report(), small)
    rules = only["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == [each.value for each in Check]
    for each in only["results"]:
        assert rules[each["ruleIndex"]]["id"] == each["ruleId"]


def test_rules_have_what_github_asks_for(
    small: Knowledge, small_in_chinese: Knowledge
) -> None:
    for knowledge in (small, small_in_chinese):
        for rule in run(a_report(), knowledge)["tool"]["driver"]["rules"]:
            for part in ("shortDescription", "fullDescription", "help"):
                assert 0 < len(rule[part]["text"]) <= 1024
            assert len(rule["name"]) <= 255
            assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}


@pytest.mark.parametrize(
    ("file", "location"),
    [
        ("a b/ä%.txt", {"uri": "a%20b/%C3%A4%25.txt", "uriBaseId": "%SRCROOT%"}),
        ("x:y", {"uri": "x%3Ay", "uriBaseId": "%SRCROOT%"}),
        ("/etc/a b", {"uri": "file:///etc/a%20b"}),
        ("C:/code/a#b", {"uri": "file:///C:/code/a%23b"}),
    ],
)
def test_files_are_named_from_the_root_or_by_an_address(
    file: str, location: dict[str, str], small: Knowledge
) -> None:
    (place,) = result(small, file=file)["locations"]
    assert place["physicalLocation"]["artifactLocation"] == location


def test_what_is_accepted_or_known_makes_no_alert(small: Knowledge) -> None:
    taken = [a_finding(treatment=each) for each in (ACCEPTED, Known())]
    assert run(a_report(a_profile(*taken)), small)["results"] == []


def test_a_fingerprint_does_not_depend_on_the_line(small: Knowledge) -> None:
    one, other = result(small, line=4), result(small, line=40)
    assert one["partialFingerprints"] == other["partialFingerprints"]


def test_nothing_in_a_message_is_taken_for_a_link_or_a_placeholder(
    small: Knowledge,
) -> None:
    text = result(small, message="See [here](https://example.org) {0}.")["message"]
    assert text["text"].startswith("See [here\\](https://example.org) {{0}}.")


def test_a_profile_that_cannot_be_read_makes_a_run_that_did_not_succeed(
    small: Knowledge,
) -> None:
    unread = ProfileCheck("a.yaml", "", Unread(), (a_finding(Check.PROFILE_INVALID),))
    (invocation,) = run(a_report(unread), small)["invocations"]
    assert invocation["executionSuccessful"] is False
    (invocation,) = run(a_report(a_profile(a_finding())), small)["invocations"]
    assert invocation["executionSuccessful"] is True


def test_the_language_is_named(small: Knowledge, small_in_chinese: Knowledge) -> None:
    for knowledge, language in ((small, "en"), (small_in_chinese, "zh-CN")):
        only = run(a_full_report(), knowledge)
        assert only["language"] == only["tool"]["driver"]["language"] == language
