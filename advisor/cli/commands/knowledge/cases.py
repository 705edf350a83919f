"""`advisor knowledge test`: does the rule base still decide its cases?"""

from collections.abc import Sequence
from pathlib import Path
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


DecisionsOption = Annotated[
    bool,
    typer.Option(
        "--decisions",
        help="Show the decisions of real projects beside rules of thumb.",
    ),
]
MutateOption = Annotated[
    bool,
    typer.Option(
        "--mutate",
        help="Delete and flip each claim: which decide a case alone, which none?",
    ),
]


def prove_cases(  # noqa: PLR0913 - one parameter for each option
    cases: CasesArgument = None,
    decisions: DecisionsOption = False,
    mutate: MutateOption = False,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Decide the cases and show those that fail.

    With CASE, decides only these and shows each in full. Exits with 3 if one fails.
    --mutate takes about a minute and changes nothing.

    Example: advisor knowledge test r-000-01
    """
    from advisor.cli.commands.knowledge.reading import answers_of
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.output import emit_result
    from advisor.cli.progress import track
    from advisor.engine.benchmark import benchmark
    from advisor.engine.judge import judge
    from advisor.render.cases import cases_fields, cases_page

    base = get_knowledge(knowledge, no_builtin=no_builtin)
    chosen = _chosen(cases or [], base)
    if mutate:
        _mutate(chosen, base, format_, output)
        return
    outcomes = [
        judge(each, answers_of(each, base), base)
        for each in track(chosen, "Deciding cases", len(chosen))
    ]
    table = benchmark(outcomes if decisions else [], base)
    emit_result(
        format_,
        output,
        lambda: cases_fields(outcomes, base, table),
        lambda: cases_page(outcomes, base, table, full=bool(cases)),
        wording=base.wording,
    )
    if not all(each.holds for each in outcomes):
        raise typer.Exit(Exit.KNOWLEDGE)


def _mutate(
    chosen: Sequence[Case], base: Knowledge, format_: Format, output: Path | None
) -> None:
    """Change every claim in turn."""
    from advisor.cli.commands.knowledge.reading import profile_of
    from advisor.cli.output import emit_result
    from advisor.cli.progress import track
    from advisor.engine.mutate import Bench, gathered, sensitivity
    from advisor.render.sensitivity import sensitivity_fields, sensitivity_page

    benches = [Bench(each, profile_of(each, base), base) for each in chosen]
    every = track(sensitivity(benches, base), "Changing claims")
    found = gathered(list(every), len(benches))
    emit_result(
        format_,
        output,
        lambda: sensitivity_fields(found),
        lambda: sensitivity_page(found, base),
        wording=base.wording,
    )


def _chosen(names: Sequence[str], base: Knowledge) -> list[Case]:
    from advisor.cli.commands.knowledge.reading import suggestion

    for name in names:
        if name not in base.cases:
            hint = suggestion(name, base.cases)
            raise InputError(f"{name!r} is not a case{hint}")
    return [base.cases[name] for name in dict.fromkeys(names)] or [*base.cases.values()]
