"""A Code Quality report of GitLab: the findings that count."""

import json
import re

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.model.gate import GateFinding
from advisor.render.check.tally import named, told_apart, worst_first
from advisor.render.check.visible import visible_report
from advisor.render.json_text import Json

_SEVERITIES = {
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}
_ENDED = re.compile(r"[.?!。？！]$")


def code_quality(report: GateReport) -> str:
    """Return the report; what is accepted or known is no finding for GitLab."""
    report = visible_report(report)
    counting = worst_first(each for each in report.findings if each.counts)
    entries = [_entry(*each) for each in told_apart(counting)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: GateFinding, fingerprint: str) -> Json:
    return {
        "description": _description(finding),
        "check_name": finding.check.value,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": finding.place.file,
            "lines": {"begin": finding.place.line},
        },
    }


def _description(finding: GateFinding) -> str:
    """Return all in one line: the widget shows nothing else of a finding."""
    said = f"{named(finding)}: {finding.message}"
    *before, last = (said, *finding.details, finding.help)
    ended = (each if _ENDED.search(each) else f"{each}." for each in before if each)
    return " ".join((*ended, last)).rstrip()
