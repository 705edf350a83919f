"""What `advisor recommend` does, once its arguments are known."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from advisor.cli.format import Format
from advisor.cli.inputs import get_knowledge, get_profile, get_report
from advisor.cli.language import get_language
from advisor.cli.output import emit_report, keep_apart
from advisor.model.evidence import Evidence
from advisor.model.language import Language
from advisor.model.record import record


@record
class Request:
    """The arguments of `advisor recommend`, with their defaults."""

    profile: str
    as_of: date | None = None
    evidence: Evidence = Evidence.ALL
    knowledge: Sequence[Path] = ()
    no_builtin: bool = False
    lang: Language | None = None
    format_: Format = Format.TERMINAL
    output: Path | None = None
    quick: bool = False


def answer(request: Request) -> None:
    """Recommend, and write the result."""
    keep_apart(request.profile, request.output)
    base = get_knowledge(
        request.knowledge,
        no_builtin=request.no_builtin,
        language=get_language(request.lang, request.format_),
    )
    profile = get_profile(request.profile, base)
    report = get_report(
        profile, base, request.as_of, request.evidence, quick=request.quick
    )
    emit_report(report, base, request.format_, request.output)
