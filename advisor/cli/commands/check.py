"""`advisor check`: the gate for continuous integration."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.format import CheckFormat
from advisor.cli.inputs import read_as_of
from advisor.cli.options import (
    CheckFormatOption,
    EvidenceOption,
    KnowledgeOption,
    LanguageOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.evidence import Evidence


class Bar(StrEnum):
    """From where on a finding fails the gate."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


def _findings(incomplete: str) -> Iterator[str]:
    """Yield what completes the name of a finding in a shell."""
    from advisor.cli.check.explaining import completed

    return completed(incomplete)


_Profiles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PROFILE]...",
        help="Profile files, folders with one in or below them, or - for standard input; "
        "default: the profile of this folder.",
        show_default=False,
    ),
]
_Record = Annotated[
    bool,
    typer.Option("--record", help="Record decisions that are not yet in advisor.lock."),
]
_Update = Annotated[
    bool,
    typer.Option("--update", help="Record every decision anew: accept what has moved."),
]
_Locked = Annotated[
    bool,
    typer.Option(
        "--locked",
        help="Judge as of the recorded date, for the same result; exceptions expire by it.",
    ),
]
_Known = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Findings in this file do not count.", show_default=False
    ),
]
_WriteKnown = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="Write all findings that count now, for --baseline, and pass.",
        show_default=False,
    ),
]
_FailOn = Annotated[Bar, typer.Option(help="From which severity a finding fails.")]
_ExitZero = Annotated[
    bool,
    typer.Option(
        "--exit-zero",
        help="Let no finding fail the gate; an invalid profile still exits with 2.",
    ),
]
_Explain = Annotated[
    str | None,
    typer.Option(
        metavar="FINDING",
        help="Say what a finding means, or all of them, and how to accept it.",
        autocompletion=_findings,
        show_default=False,
    ),
]
_AsOf = Annotated[
    date | None,
    typer.Option(
        "--as-of",
        parser=read_as_of,
        metavar="DATE",
        help="The day claims must hold and exceptions expire by; default: for claims that of "
        "the profile if there is one, else today.",
        show_default=False,
    ),
]


def check(  # noqa: PLR0913 - one parameter for each option
    profiles: _Profiles = None,
    record: _Record = False,
    update: _Update = False,
    locked: _Locked = False,
    baseline: _Known = None,
    write_baseline: _WriteKnown = None,
    fail_on: _FailOn = Bar.ERROR,
    exit_zero: _ExitZero = False,
    explain: _Explain = None,
    as_of: _AsOf = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: CheckFormatOption = CheckFormat.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Check that the decision in a profile still holds, in CI.

    Exits with 1 if it finds an error, with 2 if a profile or a record is invalid.
    A profile is [tool.advisor] in pyproject.toml, advisor.yaml or profile.yaml. Start
    with --record, keep advisor.lock in the repository, accept changes with --update.

    Example: advisor check --record

    Example: advisor check packages/ --format github --fail-on warning
    """
    from advisor.cli.check.request import Request
    from advisor.cli.check.run import run
    from advisor.model.finding import Severity

    request = Request(
        profiles=profiles or (),
        record=record,
        update=update,
        locked=locked,
        baseline=baseline,
        write_baseline=write_baseline,
        fail_on=None if exit_zero else Severity[fail_on.name],
        explain=explain,
        as_of=as_of,
        evidence=evidence,
        knowledge=knowledge or (),
        no_builtin=no_builtin,
        lang=lang,
        format_=format_,
        output=output,
    )
    raise typer.Exit(run(request))
