"""`advisor compare`: frameworks side by side."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from advisor.model.knowledge import Knowledge

_FEWEST = 2
_SUFFIXES = (".yaml", ".yml", ".json")


def compare(  # noqa: PLR0913 - one parameter for each option
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="A B [C …] [PROFILE]",
            help="Two frameworks or more, by id, name or alias; then, if there is one, a "
            "profile whose weights put the criteria in order (- reads standard input).",
            show_default=False,
        ),
    ],
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Put frameworks side by side.

    On every criterion, with the weightiest claims; PROFILE adds weights, scores, ranks
    and exclusions.

    Example: advisor compare pytorch tensorflow

    Example: advisor compare pytorch jax keras profile.yaml
    """
    from advisor.cli.inputs import get_date, get_knowledge, get_profile
    from advisor.cli.output import emit_result, keep_apart
    from advisor.engine.compare import compare as side_by_side
    from advisor.render.comparison import comparison_page
    from advisor.render.json_comparison import comparison

    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    frameworks, profile = _read(names, base)
    keep_apart(profile, output)
    project = get_profile(profile, base) if profile is not None else None
    day = get_date(as_of, project)
    compared = side_by_side(base, frameworks, project, day, evidence)
    emit_result(
        format_,
        output,
        document=lambda: comparison(compared),
        page=lambda: comparison_page(compared, base),
        wording=base.wording,
    )


def _read(names: Sequence[str], base: "Knowledge") -> tuple[list[str], str | None]:
    """Tell frameworks and profile apart: what can name a framework does."""
    from advisor.cli.inputs import get_framework
    from advisor.files.wording import quoted
    from advisor.knowledge.answers import nearest
    from advisor.model.errors import InputError

    *rest, last = names
    profile = last if _is_profile(last, base) else None
    given = rest if profile is not None else names
    found: dict[str, str] = {}
    for each in given:
        if _is_profile(each, base):
            raise InputError(f"{quoted(each)} is not a framework; a profile comes last")
        if len(found) >= _FEWEST and each == last and not _is_framework(each, base):
            hint = nearest(each, base.frameworks)
            raise InputError(f"{quoted(each)} is neither a framework nor a file{hint}")
        framework = get_framework(each, base)
        if framework in found:
            same = f"{quoted(found[framework])} and {quoted(each)}"
            raise InputError(f"{same} are the same framework; name it once")
        found[framework] = each
    if len(found) < _FEWEST:
        raise InputError("name at least two frameworks; a profile may follow them")
    return list(found), profile


def _is_profile(name: str, base: "Knowledge") -> bool:
    """Say whether this is meant as a file: it exists, or it is spelt like one."""
    import os
    from pathlib import Path

    from advisor.cli.inputs import STANDARD_INPUT

    if name == STANDARD_INPUT or _is_framework(name, base):
        return name == STANDARD_INPUT
    return name.endswith(_SUFFIXES) or os.sep in name or Path(name).exists()


def _is_framework(name: str, base: "Knowledge") -> bool:
    from advisor.engine.find import find
    from advisor.model.reference import RecordKind, Reference

    return bool(find(str(Reference(RecordKind.FRAMEWORK, name)), base))
