"""The framework that the team has chosen, against what the evidence says."""

from collections.abc import Iterator
from math import ceil

from advisor.engine.rank import ROUNDING
from advisor.engine.summarise import main_reasons
from advisor.gate.found import Found
from advisor.gate.situation import (
    allowed_gap,
    choice_of,
    exclusions_of,
    gap_of,
    is_behind,
    screen_of,
)
from advisor.gate.words import (
    POINTS,
    command_file,
    criterion_name,
    framework_name,
    outcome_text,
    source_text,
)
from advisor.model.checked import Subject
from advisor.model.gate import Check
from advisor.model.knowledge import Knowledge
from advisor.model.report import Excluded, NotJudged, Ranked, Verdict
from advisor.model.rule import Screen
from advisor.model.what_if import outcome_of

_KEY = "gate.framework"
_QUESTIONS = 3
_DIGITS = 9


def choice(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield what speaks against the choice, or that there is none to speak of."""
    if subject.report.verdict is Verdict.NO_BASIS:
        yield _no_basis(knowledge, subject)
    chosen = choice_of(subject)
    if not chosen:
        yield _missing(knowledge, subject)
        return
    reasons = exclusions_of(chosen, subject)
    told = [e for e in reasons if screen_of(e, knowledge) is not Screen.UNREACHABLE]
    if told:
        yield _excluded(told, knowledge, subject)
    for unjudged in subject.report.not_judged:
        if unjudged.framework == chosen:
            yield _not_judged(unjudged, knowledge, subject)
    for ranked in subject.report.ranking:
        if ranked.framework == chosen and is_behind(ranked, knowledge, subject):
            yield _not_recommended(ranked, knowledge, subject)


def _no_basis(knowledge: Knowledge, subject: Subject) -> Found:
    wording, file = knowledge.wording, command_file(subject)
    questions = subject.report.open_questions[:_QUESTIONS]
    asked = wording(
        "check.no-basis-ask", questions=wording.series(questions), file=file
    )
    return Found(
        check=Check.NO_BASIS,
        place=subject.file.place("answers"),
        subject="answers",
        message=subject.report.summary,
        help=asked if questions else wording("check.no-basis-explain", file=file),
    )


def _missing(knowledge: Knowledge, subject: Subject) -> Found:
    wording = knowledge.wording
    outcome = outcome_text(outcome_of(subject.report), knowledge)
    return Found(
        check=Check.CHOICE_MISSING,
        place=subject.file.place(_KEY),
        subject=_KEY,
        message=wording("check.choice-missing", outcome=outcome),
        help=wording("check.choice-missing-help"),
    )


def _excluded(reasons: list[Excluded], knowledge: Knowledge, subject: Subject) -> Found:
    wording, chosen = knowledge.wording, choice_of(subject)
    name = framework_name(chosen, knowledge)
    retired = all(screen_of(each, knowledge) is Screen.STATUS for each in reasons)
    explain = wording(
        "check.choice-excluded-help", file=command_file(subject), id=chosen
    )
    return Found(
        check=Check.CHOICE_EXCLUDED,
        place=subject.file.place(_KEY),
        subject=chosen,
        message=wording(
            "check.choice-excluded",
            framework=name,
            reasons=wording.clauses(each.reason for each in reasons),
        ),
        help=wording("check.choice-retired-help") if retired else explain,
        details=tuple(
            sentence for each in reasons for sentence in _exclusion(each, knowledge)
        ),
    )


def _exclusion(excluded: Excluded, knowledge: Knowledge) -> Iterator[str]:
    yield knowledge.wording(
        "check.excluded-by",
        reason=excluded.reason,
        rule=excluded.rule,
        title=knowledge.rules[excluded.rule].title,
    )
    for source in excluded.sources:
        yield from source_text(source, knowledge)


def _not_judged(own: NotJudged, knowledge: Knowledge, subject: Subject) -> Found:
    wording = knowledge.wording
    name = framework_name(own.framework, knowledge)
    return Found(
        check=Check.CHOICE_NOT_JUDGED,
        place=subject.file.place(_KEY),
        subject=own.framework,
        message=wording("check.choice-not-judged", framework=name, reason=own.reason),
        help=wording(
            "check.choice-not-judged-help",
            file=command_file(subject),
            id=own.framework,
        ),
    )


def _not_recommended(own: Ranked, knowledge: Knowledge, subject: Subject) -> Found:
    wording, first = knowledge.wording, subject.report.ranking[0]
    gap, allowed = _apart(gap_of(own, subject), allowed_gap(knowledge, subject))
    name = framework_name(own.framework, knowledge)
    leader = framework_name(first.framework, knowledge)
    reasons = [
        criterion_name(each, knowledge) for each in main_reasons(first.score, own.score)
    ]
    return Found(
        check=Check.CHOICE_NOT_RECOMMENDED,
        place=subject.file.place(_KEY),
        subject=own.framework,
        message=wording(
            "check.choice-not-recommended",
            framework=name,
            first=leader,
            gap=gap,
            reasons=wording.listed(reasons),
        ),
        help=wording(
            "check.choice-not-recommended-help",
            first=leader,
            margin=_enough(gap_of(own, subject)),
            command=f"advisor compare {own.framework} {first.framework} "
            f"{command_file(subject)}",
        ),
        details=(
            wording(
                "check.choice-scores",
                framework=name,
                own=f"{own.score.value:{POINTS}}",
                rank=own.rank,
                ranked=len(subject.report.ranking),
                first=leader,
                score=f"{first.score.value:{POINTS}}",
            ),
            wording("check.choice-allowed", allowed=allowed),
        ),
    )


def _apart(gap: float, allowed: float) -> tuple[str, str]:
    """Return both numbers with as many places as it takes to tell them apart."""
    for places in range(2, _DIGITS):
        shown = f"{gap:.{places}f}", f"{allowed:.{places}f}"
        if shown[0] != shown[1]:
            return shown
    return f"{gap:.{_DIGITS}f}", f"{allowed:.{_DIGITS}f}"


def _enough(gap: float) -> str:
    """Return the least margin, in hundredths, that would allow the gap."""
    return f"{ceil((gap - ROUNDING) * 100) / 100:{POINTS}}"
