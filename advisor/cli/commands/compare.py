"""`advisor compare`: two frameworks side by side."""

from typing import Annotated

import typer

from advisor.cli.format import Format
from advisor.cli.language import get_language
from advisor.cli.options import (
    AsOfOption,
    EvidenceOption,
    FormatOption,
    KnowledgeOption,
    LanguageOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.evidence import Evidence


def compare(  # noqa: PLR0913 - one parameter for each option
    first: Annotated[
        str, typer.Argument(metavar="A", help="A framework.", show_default=False)
    ],
    second: Annotated[
        str, typer.Argument(metavar="B", help="Another one.", show_default=False)
    ],
    profile: Annotated[
        str | None,
        typer.Argument(
            metavar="[PROFILE]",
            help="Profile whose weights put the criteria in order.",
            show_default=False,
        ),
    ] = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Put two frameworks side by side.

    On every criterion, with the weightiest claims; PROFILE adds the weights.

    Example: advisor compare pytorch tensorflow profile.yaml
    """
    from advisor.cli.inputs import get_date, get_framework, get_knowledge, get_profile
    from advisor.cli.output import emit_result, keep_apart
    from advisor.engine.compare import compare as side_by_side
    from advisor.model.errors import InputError
    from advisor.render.comparison import comparison_page
    from advisor.render.json_comparison import comparison

    keep_apart(profile, output)
    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    pair = (get_framework(first, base), get_framework(second, base))
    if pair[0] == pair[1]:
        raise InputError(f"{first} and {second} are the same framework; name two")
    project = get_profile(profile, base) if profile is not None else None
    compared = side_by_side(base, pair, project, get_date(as_of, project), evidence)
    emit_result(
        format_,
        output,
        document=lambda: comparison(compared),
        page=lambda: comparison_page(compared, base),
    )
