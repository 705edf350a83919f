"""`advisor ask`: the interview on the terminal."""

import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
    QuickOption,
)
from advisor.model.evidence import Evidence

if TYPE_CHECKING:
    from advisor.cli.interview.session import Session
    from advisor.cli.interview.start import Wanted
    from advisor.model.knowledge import Knowledge
    from advisor.model.profile import Profile
    from advisor.model.report import Report
    from advisor.survey.lines import Line
    from advisor.survey.order import Aim


ProfileFile = Annotated[
    Path, typer.Argument(metavar="PROFILE", help="The file for the answers.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="QUESTION=ANSWER",
        help="An answer known beforehand, several values with commas; may be repeated.",
        show_default=False,
    ),
]
ConfidenceOption = Annotated[
    float,
    typer.Option(
        "--confidence",
        min=0.5,
        max=1,
        help="How settled it must be to stop; 1 stops only at a proof.",
    ),
]
AllOption = Annotated[
    bool,
    typer.Option("--all", help="Ask every question, in the questionnaire's order."),
]
UpdateOption = Annotated[
    bool,
    typer.Option(
        "--update", help="Ask only what a newer rule base asks anew or refuses now."
    ),
]
RestartOption = Annotated[
    bool, typer.Option("--restart", help="Forget what PROFILE says and ask anew.")
]
NoLeaderOption = Annotated[
    bool, typer.Option("--no-leader", help="Do not show who leads so far.")
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Numbered lines instead of arrow keys.")
]


def ask(  # noqa: PLR0913 - one parameter for each option
    profile: ProfileFile = Path("profile.yaml"),
    set_: SetOption = None,
    confidence: ConfidenceOption = 0.95,
    all_: AllOption = False,
    update: UpdateOption = False,
    restart: RestartOption = False,
    no_leader: NoLeaderOption = False,
    plain: PlainOption = False,
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    lang: LanguageOption = None,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    quick: QuickOption = False,
) -> None:
    """Answer an interview and get a recommendation.

    It asks next what can tell most, and offers to stop once the recommendation is 95 %
    settled (see --confidence). All answers can be reviewed before they are saved in
    PROFILE; run it again to go on or to change them.

    Example: advisor ask profile.yaml

    Example: advisor ask --set goal=production --set domain=vision,nlp

    Example: advisor ask --update profile.yaml
    """
    from advisor.cli.inputs import get_knowledge
    from advisor.cli.interview.checks import check, check_options
    from advisor.cli.interview.start import Wanted
    from advisor.cli.language import get_language
    from advisor.survey.order import Aim

    check(profile, output)
    check_options(confidence, update=update, restart=restart, all_=all_)
    language = get_language(lang, format_)
    base = get_knowledge(knowledge, no_builtin=no_builtin, language=language)
    wanted = Wanted(profile, restart, update, set_ or ())
    session = _session(wanted, base, plain=plain)
    aim = Aim(confidence, everything=all_, only=session.start.only)
    known = _hold(session, aim, as_of, evidence, leader=not no_leader)
    if known is not None:
        report = _report(session, known, as_of, evidence, quick=quick)
        _show(session, report, format_, output)


def _session(wanted: "Wanted", base: "Knowledge", *, plain: bool) -> "Session":
    """Find out what is known already, and say so."""
    from advisor.cli.interview.draft import Draft
    from advisor.cli.interview.partner import get_partner
    from advisor.cli.interview.session import Session
    from advisor.cli.interview.start import begin

    partner = get_partner(base.wording, plain=plain)
    draft = Draft(wanted.path, base)
    start = begin(wanted, base, draft)
    partner.say(start.lines)
    return Session(wanted, base, partner, draft, start)


def _hold(
    session: "Session",
    aim: "Aim",
    as_of: date | None,
    evidence: Evidence,
    *,
    leader: bool,
) -> "Profile | None":
    """Hold the interview with the engine as guide; an update may have nothing to ask."""
    from advisor.cli.inputs import get_date

    if session.is_up_to_date():
        return session.start.stored
    from advisor.engine.completions.guide import Forecast  # imports numpy

    day = get_date(as_of, session.start.stored)
    guide = Forecast(session.knowledge, day, evidence)
    return session.hold(guide, aim, leader=leader)


def _report(
    session: "Session",
    known: "Profile",
    as_of: date | None,
    evidence: Evidence,
    *,
    quick: bool,
) -> "Report | None":
    """Return the recommendation, and say what an update has changed in it."""
    from advisor.cli.inputs import get_report

    base = session.knowledge
    if not known.answers:
        return None
    report = get_report(known, base, as_of, evidence, quick=quick)
    if session.asked and session.wanted.update:
        before = get_report(session.start.stored, base, as_of, evidence, quick=True)
        session.partner.say(session.changes(before, report))
    return report


def _show(
    session: "Session", report: "Report | None", format_: Format, output: Path | None
) -> None:
    """Write the recommendation, and tell what can be done with the profile."""
    from advisor.cli.output import emit_report
    from advisor.survey.lines import BLANK, Line

    base, say = session.knowledge, session.partner.say
    if report is None:
        say((Line(base.wording("interview.nothing-to-recommend")),))
        return
    say((BLANK,))
    emit_report(report, base, format_, output)
    say(_farewell(report, session.wanted.path, base))


def _farewell(report: "Report", path: Path, base: "Knowledge") -> "tuple[Line, ...]":
    """Return the result in a sentence, and what can be done with a saved profile.

    The whole result is longer than most terminals are high.
    """
    from advisor.files.wording import shown
    from advisor.survey.lines import BLANK, Line, Tone

    where = shown(shlex.quote(str(path)))
    texts = (
        base.wording("interview.see-again", where=where),
        base.wording("interview.follow", where=where),
        base.wording("interview.answer-more", where=where),
    )
    conclusion = Line(report.summary, Tone.STRONG)
    return (BLANK, conclusion, BLANK, *(Line(each, hang=19) for each in texts))
