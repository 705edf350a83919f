"""Judging one profile of a run: the recommendation, what moved, and every check."""

from dataclasses import field, replace
from datetime import date
from pathlib import Path

from advisor.cli.check.locks import Locks
from advisor.cli.check.reading import Invalid
from advisor.cli.check.request import Request
from advisor.cli.check.targets import Filed, Target
from advisor.cli.inputs import get_date, get_report
from advisor.files.wording import shown
from advisor.gate.check import check
from advisor.gate.found import in_order
from advisor.gate.invalid import invalid, invalid_record
from advisor.model.checked import Judged, ProfileCheck, ProfileFile, Subject, Unread
from advisor.model.dependency import Dependencies
from advisor.model.errors import InputError
from advisor.model.gate import INVALID, GateFinding
from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.recorded import NotRecorded, Recorded
from advisor.model.what_if import outcome_of
from advisor.scan.dependencies.find import dependencies_of
from advisor.scan.repository import named, root_of


@record
class Common:
    """What is the same for all profiles of a run.

    `seen` is the folder that files are named from. `read` keeps the dependencies of
    folders, which several profiles may share. `writes`: every profile and record can be
    read, so that decisions may be recorded.
    """

    request: Request
    knowledge: Knowledge
    locks: Locks
    seen: Path
    writes: bool
    read: dict[Path, Dependencies] = field(default_factory=dict)


@record
class Examined:
    """A profile with its findings, before any baseline.

    `entry` is the decision that the run is to record, None where it is to leave the
    record as it is. `kept`: it was to record what is missing, and another decision than
    that of now is there.
    """

    target: Target
    check: ProfileCheck
    entry: Recorded | None = None
    kept: bool = False

    @property
    def valid(self) -> bool:
        """Say whether the profile and its record could be read."""
        return not any(each.check in INVALID for each in self.check.findings)


def refuse(target: Target, broken: Invalid, knowledge: Knowledge) -> Examined:
    """Return what is to be said of a profile that cannot be read."""
    findings = invalid(knowledge, broken.file, broken.problems)
    return Examined(target, ProfileCheck(broken.file, "", Unread(), findings))


def examine(target: Target, file: ProfileFile, run: Common) -> Examined:
    """Judge a valid profile; raises `InputError` where its record forbids it."""
    request, knowledge = run.request, run.knowledge
    lock, recorded, broken = _record_of(target, run)
    locked = request.locked and not broken
    locked_day = _locked_day(target, recorded) if locked else None
    if isinstance(target, Filed):
        _keep_evidence(target, recorded, request)
    day = request.as_of or locked_day
    report = get_report(file.profile, knowledge, day, request.evidence, quick=True)
    entry, kept = None, False
    if run.writes and (request.update or request.record):
        from advisor.engine.remember import remember

        entry = remember(knowledge, file.profile, report)
        if isinstance(recorded, Recorded) and not request.update:
            kept, entry = _differ(recorded, entry), None
        recorded = entry or recorded
    moved = None
    if isinstance(recorded, Recorded):
        from advisor.engine.drift.drift import drift

        moved = drift(recorded, knowledge, file.profile, report)
    folder = target.folder
    subject = Subject(
        file=file,
        report=report,
        dependencies=dependencies_of(folder, root_of(folder), run.seen, run.read),
        lock=lock,
        recorded=recorded,
        drift=moved,
        today=get_date(day),
        locked=locked,
        fixed=day is None and file.profile.as_of is not None,
    )
    judged = Judged(
        as_of=report.as_of,
        outcome=outcome_of(report),
        choice=file.profile.gate.framework,
        recorded=recorded.as_of if isinstance(recorded, Recorded) else None,
        dependency_files=subject.dependencies.files,
    )
    findings = in_order((*broken, *check(knowledge, subject)))
    checked = ProfileCheck(file.file, file.profile.project, judged, findings)
    return Examined(target, checked, entry, kept)


def _record_of(
    target: Target, run: Common
) -> tuple[str, Recorded | NotRecorded, tuple[GateFinding, ...]]:
    """Return the file with the record, the record, and what is wrong with the file.

    Without a file, or with a broken one, nobody can miss a record: then the name is "".
    """
    if not isinstance(target, Filed):
        return "", NotRecorded(), ()
    entries = run.locks[target.lock]
    if isinstance(entries, Invalid):
        found = invalid_record(
            run.knowledge, target.file, entries.file, entries.problems
        )
        return "", NotRecorded(), found
    recorded = entries.get(target.path.name, NotRecorded())
    return named(target.lock, run.seen), recorded, ()


def _differ(recorded: Recorded, now: Recorded) -> bool:
    """Say whether more is different now than the day and the place of the record."""
    return recorded != replace(now, as_of=recorded.as_of, line=recorded.line)


def _locked_day(target: Target, recorded: Recorded | NotRecorded) -> date:
    """Return the recorded day; raises `InputError` without one."""
    if isinstance(recorded, Recorded):
        return recorded.as_of
    raise InputError(
        f"--locked: there is no decision on record for {shown(target.file)}; "
        "record it with 'advisor check --record'"
    )


def _keep_evidence(
    target: Filed, recorded: Recorded | NotRecorded, request: Request
) -> None:
    """Refuse to compare decisions on different evidence: all of it would have moved."""
    if isinstance(recorded, NotRecorded) or request.update:
        return
    if recorded.evidence is not request.evidence:
        raise InputError(
            f"{shown(str(target.lock))}:{recorded.line}: the decision was recorded with "
            f"--evidence {recorded.evidence}; say so, or record it anew with --update"
        )
