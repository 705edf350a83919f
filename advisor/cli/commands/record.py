"""`advisor record`: the recommendation as an architecture decision record."""

import shlex
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.language import get_language
from advisor.cli.options import (
    AsOfOption,
    EvidenceOption,
    KnowledgeOption,
    LanguageOption,
    NoBuiltinOption,
    OutputOption,
    ProfileArgument,
)
from advisor.model.decision import Decision, Making, RecordStatus
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence

if TYPE_CHECKING:
    from advisor.model.language import Wording
    from advisor.model.report import Report

_PIPED = "PROFILE"  # stands for a profile that has no name

_Status = Annotated[
    RecordStatus, typer.Option("--status", help="How far the decision has come.")
]
_Choice = Annotated[
    str | None,
    typer.Option(
        "--decision",
        metavar="FRAMEWORK",
        help="The framework you chose, if not the recommended one.",
        show_default=False,
    ),
]
_Makers = Annotated[
    list[str] | None,
    typer.Option(
        "--decision-maker",
        metavar="NAME",
        help="Who decides; may be repeated.",
        show_default=False,
    ),
]


def record(  # noqa: PLR0913 - one parameter for each option
    profile: ProfileArgument,
    status: _Status = RecordStatus.PROPOSED,
    decision: _Choice = None,
    decision_maker: _Makers = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    output: OutputOption = None,
) -> None:
    """Write an architecture decision record (MADR 4.0, Markdown).

    It says what was considered, decided and why, and when to decide anew.

    Example: advisor record profile.yaml --output 0007-framework.md
    """
    from advisor import __version__
    from advisor.cli.inputs import get_framework, get_knowledge, get_profile, get_report
    from advisor.cli.output import emit, keep_apart
    from advisor.render.decision.record import decision_record

    keep_apart(profile, output)
    language = get_language(lang)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    framework = get_framework(decision, base) if decision is not None else None
    decided = Decision(status, framework, _names(decision_maker or ()))
    project = get_profile(profile, base)
    report = get_report(project, base, as_of, evidence)
    _keep_honest(report, decided)
    options = [
        *("--as-of", report.as_of.isoformat(), "--lang", language),
        *(["--evidence", evidence] if evidence is not Evidence.ALL else []),
        *(word for each in knowledge or () for word in ("--knowledge", str(each))),
        *(["--no-builtin"] if no_builtin else []),
        *_decided(decided),
    ]
    making = Making(_again(profile, options, base.wording), __version__)
    emit(decision_record(report, project, base, decided, making), output)


def _names(makers: Sequence[str]) -> tuple[str, ...]:
    """Return who decides, as a line of text may name them."""
    from advisor.files.wording import flaw

    for each in makers:
        if problem := flaw(each):
            raise InputError(f"--decision-maker: {problem}")
    return tuple(makers)


def _keep_honest(report: "Report", decided: Decision) -> None:
    """Refuse to call accepted what neither the evidence nor the team has decided."""
    from advisor.render.decision.choice import chosen

    if decided.status is RecordStatus.ACCEPTED and chosen(report, decided) is None:
        raise InputError(
            f"--status: nothing is decided, the verdict is {report.verdict.value!r}; "
            "name the framework you chose with --decision"
        )


def _decided(decided: Decision) -> Iterator[str]:
    """Yield the options that say what was decided."""
    if decided.status is not RecordStatus.PROPOSED:
        yield from ("--status", decided.status)
    if decided.framework is not None:
        yield from ("--decision", decided.framework)
    for each in decided.makers:
        yield from ("--decision-maker", each)


def _again(profile: str, options: Sequence[str], wording: "Wording") -> str:
    """Return the command that writes the record again, and what to put in, if anything."""
    from advisor.cli.inputs import STANDARD_INPUT

    if profile != STANDARD_INPUT:
        return _command(["record", profile, *options])
    told = wording("decision-record.piped", name=_PIPED)
    return f"# {told}\n{_command(['record', _PIPED, *options])}"


def _command(words: Iterable[str]) -> str:
    """Return a command line as a shell reads it, with escapes where it is no text."""
    from advisor.files.wording import shown

    return " ".join(["advisor", *(shown(shlex.quote(each)) for each in words)])
