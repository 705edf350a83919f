"""What an update has changed: which questions were asked, and the recommendation."""

from collections.abc import Iterator, Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report, Verdict
from advisor.model.terms import term
from advisor.survey.lines import Line, Tone


def change_lines(
    asked: Sequence[str], before: Report, after: Report, knowledge: Knowledge
) -> Iterator[Line]:
    """Yield what was asked, and whether framework or verdict are others now."""
    wording = knowledge.wording
    if asked:
        titles = [knowledge.questions[each].title for each in asked]
        text = wording("interview.asked", titles=wording.clauses(titles))
        yield Line(text, hang=2)
    now = _conclusion(after, knowledge)
    if _told(before) == _told(after):
        yield Line(wording("interview.still", after=now), Tone.GOOD, hang=2)
    else:
        once = _conclusion(before, knowledge)
        text = wording("interview.changed", before=once, after=now)
        yield Line(text, Tone.BAD, hang=2)


def _told(report: Report) -> tuple[str, Verdict]:
    advice = report.recommendation
    return (advice.framework if advice is not None else "", report.verdict)


def _conclusion(report: Report, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    framework, verdict = _told(report)
    word = term(verdict, wording)
    if not framework:
        return word
    name = knowledge.frameworks[framework].name
    return wording("interview.conclusion", name=name, verdict=word)
