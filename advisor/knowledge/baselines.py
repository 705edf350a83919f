"""Baselines: what was found when the gate was switched on, as YAML."""

import re
from collections.abc import Iterable

from advisor.files.tree import line_at
from advisor.files.wording import printable, shown
from advisor.files.yaml_text import scalar
from advisor.knowledge.written_files import SCHEMA, WrittenFile
from advisor.model.errors import InputError
from advisor.model.gate import (
    NEVER_KNOWN,
    Accepted,
    Baseline,
    Check,
    GateFinding,
    KnownFinding,
)
from advisor.model.record import record

BASELINE_HEADER = (
    "# Findings that were there before; advisor check --baseline does not count them.\n"
    "# Written by advisor check --write-baseline: let it become shorter, not longer.\n"
)

_ANEW = "or delete it and run 'advisor check --write-baseline FILE' to write it anew"
_FINGERPRINT = re.compile(r"[0-9a-f]{64}", re.ASCII)


@record
class _Entry:
    """One finding, as a line of the file has it."""

    check: Check
    file: str
    subject: str
    fingerprint: str


@record
class _File:
    """The whole file."""

    schema: str
    findings: tuple[_Entry, ...]


def read_baseline(text: str, where: str) -> Baseline:
    """Return what a baseline holds, or raise `InputError` for what is wrong with it."""
    file = WrittenFile(where, "a baseline", _ANEW)
    root = file.root(text)
    known: dict[str, KnownFinding] = {}
    for place, each in enumerate(file.read(root, _File).findings):
        line = line_at(root, ("findings", place))
        key = f"findings.{place}"
        if each.check in NEVER_KNOWN:
            raise file.problem(
                line, f"{key}.check", f"{each.check.value!r} always counts"
            )
        if not _FINGERPRINT.fullmatch(each.fingerprint):
            problem = "takes 64 hexadecimal digits"
            raise file.problem(line, f"{key}.fingerprint", problem)
        if each.fingerprint in known:
            first = known[each.fingerprint].line
            problem = f"is the finding of line {first} again; keep one"
            raise file.problem(line, f"{key}.fingerprint", problem)
        known[each.fingerprint] = KnownFinding(
            each.check, each.file, each.subject, line
        )
    return Baseline(where, known)


def baseline_text(findings: Iterable[GateFinding]) -> str:
    """Return the baseline of these findings, in the order of file, check and subject.

    Findings that an exception covers are left out: they must come back when it expires.
    Raises `InputError` for the name of a file that could not be read back.
    """
    found = {
        each.fingerprint: each
        for each in findings
        if each.check not in NEVER_KNOWN and not isinstance(each.treatment, Accepted)
    }
    for each in found.values():
        if not printable(each.place.file):
            where = shown(each.place.file)
            raise InputError(f"{where}: such a name cannot be kept; rename the file")
    ordered = sorted(
        found.values(),
        key=lambda each: (each.place.file, each.check, each.subject, each.fingerprint),
    )
    lines = [f"schema: {SCHEMA}", "findings:" if ordered else "findings: []"]
    for each in ordered:
        file, subject = scalar(each.place.file), scalar(each.subject)
        lines.append(f"  - check: {each.check.value}")
        lines.append(f"    file: {file}")
        lines.append(f"    subject: {subject}")
        lines.append(f'    fingerprint: "{each.fingerprint}"')
    return BASELINE_HEADER + "\n".join(lines) + "\n"
