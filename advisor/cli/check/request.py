"""The arguments of `advisor check`, and which of them exclude each other."""

import os
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from advisor.cli.format import CheckFormat
from advisor.cli.inputs import STANDARD_INPUT
from advisor.files.text import exists
from advisor.files.wording import shown
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.finding import Severity
from advisor.model.language import Language
from advisor.model.record import record


@record
class Request:
    """The arguments of `advisor check`; `fail_on` None: no finding fails the gate.

    `explain`: the check to explain, or all of them; then nothing is checked.
    """

    profiles: Sequence[str]
    record: bool
    update: bool
    locked: bool
    baseline: Path | None
    write_baseline: Path | None
    fail_on: Severity | None
    explain: str | None
    as_of: date | None
    evidence: Evidence
    knowledge: Sequence[Path]
    no_builtin: bool
    lang: Language | None
    format_: CheckFormat
    output: Path | None


def refuse_contradictions(request: Request) -> None:
    """Raise `InputError` for options that exclude each other, before anything is read."""
    for options, instead in _contradictions(request):
        raise InputError(f"{options} exclude each other; {instead}")


def keep_files_apart(request: Request, read: Sequence[Path]) -> None:
    """Refuse to write a result or a baseline over a file that the run reads or writes."""
    written = {"--output": request.output, "--write-baseline": request.write_baseline}
    taken = [*read, *([request.baseline] if request.baseline is not None else [])]
    for option, path in written.items():
        if path is None:
            continue
        if any(_same(path, each) for each in taken):
            where = shown(str(path))
            raise InputError(f"{option}: {where} has a use already; name another file")
        taken.append(path)


def _contradictions(request: Request) -> Iterator[tuple[str, str]]:
    if request.locked and request.as_of is not None:
        yield "--locked and --as-of", "--locked judges as of the recorded date"
    for option, given in (("--record", request.record), ("--update", request.update)):
        if request.locked and given:
            yield f"--locked and {option}", "record first, then judge as recorded"
    if request.baseline is not None and request.write_baseline is not None:
        yield (
            "--baseline and --write-baseline",
            "what is written is all that counts now",
        )
    if STANDARD_INPUT in request.profiles and (request.record or request.update):
        option = "--update" if request.update else "--record"
        yield f"{option} and -", "a record lies beside a file; name the file"
    if STANDARD_INPUT in request.profiles and request.locked:
        yield "--locked and -", "a record lies beside a file; name the file"


def _same(first: Path, second: Path) -> bool:
    if exists(first) and exists(second):
        return first.samefile(second)
    return os.path.realpath(first) == os.path.realpath(second)
