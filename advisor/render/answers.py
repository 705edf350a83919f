"""What is known of a project, in words."""

from collections.abc import Mapping

from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer, Kind, Question
from advisor.render.page import Bullets, Item, Line, Span, Tone, phrase


def answers_list(answers: Mapping[str, Answer], knowledge: Knowledge) -> Bullets:
    """Return questions with their answers, in the order in which they are asked."""
    return Bullets(
        tuple(
            Item(_answer(each, answers[each.id], knowledge))
            for each in knowledge.interview()
            if each.id in answers
        )
    )


def _answer(question: Question, answer: Answer, knowledge: Knowledge) -> Line:
    return phrase(
        knowledge.wording(
            "report.answer",
            title=Span(question.title),
            answer=Span(_in_words(question, answer, knowledge), Tone.STRONG),
            id=Span(question.id, Tone.CODE),
        )
    )


def _in_words(question: Question, answer: Answer, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    if isinstance(answer, bool):
        return wording("common.yes") if answer else wording("common.no")
    if question.type is Kind.CRITERIA:
        titles = {each.id: each.title for each in knowledge.scored()}
    else:
        titles = {each.id: each.title for each in question.options}
    given = answer if isinstance(answer, tuple) else (answer,)
    return wording.series(titles.get(each, each) for each in given)
