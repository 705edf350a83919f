"""`advisor recommend`: the recommendation for a profile."""

from advisor.cli.format import Format
from advisor.cli.options import (
    AsOfOption,
    EvidenceOption,
    FormatOption,
    KnowledgeOption,
    LanguageOption,
    NoBuiltinOption,
    OutputOption,
    ProfileArgument,
    QuickOption,
)
from advisor.cli.recommendation import Request, answer
from advisor.model.evidence import Evidence


def recommend(  # noqa: PLR0913 - one parameter for each option
    profile: ProfileArgument,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    quick: QuickOption = False,
) -> None:
    """Recommend a framework for the project in PROFILE.

    Example: advisor recommend profile.yaml --format json
    """
    overlays = tuple(knowledge or ())
    answer(
        Request(
            profile=profile,
            as_of=as_of,
            evidence=evidence,
            knowledge=overlays,
            no_builtin=no_builtin,
            lang=lang,
            format_=format_,
            output=output,
            quick=quick,
        )
    )
