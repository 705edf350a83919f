"""`advisor explain`: the whole trace behind a recommendation, or one piece of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

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
    QuickOption,
)
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.reference import RecordKind, Reference
from advisor.model.report import Report

if TYPE_CHECKING:
    from advisor.engine.trace import Ground
    from advisor.model.trace import Trace
    from advisor.render.page import Page

FrameworkArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[FRAMEWORK]",
        help="Explain why this framework, or why not.",
        show_default=False,
    ),
]
ClaimOption = Annotated[
    str | None,
    typer.Option(
        "--claim",
        metavar="ID",
        help="Follow one claim: whether it counts, how much, and what if it did not.",
        show_default=False,
    ),
]
RuleOption = Annotated[
    str | None,
    typer.Option(
        "--rule",
        metavar="ID",
        help="Follow one rule: its tests, what it does, and what if it did not.",
        show_default=False,
    ),
]
CriterionOption = Annotated[
    str | None,
    typer.Option(
        "--criterion",
        metavar="ID",
        help="Follow one criterion: weight, cells and voices; with FRAMEWORK its cell only.",
        show_default=False,
    ),
]


@record
class Subject:
    """What is to be explained: a report, one framework, or one piece of the reasoning."""

    framework: str | None
    piece: Reference | None

    @property
    def shaken(self) -> bool:
        """Say whether the explanation tells what would change the result."""
        return self.piece is None or self.piece.kind is RecordKind.CRITERION


def explain(  # noqa: PLR0913 - one parameter for each option
    profile: ProfileArgument,
    framework: FrameworkArgument = None,
    claim: ClaimOption = None,
    rule: RuleOption = None,
    criterion: CriterionOption = None,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    quick: QuickOption = False,
) -> None:
    """Explain a recommendation, claim by claim.

    With FRAMEWORK: why this framework, or why not this one.

    Example: advisor explain profile.yaml tensorflow
    """
    from advisor.cli.inputs import get_knowledge, get_profile, get_report
    from advisor.cli.output import emit_result, keep_apart

    keep_apart(profile, output)
    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    pieces = {
        RecordKind.CLAIM: claim,
        RecordKind.RULE: rule,
        RecordKind.CRITERION: criterion,
    }
    subject = _subject(framework, pieces, base)
    project = get_profile(profile, base)
    report = get_report(
        project, base, as_of, evidence, quick=quick or not subject.shaken
    )
    ask = _Asked(subject, project, base, report)
    emit_result(
        format_,
        output,
        document=ask.document,
        page=ask.page,
        wording=base.wording,
    )


def _subject(
    framework: str | None, pieces: Mapping[RecordKind, str | None], base: Knowledge
) -> Subject:
    """Return what the arguments ask for; raises `InputError` where they ask for two."""
    from advisor.cli.inputs import get_framework

    named = {kind: name for kind, name in pieces.items() if name is not None}
    if len(named) > 1:
        options = " and ".join(f"--{kind}" for kind in named)
        raise InputError(f"{options} exclude each other; give one of them")
    about = get_framework(framework, base) if framework is not None else None
    if not named:
        return Subject(about, None)
    kind, name = named.popitem()
    if framework is not None and kind is not RecordKind.CRITERION:
        raise InputError(
            f"--{kind} follows the {kind} through the whole report; leave out {framework!r}"
        )
    return Subject(about, _found(kind, name, base))


def _found(kind: RecordKind, name: str, base: Knowledge) -> Reference:
    from advisor.cli.commands.knowledge.reading import suggestion
    from advisor.engine.find import find
    from advisor.model.reference import records

    found = find(str(Reference(kind, name)), base)
    if found:
        return found[0]
    hint = suggestion(name, records(base)[kind])
    raise InputError(f"--{kind}: {name!r} is not a {kind}{hint}")


@record
class _Asked:
    """One question to a report; answered in the format that is asked for."""

    subject: Subject
    profile: Profile
    base: Knowledge
    report: Report

    def page(self) -> "Page":
        """Return the answer as a page."""
        from advisor.render.bottom.view import bottom_page
        from advisor.render.explanation import explanation_page
        from advisor.render.why import why_page

        if self.subject.piece is not None:
            trace = self._trace(self.subject.piece)
            return bottom_page(trace, self.report, self.base)
        if self.subject.framework is None:
            return explanation_page(self.report, self.base)
        from advisor.engine.trace import contender

        own = contender(self._ground(), self.subject.framework)
        return why_page(self.report, self.base, own)

    def document(self) -> Mapping[str, Any]:
        """Return the answer as JSON."""
        from advisor.engine.trace import contender
        from advisor.render.bottom.fields import bottom_fields
        from advisor.render.json_explanation import explanation

        if self.subject.piece is not None:
            trace = self._trace(self.subject.piece)
            return bottom_fields(trace, self.report, self.base)
        framework = self.subject.framework
        own = None if framework is None else contender(self._ground(), framework)
        return explanation(self.report, self.base, own)

    def _ground(self) -> "Ground":
        from advisor.engine.trace import ground

        day, evidence = self.report.as_of, self.report.evidence
        return ground(self.base, self.profile, day, evidence)

    def _trace(self, piece: Reference) -> "Trace":
        from advisor.engine.trace_claim import trace_claim
        from advisor.engine.trace_criterion import trace_criterion
        from advisor.engine.trace_rule import trace_rule

        match piece.kind:
            case RecordKind.CLAIM:
                return trace_claim(piece.id, self._ground())
            case RecordKind.RULE:
                return trace_rule(piece.id, self._ground())
            case _:
                framework = self.subject.framework
                return trace_criterion(piece.id, self._ground(), framework)
