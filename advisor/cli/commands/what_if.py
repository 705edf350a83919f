"""`advisor what-if`: what other answers would change."""

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

SetOption = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="QUESTION=ANSWER",
        help="An answer to suppose, several values with commas, nothing for no answer; or "
        "weights.CRITERION=NUMBER. May be repeated.",
        show_default=False,
    ),
]


def what_if(  # noqa: PLR0913 - one parameter for each option
    profile: ProfileArgument,
    set_: SetOption,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Show what other answers would change.

    Before and after, and what each single answer does alone; PROFILE stays as it is.

    Example: advisor what-if profile.yaml --set deployment-targets=server,browser

    Example: advisor what-if profile.yaml --set latency= --set weights.debugging=3
    """
    from advisor.cli.inputs import get_date, get_knowledge, get_profile
    from advisor.cli.interview.given import read_changes
    from advisor.cli.output import emit_result, keep_apart
    from advisor.engine.what_if import what_if as decide_twice
    from advisor.render.json_what_if import differences
    from advisor.render.what_if import what_if_page
    from advisor.survey.suppose import suppose

    keep_apart(profile, output)
    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    settings = read_changes(set_, base)
    known = get_profile(profile, base)
    supposed = suppose(base, known, settings)
    found = decide_twice(base, supposed, get_date(as_of, known), evidence)
    emit_result(
        format_,
        output,
        document=lambda: differences(found),
        page=lambda: what_if_page(found, base),
        wording=base.wording,
    )
