"""`advisor knowledge lint`: every check of the rule base."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from advisor.cli.exit import Exit
from advisor.cli.format import Format
from advisor.cli.options import (
    AsOfOption,
    FormatOption,
    KnowledgeOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.errors import InputError

DocumentsOption = Annotated[
    Path | None,
    typer.Option(
        "--documents",
        metavar="DIR",
        help="Folder with the documents; compares every passage that a claim rests on.",
        show_default=False,
    ),
]


def lint(  # noqa: PLR0913 - one parameter for each option
    documents: DocumentsOption = None,
    as_of: AsOfOption = None,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Check references, ranges, reasons, reach, age and passages.

    Exits with 3 if it finds an error.

    Example: advisor knowledge lint --documents documents
    """
    from advisor.cli.commands.knowledge.reading import unreadable
    from advisor.cli.inputs import get_date, get_folders, get_unproven
    from advisor.cli.output import emit_result
    from advisor.knowledge.places import places
    from advisor.lint import upkeep
    from advisor.lint.checks import in_order, lint
    from advisor.lint.digests import files, verifiable, verify
    from advisor.model.finding import Severity
    from advisor.render.findings import findings_fields, findings_page

    base = get_unproven(knowledge, no_builtin=no_builtin)
    found = [*lint(base), *unreadable(base)]
    if not any(each.severity is Severity.ERROR for each in found):
        found += upkeep.check(base, get_date(as_of))
        found += upkeep.ahead(base, get_date(None))
    verified = None
    if documents is not None:
        texts = _texts(documents, files(base))
        stale = list(verify(base, texts))
        failed = sum(each.subject.startswith("claim:") for each in stale)
        verified = verifiable(base, texts) - failed
        found += stale
    findings = in_order(found)
    folders = get_folders(knowledge, no_builtin=no_builtin)
    where = places(folders, base, findings)
    emit_result(
        format_,
        output,
        lambda: findings_fields(findings, base, verified, where),
        lambda: findings_page(findings, base, verified, where),
        wording=base.wording,
    )
    if any(each.severity is Severity.ERROR for each in findings):
        raise typer.Exit(Exit.KNOWLEDGE)


def _texts(folder: Path, names: Sequence[str]) -> Mapping[str, str]:
    """Return the texts that are there; a missing one is the check's business."""
    from advisor.files.text import is_folder, read_text
    from advisor.files.wording import shown

    if not is_folder(folder):
        where = shown(str(folder))
        raise InputError(f"--documents: {where}: not a folder; name the one with them")
    return {
        name: read_text(folder / name)
        for name in names
        if Path(name).name == name and (folder / name).is_file()
    }
