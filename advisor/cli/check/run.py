"""What `advisor check` does, once its arguments are known.

Everything is read and judged before anything is written, and nothing is written while
a profile or a record is invalid.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import typer

from advisor.cli.check.judging import Common, Examined, examine, refuse
from advisor.cli.check.locks import read_locks, write_locks
from advisor.cli.check.naming import between, known_by, renamed_report
from advisor.cli.check.reading import Invalid, read_target
from advisor.cli.check.request import Request, keep_files_apart, refuse_contradictions
from advisor.cli.check.targets import Filed, Target, base_of, targets
from advisor.cli.check.written import emit_check
from advisor.cli.exit import Exit
from advisor.cli.inputs import get_knowledge
from advisor.cli.language import FOR_PEOPLE, get_language
from advisor.cli.progress import track
from advisor.files.text import read_text, write_text
from advisor.files.wording import shown
from advisor.gate.baseline import against, outdated
from advisor.gate.fingerprint import fingerprint
from advisor.model.checked import GateReport
from advisor.model.gate import Baseline, GateFinding
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import Recorded
from advisor.scan.profiles import keep_inside
from advisor.scan.repository import named


def run(request: Request) -> Exit:
    """Check the profiles, write what was asked for, and return the exit code."""
    if request.explain is not None:
        from advisor.cli.check.explaining import explain

        return explain(request, request.explain)
    refuse_contradictions(request)
    here = Path.cwd()
    base = base_of(request.profiles)
    seen = here if request.format_.value in FOR_PEOPLE else base
    chosen = targets(request.profiles, seen)
    filed = [each for each in chosen if isinstance(each, Filed)]
    keep_files_apart(request, [e for each in filed for e in (each.path, each.lock)])
    knowledge = get_knowledge(
        request.knowledge,
        no_builtin=request.no_builtin,
        language=get_language(request.lang, request.format_),
    )
    baseline = _baseline(request.baseline, base)
    judged = _judged(chosen, request, knowledge, seen)
    examined = [_rooted(each, seen, base) for each in judged]
    valid = all(each.valid for each in examined)
    if valid:
        _record(examined, request, knowledge)
        if request.write_baseline is not None:
            baseline = _write_baseline(request.write_baseline, examined, knowledge)
    elif request.record or request.update or request.write_baseline is not None:
        _say(knowledge.wording("check-run.nothing-written"))
    report = _report(examined, baseline, request, knowledge)
    report = renamed_report(report, between(base, seen))
    emit_check(report, knowledge, request.format_, request.output)
    if not valid:
        return Exit.USAGE
    return Exit.GATE_FAILED if report.failed else Exit.OK


def _baseline(path: Path | None, base: Path) -> Baseline | None:
    if path is None:
        return None
    from advisor.knowledge.baselines import read_baseline

    keep_inside(path)
    read = read_baseline(read_text(path), str(path))
    return replace(read, file=named(path, base))


def _judged(
    chosen: Sequence[Target], request: Request, knowledge: Knowledge, seen: Path
) -> list[Examined]:
    """Read every profile and lock before the first judgement, which takes longer."""
    found = {each: read_target(each, knowledge) for each in chosen}
    filed = (each for each in chosen if isinstance(each, Filed))
    locks = read_locks(filed, knowledge, seen)

    read = (*found.values(), *locks.values())
    writes = not any(isinstance(each, Invalid) for each in read)
    common = Common(request, knowledge, locks, seen, writes)

    def judge(target: Target) -> Examined:
        file = found[target]
        if isinstance(file, Invalid):
            return refuse(target, file, knowledge)
        return examine(target, file, common)

    if len(chosen) == 1:  # as fast as a recommendation, which shows nothing either
        return [judge(*chosen)]
    what = knowledge.wording("check-run.checking")
    return [judge(each) for each in track(chosen, what, len(chosen))]


def _rooted(examined: Examined, seen: Path, base: Path) -> Examined:
    """Return the same with files named, and findings known, as from the root."""
    return replace(examined, check=known_by(examined.check, between(seen, base)))


def _record(
    examined: Sequence[Examined], request: Request, knowledge: Knowledge
) -> None:
    """Write the decisions that are to be recorded, and say so."""
    new: dict[Path, dict[str, Recorded]] = {}
    for each in examined:
        if isinstance(each.target, Filed) and each.entry is not None:
            new.setdefault(each.target.lock, {})[each.target.path.name] = each.entry
    dropped = write_locks(new, knowledge, update=request.update)
    wording = knowledge.wording
    for lock, entries in new.items():
        where, names = shown(str(lock)), wording.listed(map(shown, entries))
        _say(wording("check-run.recorded", file=where, names=names))
        if dropped[lock]:
            gone = wording.listed(map(shown, dropped[lock]))
            _say(wording("check-run.dropped", file=where, names=gone))
    for each in examined:
        if each.kept:
            _say(knowledge.wording("check-run.kept", file=shown(each.target.file)))


def _write_baseline(
    path: Path, examined: Iterable[Examined], knowledge: Knowledge
) -> Baseline:
    """Write all that counts now; returned as it will be read."""
    from advisor.knowledge.baselines import baseline_text, read_baseline

    every = (each for one in examined for each in one.check.findings)
    text = baseline_text(each for each in every if each.counts)
    baseline = read_baseline(text, str(path))
    keep_inside(path)
    write_text(path, text)
    count = len(baseline.known)
    where = shown(str(path))
    _say(knowledge.wording("check-run.baseline", file=where, count=count))
    return baseline


def _report(
    examined: Sequence[Examined],
    baseline: Baseline | None,
    request: Request,
    knowledge: Knowledge,
) -> GateReport:
    checks = [each.check for each in examined]
    read = [each.check.file for each in examined if each.valid]
    beside: tuple[GateFinding, ...] = ()
    if baseline is not None:
        found = [finding for each in checks for finding in each.findings]
        if not request.locked:  # it looks back: what is not found then may be there now
            beside = outdated(knowledge, _within(baseline, read), found)
        checks = [
            replace(each, findings=against(each.findings, baseline)) for each in checks
        ]
    return GateReport(
        knowledge_version=knowledge.version,
        knowledge_digest=knowledge.digest,
        evidence=request.evidence,
        fail_on=request.fail_on,
        profiles=tuple(checks),
        beside=beside,
    )


def _within(baseline: Baseline, read: Sequence[str]) -> Baseline:
    """Return what a baseline says of these profiles: of others, no run can tell."""
    own = {
        mark: each
        for mark, each in baseline.known.items()
        if any(
            mark == fingerprint(each.check, p, each.file, each.subject) for p in read
        )
    }
    return replace(baseline, known=own)


def _say(text: str) -> None:
    typer.echo(text, err=True)
