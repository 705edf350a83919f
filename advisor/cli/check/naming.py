"""Naming files: people see them from where they stand, machines from the repository's root.

A finding is known again by its files as the root sees them, whoever it is told to.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from advisor.cli.check.targets import PIPED
from advisor.gate.fingerprint import fingerprint
from advisor.model.checked import GateReport, Judged, ProfileCheck
from advisor.model.gate import GateFinding
from advisor.scan.repository import named

Naming = Callable[[str], str]


def between(here: Path, there: Path) -> Naming:
    """Return what turns the name of a file seen from `here` into that from `there`."""

    def name(file: str) -> str:
        return file if file == PIPED else named(here / file, there)

    return name


def renamed_report(report: GateReport, name: Naming) -> GateReport:
    """Return a report that names its files otherwise; fingerprints stay."""
    return replace(
        report,
        profiles=tuple(renamed(each, name) for each in report.profiles),
        beside=tuple(_renamed(each, name) for each in report.beside),
    )


def renamed(check: ProfileCheck, name: Naming) -> ProfileCheck:
    """Return the check of a profile that names its files otherwise."""
    findings = tuple(_renamed(each, name) for each in check.findings)
    judged = check.judged
    if isinstance(judged, Judged):
        files = tuple(map(name, judged.dependency_files))
        judged = replace(judged, dependency_files=files)
    return replace(check, file=name(check.file), judged=judged, findings=findings)


def known_by(check: ProfileCheck, name: Naming) -> ProfileCheck:
    """Return the same with the fingerprints that these names give."""
    found = renamed(check, name)
    mark = partial(_marked, profile=found.file)
    return replace(found, findings=tuple(map(mark, found.findings)))


def _renamed(finding: GateFinding, name: Naming) -> GateFinding:
    place = replace(finding.place, file=name(finding.place.file))
    return replace(finding, place=place)


def _marked(finding: GateFinding, profile: str) -> GateFinding:
    file = finding.place.file
    mark = fingerprint(finding.check, profile, file, finding.subject)
    return replace(finding, fingerprint=mark)
