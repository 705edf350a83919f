"""`advisor knowledge refresh`: measure the packages of all frameworks, as an overlay."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.exit import Exit
from advisor.cli.options import AsOfOption, KnowledgeOption, NoBuiltinOption
from advisor.model.errors import InputError
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge

if TYPE_CHECKING:
    from advisor.refresh.address import Index
    from advisor.refresh.claims import Measurement

_WIDTH = 80
_INDENT = "  "

DirectoryArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DIR",
        help="Folder for the measurements; made where there is none.",
        show_default=False,
    ),
]
FrameworkOption = Annotated[
    list[str] | None,
    typer.Option(
        "--framework",
        metavar="NAME",
        help="Measure only this one; may be repeated.",
        show_default=False,
    ),
]
IndexOption = Annotated[
    str | None,
    typer.Option(
        "--index-url",
        metavar="URL",
        help="Package index with the JSON simple API; default: the one of pip, else PyPI.",
        show_default=False,
    ),
]
TimeoutOption = Annotated[
    int,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=1,
        max=3600,
        help="How long to wait for the answer on one package.",
    ),
]


def refresh(  # noqa: PLR0913 - one parameter for each option
    directory: DirectoryArgument,
    framework: FrameworkOption = None,
    index_url: IndexOption = None,
    timeout: TimeoutOption = 30,
    as_of: AsOfOption = None,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
) -> None:
    """Ask the package index how often and for what each framework is released.

    Writes dated claims with their sources into DIR, to be laid over the rule base with
    --knowledge DIR. Yanked files and pre-releases do not count. Sends nothing but the
    names of the packages. Exits with 2 if nothing could be read.

    Example: advisor knowledge refresh measured --framework pytorch
    """
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.output import emit
    from advisor.refresh.claims import measurement
    from advisor.refresh.measure import Request, measure
    from advisor.refresh.overlay import overlay

    base = get_knowledge(knowledge, no_builtin=no_builtin)
    day = _day(as_of)
    _has_criteria(base)
    packages = _packages(framework or [], base)
    earlier = _earlier(directory)
    request = Request(_index(index_url), timeout, day)
    found = measure(request, packages, _shown(packages))
    measured = [
        measurement(base.frameworks[each], figures, base)
        for each, figures in found.figures.items()
    ]
    if measured:
        _write(directory, overlay(measured, earlier))
    for problem in found.problems:
        typer.echo(f"Error: {problem}", err=True)
    if not measured:
        raise typer.Exit(Exit.USAGE)
    emit("\n".join(_told(directory, measured)) + "\n", None)


def _day(as_of: date | None) -> date:
    from advisor.cli.inputs import get_date

    today = get_date(None)
    if as_of is not None and as_of > today:
        raise InputError(
            f"--as-of: {as_of.isoformat()} has not come yet, so nothing of it can be "
            "measured; take a day up to today"
        )
    return as_of or today


def _has_criteria(knowledge: Knowledge) -> None:
    from advisor.refresh.claims import CADENCE, PLATFORMS

    for criterion in (CADENCE, PLATFORMS):
        if criterion not in knowledge.criteria:
            raise InputError(
                f"the rule base has no criterion {criterion!r} for the measurements; "
                "add it, or leave out --no-builtin"
            )


def _packages(names: Sequence[str], knowledge: Knowledge) -> Mapping[str, str]:
    """Return the package of each framework that is asked for, or of all that have one."""
    from advisor.cli.inputs import get_framework
    from advisor.refresh.package import package_of

    chosen = [get_framework(each, knowledge) for each in names]
    found = {
        each: package_of(knowledge.frameworks[each])
        for each in sorted(chosen or knowledge.frameworks)
    }
    for each in chosen:
        if not found[each]:
            raise InputError(
                f"--framework: {each} has no package pkg:pypi/…; "
                "add one to its packages, or leave it out"
            )
    packages = {each: package for each, package in found.items() if package}
    if not packages:
        raise InputError(
            "no framework of the rule base has a package pkg:pypi/…; "
            "add one to the packages of a framework, or leave out --no-builtin"
        )
    return packages


def _index(option: str | None) -> "Index":
    from advisor.refresh.address import read_address
    from advisor.refresh.configured import configured

    if option is not None:
        return read_address(option, "--index-url")
    return read_address(*configured())


def _shown(packages: Mapping[str, str]) -> Iterator[str]:
    """Yield the frameworks; the bar is for people, so it goes to standard error."""
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(
        packages,
        description="Asking the package index",
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )


def _earlier(directory: Path) -> Mapping[str, Sequence[Claim]]:
    """Return the claims of an earlier run; raises for files that are somebody else's."""
    from advisor.files.text import exists, is_folder, read_text
    from advisor.files.tree import parse
    from advisor.files.wording import shown
    from advisor.knowledge.records import read_record
    from advisor.model.evidence import ClaimFile
    from advisor.refresh.claims import CADENCE, PLATFORMS
    from advisor.refresh.overlay import HEADER, claim_file

    if exists(directory) and not is_folder(directory):
        raise InputError(f"{shown(str(directory))}: not a folder; name another")
    found: dict[str, Sequence[Claim]] = {}
    for criterion in (CADENCE, PLATFORMS):
        path = directory / claim_file(criterion)
        if not exists(path):
            continue
        text, where = read_text(path), str(path)
        if not text.startswith(HEADER):
            raise InputError(
                f"{shown(where)}: not written by this command, which would replace it; "
                "name another folder"
            )
        found[criterion] = read_record(parse(text, where), ClaimFile, where).claims
    return found


def _write(directory: Path, files: Mapping[str, str]) -> None:
    from advisor.files.text import write_text
    from advisor.files.wording import shown

    for place, text in files.items():
        path = directory / place
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            where = shown(str(path.parent))
            raise InputError(f"{where}: cannot be made: {error.strerror}") from error
        write_text(path, text)


def _told(directory: Path, measured: Sequence["Measurement"]) -> Iterator[str]:
    from textwrap import wrap

    from advisor.files.wording import shown

    for each in measured:
        yield each.releases.statement
        yield from wrap(
            each.wheels.statement,
            _WIDTH,
            initial_indent=_INDENT,
            subsequent_indent=_INDENT,
            break_on_hyphens=False,
        )
    count = f"{len(measured)} framework{'' if len(measured) == 1 else 's'}"
    where = shown(str(directory))
    yield f"Wrote {count} to {where}; count it in with --knowledge {where}"
