"""`advisor knowledge diff`: what differs, and whose recommendation flips."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.format import Format
from advisor.cli.options import (
    FormatOption,
    KnowledgeOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.difference import Side
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge

_HELP = "A rule base (folder), a date, all or documents; several joined by commas."

OldArgument = Annotated[
    str, typer.Argument(metavar="OLD", help=_HELP, show_default=False)
]
NewArgument = Annotated[
    str, typer.Argument(metavar="NEW", help=_HELP, show_default=False)
]


def diff(  # noqa: PLR0913 - one parameter for each option
    old: OldArgument,
    new: NewArgument,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Compare two rule bases, two dates or two sorts of evidence.

    Shows whose recommendation flips over all cases, which cells moved and which claims
    came and went. A folder with constants.yaml stands alone, any other is laid over the
    rule base. Where no date is given, each case keeps its own.

    Example: advisor knowledge diff 2019-12-31 2026-11-21
    """
    from advisor.cli.commands.knowledge.reading import profile_of
    from advisor.cli.inputs import get_date, get_knowledge
    from advisor.cli.output import emit_result
    from advisor.engine.diff import diff as compare
    from advisor.render.difference import difference_fields, difference_page

    base = get_knowledge(knowledge, no_builtin=no_builtin)
    under = _Under(knowledge or [], builtin=not no_builtin)
    first, second = _side(old, base, under), _side(new, base, under)
    shared = {
        each: profile_of(case, second.knowledge)
        for each, case in second.knowledge.cases.items()
        if each in first.knowledge.cases
    }
    found = compare(first, second, get_date(None), shared)
    emit_result(
        format_,
        output,
        lambda: difference_fields(found),
        lambda: difference_page(found),
        wording=base.wording,
    )


@dataclass(frozen=True)
class _Under:
    """What an overlay that is compared is laid over."""

    folders: list[Path]
    builtin: bool


def _side(text: str, base: Knowledge, under: _Under) -> Side:
    """Read one side; each part says what it is by its form."""
    as_of: date | None = None
    evidence: Evidence | None = None
    knowledge: Knowledge | None = None
    for part in text.split(","):
        if part in tuple(Evidence):
            _only(text, evidence)
            evidence = Evidence(part)
        elif part and Path(part).is_dir():
            _only(text, knowledge)
            knowledge = _folder(Path(part), under)
        else:
            _only(text, as_of)
            as_of = _date(part)
    return Side(text, knowledge or base, as_of, evidence)


def _only(text: str, said: Knowledge | date | Evidence | None) -> None:
    """Refuse a side of which one part would silently replace another."""
    if said is not None:
        from advisor.files.wording import shown

        raise InputError(
            f"{shown(text)}: names two folders, dates or sorts of evidence; "
            "keep one of each"
        )


def _folder(folder: Path, under: _Under) -> Knowledge:
    from advisor.cli.inputs import get_knowledge
    from advisor.knowledge.families import CONSTANTS

    if (folder / CONSTANTS).is_file():
        return get_knowledge([folder], no_builtin=True)
    return get_knowledge([*under.folders, folder], no_builtin=not under.builtin)


def _date(text: str) -> date:
    from advisor.files.wording import shown
    from advisor.knowledge.answers import read_date

    try:
        return read_date(text)
    except InputError as error:
        raise InputError(
            f"{shown(text) or 'nothing'}: neither a folder nor a date nor all or documents; "
            "write a folder, 2019-12-31, documents, or several joined by commas"
        ) from error
