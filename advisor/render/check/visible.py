"""Foreign text in reports: nothing in it that a terminal, a log or a parser would obey.

Names of files and packages come from whatever repository is checked. What nobody would
see there is written as an escape, in every format alike; so no line breaks where none
belongs, and XML gets no character that it forbids (XML 1.0, 5th edition, 2.2).
"""

from dataclasses import replace
from typing import assert_never

from advisor.model.checked import GateReport, Judged, ProfileCheck
from advisor.model.gate import Accepted, GateFinding, Known, Open, Place, Treatment
from advisor.model.names import unsafe

_NO_CHARACTERS = "\ufffe\uffff"  # printable to nobody, and forbidden in XML


def visible(text: str) -> str:
    r"""Return `text` with escapes (`\x1b`, `\u202e`) for what would not be seen."""
    if text.isprintable():
        return text
    return "".join(_escaped(each) if _hidden(each) else each for each in text)


def visible_report(report: GateReport) -> GateReport:
    """Return the report with every text in it made visible."""
    return replace(
        report,
        profiles=tuple(_profile(each) for each in report.profiles),
        beside=_findings(report.beside),
    )


def _hidden(char: str) -> bool:
    return bool(unsafe(char)) or char in _NO_CHARACTERS


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


def _profile(profile: ProfileCheck) -> ProfileCheck:
    judged = profile.judged
    if isinstance(judged, Judged):
        files = tuple(map(visible, judged.dependency_files))
        judged = replace(judged, dependency_files=files)
    return replace(
        profile,
        file=visible(profile.file),
        project=visible(profile.project),
        judged=judged,
        findings=_findings(profile.findings),
    )


def _findings(findings: tuple[GateFinding, ...]) -> tuple[GateFinding, ...]:
    return tuple(
        replace(
            each,
            place=Place(visible(each.place.file), each.place.line),
            subject=visible(each.subject),
            message=visible(each.message),
            help=visible(each.help),
            details=tuple(visible(detail) for detail in each.details),
            treatment=_treatment(each.treatment),
        )
        for each in findings
    )


def _treatment(treatment: Treatment) -> Treatment:
    match treatment:
        case Accepted(reason, owner, expires):
            return Accepted(visible(reason), visible(owner), expires)
        case Open() | Known():
            return treatment
        case _:
            assert_never(treatment)
