"""SARIF 2.1.0 (OASIS, errata 01), as far as code scanning services read it.

GitHub knows a finding again by `primaryLocationLineHash`; ours does not depend on the
line, so that a finding stays the same one when lines are put in above it, and two of one
line stay two. The upload action would have made it of the line: it keeps ours, and says
so in a warning (github/codeql-action, `src/fingerprints.ts`).
"""

import json
import re
from urllib.parse import quote

from advisor.model.checked import GateReport, Unread
from advisor.model.gate import Check, GateFinding
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.render.check.rules import CheckRule, check_rules
from advisor.render.check.tally import (
    essential_first,
    named,
    severity_word,
    told_apart,
    worst_first,
)
from advisor.render.check.visible import visible_report
from advisor.render.json_text import Json

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
_ROOT = "%SRCROOT%"
_ABSOLUTE = re.compile(r"/|[A-Za-z]:/")
_LANGUAGES = {Language.EN: "en", Language.ZH: "zh-CN"}
_INDEX = {check: place for place, check in enumerate(Check)}


def sarif(report: GateReport, knowledge: Knowledge, program_version: str) -> str:
    """Return a log of one run: every check as a rule, what counts as its results.

    What is accepted or known is left out: `suppressions` and `baselineState` are not
    among the properties that GitHub reads ("SARIF support for code scanning" in its
    documentation; github/codeql-action, issue 1230), so that they would be open alerts.
    """
    report, wording = visible_report(report), knowledge.wording
    language = _LANGUAGES[wording.language]
    driver = {
        "name": "advisor",
        "version": program_version,
        "language": language,
        "rules": [_rule(each) for each in check_rules(wording)],
    }
    unread = any(isinstance(each.judged, Unread) for each in report.profiles)
    run = {
        "tool": {"driver": driver},
        "language": language,
        "invocations": [{"executionSuccessful": not unread}],
        "originalUriBaseIds": {
            _ROOT: {"description": {"text": wording("check-report.root")}}
        },
        "results": _results(report),
        "properties": {
            "evidence": report.evidence.value,
            "knowledgeVersion": report.knowledge_version,
            "knowledgeDigest": report.knowledge_digest,
        },
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: CheckRule) -> Json:
    return {
        "id": rule.check.value,
        "name": rule.check.value.title().replace("-", ""),
        "shortDescription": _message(rule.title),
        "fullDescription": _message(rule.description),
        "help": _message(f"{rule.description}\n\n{rule.help}"),
        "defaultConfiguration": {"level": severity_word(rule.severity)},
    }


def _results(report: GateReport) -> list[Json]:
    """Return the results, the worst first: services keep only so many of a run."""
    counting = worst_first(each for each in report.findings if each.counts)
    return [_result(*each) for each in told_apart(counting)]


def _result(finding: GateFinding, fingerprint: str) -> Json:
    return {
        "ruleId": finding.check.value,
        "ruleIndex": _INDEX[finding.check],
        "level": severity_word(finding.severity),
        "message": _message(f"{essential_first(finding)}\n{named(finding)}"),
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(finding.place.file),
                    "region": {"startLine": finding.place.line},
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": fingerprint},
        "properties": {"subject": finding.subject},
    }


def _artifact(file: str) -> Json:
    if _ABSOLUTE.match(file):
        return {"uri": f"file:///{quote(file.removeprefix('/'), safe='/:')}"}
    return {"uri": quote(file), "uriBaseId": _ROOT}


def _message(text: str) -> Json:
    """Return a plain text in which nothing is taken for a placeholder or a link.

    Braces are doubled (SARIF 2.1.0, 3.11.5); a bracket before a parenthesis would end
    the text of an embedded link (3.11.6).
    """
    text = text.replace("{", "{{").replace("}", "}}")
    return {"text": text.replace("](", "\\](")}
