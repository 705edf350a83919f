"""`advisor knowledge coverage`: what stands behind every cell of the matrix."""

import typer

from advisor.cli.exit import Exit
from advisor.cli.format import Format
from advisor.cli.options import (
    AsOfOption,
    EvidenceOption,
    FormatOption,
    KnowledgeOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.evidence import Evidence


def coverage(  # noqa: PLR0913 - one parameter for each option
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Count claims and sources behind every cell.

    Exits with 3 if a cell of a living alternative is empty and nothing says why; the
    documents alone leave many, which is no fault.

    Example: advisor knowledge coverage --as-of 2019-06-01
    """
    from advisor.cli.inputs import get_date, get_knowledge
    from advisor.cli.output import emit_result
    from advisor.engine.coverage import coverage as count
    from advisor.render.coverage import coverage_fields, coverage_page

    base = get_knowledge(knowledge, no_builtin=no_builtin)
    found = count(base, get_date(as_of), evidence)
    emit_result(
        format_,
        output,
        lambda: coverage_fields(found),
        lambda: coverage_page(found, base),
        wording=base.wording,
    )
    if found.holes and evidence is Evidence.ALL:
        raise typer.Exit(Exit.KNOWLEDGE)
