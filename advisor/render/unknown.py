"""What is unknown, and how much it could matter."""

from collections.abc import Iterator

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import OpenQuestion
from advisor.model.score import Score
from advisor.render.explanation_words import signed, silent_on
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.robustness.words import challenged, name, setting


def unknown_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return open questions with what they could do to the lead, then the gaps."""
    wording = knowledge.wording
    items = tuple(Item(phrase(each)) for each in _texts(report, knowledge))
    return section(
        wording("explain.unknown"), *_questions(report, knowledge), Bullets(items)
    )


def _questions(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    challenge = challenged(report)
    if challenge is None or not challenge.open_questions or not report.ranking:
        return ()
    wording = knowledge.wording
    first = name(report.ranking[0].framework, knowledge)
    columns = (
        wording("explain.question"),
        wording("explain.lead-from"),
        wording("explain.lead-to"),
        wording("explain.would-win"),
    )
    rows = tuple(_row(each, knowledge) for each in challenge.open_questions)
    return (
        paragraph(wording("explain.could-move", framework=first)),
        Grid(columns, rows, numeric=(1, 2), colon=wording("common.colon")),
    )


def _row(question: OpenQuestion, knowledge: Knowledge) -> tuple[Line, ...]:
    wording = knowledge.wording
    told = [
        *((name(each, knowledge), answer) for each, answer in question.winners.items()),
        *((wording("explain.no-framework"), answer) for answer in question.nobody),
    ]
    winners = wording.clauses(
        wording(
            "explain.winner",
            framework=who,
            answer=setting(question.question, answer),
        )
        for who, answer in told
    )
    return (
        words(question.question),
        (signed(question.low),),
        (signed(question.high),),
        words(winners) if winners else words(wording("explain.stays"), Tone.FAINT),
    )


def _texts(report: Report, knowledge: Knowledge) -> Iterator[str]:
    wording = knowledge.wording
    if report.open_questions and challenged(report) is None:
        every = wording.series(report.open_questions)
        yield wording("report.unanswered", questions=every)
    told = [each.question for each in report.unknown if each.matters]
    idle = [each.question for each in report.unknown if not each.matters]
    if told:
        yield wording("report.unknown", questions=wording.series(told))
    if idle:
        yield wording("report.unknown-idle", questions=wording.series(idle))
    for each in report.ranking:
        if each.score.gaps:
            yield _gaps(each.framework, each.score, knowledge)


def _gaps(framework: str, score: Score, knowledge: Knowledge) -> str:
    """Say what is not known of a framework, and how far its score hangs on it."""
    down = sum(each.amount for each in score.gaps)
    up = sum(each.weight for each in score.gaps) - down
    return knowledge.wording(
        "explain.gaps",
        framework=Span(name(framework, knowledge), Tone.STRONG),
        criteria=silent_on(score, knowledge),
        share=f"{1 - score.coverage:.1%}",
        down=f"{down:.3f}",
        up=f"{up:.3f}",
    )
