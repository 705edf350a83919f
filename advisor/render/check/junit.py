"""JUnit XML: every check that applies is a test, so that CI shows what was looked at.

What fails the gate is a failure, what is accepted or known is skipped with the reason,
and what counts without failing is output of a test that passed.
"""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from advisor.model.checked import GateReport, Judged, ProfileCheck
from advisor.model.finding import Severity
from advisor.model.gate import OF_A_RECORD, Accepted, Check, GateFinding, Known
from advisor.render.check.tally import named, severity_word
from advisor.render.check.visible import visible_report

# Looked at only where the team has made a choice, or has a decision on record.
_OF_A_CHOICE = {
    Check.CHOICE_EXCLUDED,
    Check.CHOICE_NOT_RECOMMENDED,
    Check.CHOICE_NOT_JUDGED,
}
_OF_A_RECORD = OF_A_RECORD | {Check.RECORD_INVALID}
# Looked at only in some runs, which a report does not tell: shown where they found
# something.
_OF_THE_RUN = {
    Check.KNOWLEDGE_DIFFERS,
    Check.KNOWLEDGE_OLD,
    Check.DATE_FIXED,
    Check.BASELINE_OUTDATED,
}
_BESIDE = "advisor check"


def junit(report: GateReport) -> str:
    """Return a suite for each profile, and one for what belongs to none of them."""
    report = visible_report(report)
    bar = report.fail_on
    suites = [
        _suite(each.file, _applying(each), each.findings, bar)
        for each in report.profiles
    ]
    if report.beside:
        checks = _in_order({each.check for each in report.beside})
        suites.append(_suite(_BESIDE, checks, report.beside, bar))
    totals = {
        name: str(sum(int(suite.attrib[name]) for suite in suites))
        for name in ("tests", "failures", "errors")
    }
    root = ET.Element("testsuites", {"name": _BESIDE, **totals})
    root.extend(suites)
    ET.indent(root)
    document = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{document}\n'


def _applying(profile: ProfileCheck) -> list[Check]:
    """Return the checks that were made of a profile, in the order of their ids' table."""
    found = {each.check for each in profile.findings}
    if not isinstance(profile.judged, Judged):
        return _in_order({Check.PROFILE_INVALID, *found})
    without = set(_OF_THE_RUN)
    if not profile.judged.choice:
        without |= _OF_A_CHOICE
    if profile.judged.recorded is None:
        without |= _OF_A_RECORD
    return _in_order((set(Check) - without) | found)


def _in_order(checks: set[Check]) -> list[Check]:
    return [each for each in Check if each in checks]


def _suite(
    name: str,
    checks: Sequence[Check],
    findings: Sequence[GateFinding],
    bar: Severity | None,
) -> ET.Element:
    cases = [
        _case(name, check, [each for each in findings if each.check is check], bar)
        for check in checks
    ]
    suite = ET.Element(
        "testsuite",
        {
            "name": name,
            "tests": str(len(cases)),
            "failures": str(_having("failure", cases)),
            "errors": "0",
            "skipped": str(_having("skipped", cases)),
        },
    )
    suite.extend(cases)
    return suite


def _having(tag: str, cases: Sequence[ET.Element]) -> int:
    return sum(each.find(tag) is not None for each in cases)


def _case(
    suite: str, check: Check, findings: Sequence[GateFinding], bar: Severity | None
) -> ET.Element:
    case = ET.Element("testcase", {"name": check.value, "classname": suite})
    failing = [each for each in findings if each.fails(bar)]
    rest = [each for each in findings if not each.fails(bar)]
    if failing:
        about = {"type": severity_word(failing[0].severity)}
        about["message"] = f"{named(failing[0])}: {failing[0].message}"
        ET.SubElement(case, "failure", about).text = _told(failing)
    elif rest and not any(each.counts for each in rest):
        ET.SubElement(case, "skipped").text = _told(rest)
        return case
    if rest:
        ET.SubElement(case, "system-out").text = _told(rest)
    return case


def _told(findings: Sequence[GateFinding]) -> str:
    return "\n\n".join(_text(each) for each in findings)


def _text(finding: GateFinding) -> str:
    place, word = finding.place, severity_word(finding.severity)
    lines = (
        f"{place.file}:{place.line}: {word} {named(finding)}: {finding.message}",
        *finding.details,
        finding.help,
        _treated(finding),
    )
    return "\n".join(each for each in lines if each)


def _treated(finding: GateFinding) -> str:
    match finding.treatment:
        case Accepted(reason, owner, expires):
            return f"accepted by {owner}, expires {expires.isoformat()}: {reason}"
        case Known():
            return "in the baseline"
        case _:
            return ""
