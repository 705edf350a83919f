"""`advisor explain`: the whole trace behind a recommendation."""

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
    ProfileArgument,
)
from advisor.model.evidence import Evidence


def explain(  # noqa: PLR0913 - one parameter for each option
    profile: ProfileArgument,
    framework: Annotated[
        str | None,
        typer.Argument(
            metavar="[FRAMEWORK]",
            help="Explain why this framework, or why not.",
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
    """Explain a recommendation, claim by claim.

    With FRAMEWORK: why this framework, or why not this one.

    Example: advisor explain profile.yaml tensorflow
    """
    from advisor.cli.inputs import (
        get_framework,
        get_knowledge,
        get_profile,
        get_report,
    )
    from advisor.cli.output import emit_result, keep_apart
    from advisor.render import json
    from advisor.render.explanation import explanation_page
    from advisor.render.why import why_page

    keep_apart(profile, output)
    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    about = get_framework(framework, base) if framework is not None else None
    report = get_report(get_profile(profile, base), base, as_of, evidence)
    emit_result(
        format_,
        output,
        document=lambda: json.explanation(report, base, about),
        page=lambda: (
            explanation_page(report, base)
            if about is None
            else why_page(report, base, about)
        ),
    )
