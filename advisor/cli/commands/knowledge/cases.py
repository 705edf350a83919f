"""`advisor knowledge test`: does the rule base still decide its cases?"""

from collections.abc import Sequence
from typing import Annotated

import typer

from advisor.cli.exit import Exit
from advisor.cli.format import Format
from advisor.cli.options import (
    FormatOption,
    KnowledgeOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.case import Case
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge

CasesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CASE]…", help="Ids of cases; default: all.", show_default=False
    ),
]


def prove_cases(
    cases: CasesArgument = None,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Decide the cases and show those that fail.

    With CASE, decides only these and shows each in full. Exits with 3 if one fails.

    Example: advisor knowledge test r-000-01
    """
    from advisor.cli.commands.knowledge.reading import answers_of
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.output import emit_result
    from advisor.engine.judge import judge
    from advisor.render.cases import cases_fields, cases_page

    base = get_knowledge(knowledge, no_builtin=no_builtin)
    chosen = _chosen(cases or [], base)
    outcomes = [judge(each, answers_of(each, base), base) for each in chosen]
    emit_result(
        format_,
        output,
        lambda: cases_fields(outcomes, base),
        lambda: cases_page(outcomes, base, full=bool(cases)),
    )
    if not all(each.holds for each in outcomes):
        raise typer.Exit(Exit.KNOWLEDGE)


def _chosen(names: Sequence[str], base: Knowledge) -> list[Case]:
    from advisor.cli.commands.knowledge.reading import suggestion

    for name in names:
        if name not in base.cases:
            hint = suggestion(name, base.cases)
            raise InputError(f"{name!r} is not a case{hint}")
    return [base.cases[name] for name in dict.fromkeys(names)] or [*base.cases.values()]
