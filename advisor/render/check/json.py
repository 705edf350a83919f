"""A run of the gate as JSON, version 1: a mapping written by hand."""

from typing import assert_never

from advisor.model.checked import GateReport, Judged, ProfileCheck, Unread
from advisor.model.finding import Severity
from advisor.model.gate import Accepted, GateFinding, Known, Open, Treatment
from advisor.render.check.tally import (
    accepted,
    counted,
    known,
    severity_word,
)
from advisor.render.check.visible import visible_report
from advisor.render.json_text import SCHEMA, Json


def check_fields(report: GateReport) -> Json:
    """Return everything that a run found; `check_schema` describes it."""
    report = visible_report(report)
    bar, found = report.fail_on, report.findings
    return {
        "schema": SCHEMA,
        "passed": not report.failed,
        "fail_on": None if bar is None else severity_word(bar),
        "evidence": report.evidence.value,
        "knowledge": {
            "version": report.knowledge_version,
            "digest": report.knowledge_digest,
        },
        "counts": {
            **{severity_word(s): count for s, count in counted(found).items()},
            "accepted": len(accepted(found)),
            "known": len(known(found)),
            "failing": sum(each.fails(bar) for each in found),
        },
        "profiles": [_profile(each, bar) for each in report.profiles],
        "beside": [_finding(each, bar) for each in report.beside],
    }


def _profile(profile: ProfileCheck, bar: Severity | None) -> Json:
    return {
        "file": profile.file,
        "project": profile.project,
        "judged": _judged(profile.judged),
        "findings": [_finding(each, bar) for each in profile.findings],
    }


def _judged(judged: Judged | Unread) -> Json | None:
    match judged:
        case Unread():
            return None
        case Judged(as_of, outcome, choice, recorded, files):
            return {
                "as_of": as_of.isoformat(),
                "verdict": outcome.verdict.value,
                "recommended": list(outcome.frameworks),
                "choice": choice or None,
                "recorded": None if recorded is None else recorded.isoformat(),
                "dependency_files": list(files),
            }
        case _:
            assert_never(judged)


def _finding(finding: GateFinding, bar: Severity | None) -> Json:
    return {
        "check": finding.check.value,
        "severity": severity_word(finding.severity),
        "fails": finding.fails(bar),
        "file": finding.place.file,
        "line": finding.place.line,
        "subject": finding.subject,
        "message": finding.message,
        "details": list(finding.details),
        "help": finding.help,
        "fingerprint": finding.fingerprint,
        "treatment": _treatment(finding.treatment),
    }


def _treatment(treatment: Treatment) -> Json:
    match treatment:
        case Open():
            return {"kind": "open"}
        case Known():
            return {"kind": "known"}
        case Accepted(reason, owner, expires):
            return {
                "kind": "accepted",
                "reason": reason,
                "owner": owner,
                "expires": expires.isoformat(),
            }
        case _:
            assert_never(treatment)
