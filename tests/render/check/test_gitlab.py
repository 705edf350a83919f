import json
from typing import Any

from hypothesis import given
from jsonschema import Draft202012Validator

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.model.gate import Known
from advisor.render.check.gitlab import code_quality
from advisor.render.check.visible import visible
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_profile,
    a_report,
)

# What GitLab's documentation of Code Quality asks of a report ("Code Quality report
# format"); its own schema asks for less.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": [
            "description",
            "check_name",
            "fingerprint",
            "severity",
            "location",
        ],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def entries(report: GateReport) -> list[dict[str, Any]]:  # Any: JSON values
    document = json.loads(code_quality(report).encode("utf-8"))
    assert list(Draft202012Validator(SCHEMA).iter_errors(document)) == []
    return list(document)


@given(REPORTS)
def test_what_counts_is_read_back(report: GateReport) -> None:
    told = {
        (
            each["check_name"],
            each["location"]["path"],
            each["location"]["lines"]["begin"],
        )
        for each in entries(report)
    }
    assert told == {
        (each.check.value, visible(each.place.file), each.place.line)
        for each in report.findings
        if each.counts
    }


@given(REPORTS)
def test_no_two_entries_have_one_fingerprint(report: GateReport) -> None:
    prints = [each["fingerprint"] for each in entries(report)]
    assert len(prints) == len(set(prints))
    assert len(prints) == sum(each.counts for each in report.findings)


def test_an_entry_has_message_details_and_help() -> None:
    finding = a_finding(severity=Severity.WARNING, details=("It moved.",))
    (entry,) = entries(a_report(a_profile(finding)))
    assert entry["description"] == (
        "choice-excluded (alpha): About alpha. It moved. Mend alpha."
    )
    assert entry["severity"] == "minor"


def test_what_is_accepted_or_known_is_left_out() -> None:
    taken = (a_finding(treatment=ACCEPTED), a_finding(treatment=Known()))
    assert code_quality(a_report(a_profile(*taken))) == "[]\n"


def test_a_sentence_ends_before_the_next_begins() -> None:
    open_ended = a_finding(
        message="'x' is no option; valid are: a, b", details=("好。",)
    )
    (entry,) = entries(a_report(a_profile(open_ended)))
    assert entry["description"] == (
        "choice-excluded (alpha): 'x' is no option; valid are: a, b. 好。 Mend alpha."
    )
