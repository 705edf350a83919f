"""What is not known: gaps, who could not be judged, and questions left open."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.reads import facts_read
from advisor.model.report import Report
from advisor.render.page import Block, Bullets, Item, phrase, section
from advisor.render.robustness.words import some, strong

_OPEN = 6
_GAPS = 3
_NAMES = 2


def not_known_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the gaps, what could not be judged, and the questions left open."""
    wording = knowledge.wording
    texts = _gaps(report, knowledge)
    texts += _not_judged(report, knowledge)
    if report.open_questions:
        texts.append(_unanswered(report.open_questions, wording))
    texts += [*_unknown(report, wording), *_idle(report, knowledge)]
    items = tuple(Item(phrase(each)) for each in texts)
    return section(wording("report.not-known"), Bullets(items))


def _not_judged(report: Report, knowledge: Knowledge) -> list[str]:
    """Tell of all that could not be judged for one reason in one sentence."""
    wording = knowledge.wording
    by_reason: dict[str, list[str]] = {}
    for each in report.not_judged:
        names = by_reason.setdefault(each.reason, [])
        names.append(str(strong(each.framework, knowledge)))
    return [
        wording(
            "report.not-judged",
            count=len(names),
            frameworks=some(names, _NAMES, wording),
            reason=reason,
        )
        for reason, names in by_reason.items()
    ]


def _unknown(report: Report, wording: Wording) -> list[str]:
    """Tell what the reader does not know, first what it could change."""
    matters = [each.question for each in report.unknown if each.matters]
    idle = [each.question for each in report.unknown if not each.matters]
    texts = []
    if matters:
        texts.append(wording("report.unknown", questions=wording.series(matters)))
    if idle:
        texts.append(wording("report.unknown-idle", questions=wording.series(idle)))
    return texts


def _unanswered(questions: Sequence[str], wording: Wording) -> str:
    names = wording.series(questions[:_OPEN])
    rest = len(questions) - _OPEN
    if rest > 0:
        return wording("report.unanswered-more", questions=names, rest=rest)
    return wording("report.unanswered", questions=names)


def _gaps(report: Report, knowledge: Knowledge) -> list[str]:
    wording = knowledge.wording
    texts = []
    for each in report.ranking[:_GAPS]:
        gaps = each.score.gaps
        titles = [
            wording.inline(knowledge.criteria[gap.criterion].title) for gap in gaps
        ]
        if titles:
            texts.append(
                wording(
                    "report.gaps",
                    framework=strong(each.framework, knowledge),
                    criteria=wording.listed(titles),
                    share=f"{sum(gap.weight for gap in gaps):.0%}",
                )
            )
    return texts


def _idle(report: Report, knowledge: Knowledge) -> list[str]:
    """Tell answers that made no difference from those that nothing could read."""
    wording = knowledge.wording
    readable = facts_read(knowledge)
    unread = [each for each in report.idle_answers if each not in readable]
    quiet = [each for each in report.idle_answers if each in readable]
    texts = []
    if quiet:
        texts.append(wording("report.no-difference", answers=wording.series(quiet)))
    if unread:
        texts.append(wording("report.unread", answers=wording.series(unread)))
    return texts
