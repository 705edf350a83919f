"""`advisor check --explain`: what a finding means, whoever has it."""

from collections.abc import Iterator

from advisor.cli.check.request import Request
from advisor.cli.exit import Exit
from advisor.cli.format import Format
from advisor.cli.inputs import get_knowledge
from advisor.cli.language import get_language
from advisor.cli.output import emit_result
from advisor.files.wording import quoted
from advisor.knowledge.answers import nearest
from advisor.model.errors import InputError
from advisor.model.gate import Check

_ALL = "all"


def explain(request: Request, finding: str) -> Exit:
    """Write what a finding means, or all of them; raises `InputError` for other words."""
    words = tuple(completed(""))
    if finding not in words:
        raise InputError(
            f"--explain: no finding {quoted(finding)}{nearest(finding, words)}"
        )
    if request.profiles or request.record or request.update or request.write_baseline:
        raise InputError("--explain: checks and records nothing; use it by itself")
    formats = [each.value for each in Format]
    if request.format_.value not in formats:
        raise InputError(
            f"--explain: cannot be written as {request.format_}; takes {', '.join(formats)}"
        )
    language = get_language(request.lang, request.format_)
    knowledge = get_knowledge(
        request.knowledge, no_builtin=request.no_builtin, language=language
    )
    from advisor.render.check.explained import explained_fields, explained_page

    checks = words if finding == _ALL else (finding,)
    emit_result(
        Format(request.format_.value),
        request.output,
        lambda: explained_fields(checks, knowledge.wording),
        lambda: explained_page(checks, knowledge.wording),
        knowledge.wording,
    )
    return Exit.OK


def completed(begun: str) -> Iterator[str]:
    """Yield the words that go on as somebody has begun to type."""
    every = (*(each.value for each in Check), _ALL)
    return (each for each in every if each.startswith(begun))
