"""`advisor knowledge show`: any record with everything that hangs on it."""

from typing import Annotated

import typer

from advisor.cli.format import Format
from advisor.cli.options import (
    AsOfOption,
    EvidenceOption,
    FormatOption,
    KnowledgeOption,
    LanguageOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.reference import Reference

NameArgument = Annotated[
    str,
    typer.Argument(
        metavar="NAME",
        help="Id, name or alias of a record, or FRAMEWORK/CRITERION.",
        show_default=False,
    ),
]

_HELP = "; give an id, a name or an alias of a record, or FRAMEWORK/CRITERION"


def show(  # noqa: PLR0913 - one parameter for each option
    name: NameArgument,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Show a record and everything that hangs on it.

    Where a name means several records, put the kind before it: rule:tpu.

    Example: advisor knowledge show pytorch/debugging --as-of 2021-05-18
    """
    from advisor.cli.inputs import get_date, get_knowledge
    from advisor.cli.language import get_language
    from advisor.cli.output import emit_result
    from advisor.engine.snapshot import snapshot
    from advisor.render.record import record_fields, record_page

    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    reference = _found(name, base)
    seen = snapshot(base, get_date(as_of), evidence)
    emit_result(
        format_,
        output,
        lambda: record_fields(reference, base, seen),
        lambda: record_page(reference, base, seen),
        wording=base.wording,
    )


def _found(name: str, base: Knowledge) -> Reference:
    from advisor.cli.commands.knowledge.reading import suggestion
    from advisor.engine.find import find, spellings

    found = find(name, base)
    if not found:
        hint = suggestion(name, spellings(base)) or _HELP
        raise InputError(f"nothing in the rule base is called {name!r}{hint}")
    if len(found) > 1:
        meant = ", ".join(map(str, found))
        raise InputError(f"{name!r} means several records; name one of: {meant}")
    return found[0]
