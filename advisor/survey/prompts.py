"""Questions as they are put to whoever is interviewed."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import partial

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.names import LONGEST_NAME, can_name
from advisor.model.outlook import Outlook
from advisor.model.profile import Profile
from advisor.model.question import Kind, Question
from advisor.survey.choices import Choice, choices_of
from advisor.survey.interview import Interview, open_now
from advisor.survey.lines import Line
from advisor.survey.order import Aim
from advisor.survey.partner import Command, Form, Prompt
from advisor.survey.words import percent, rivals_line

_FORMS = {
    Kind.ONE: Form.ONE,
    Kind.MANY: Form.MANY,
    Kind.CRITERIA: Form.ORDERED,
    Kind.YES_NO: Form.YES_NO,
    Kind.TEXT: Form.TEXT,
}


class Way(StrEnum):
    """How to go on when it is settled well enough."""

    RESULT = "result"
    ON = "on"
    EVERYTHING = "everything"


def question_prompt(
    question: Question,
    knowledge: Knowledge,
    profile: Profile,
    why: Callable[[], Iterable[Line]],
) -> Prompt:
    """Return a question with what is known of it; heading and status are not filled."""
    return Prompt(
        title=question.title,
        form=_FORMS[question.type],
        help=question.help,
        choices=choices_of(question, knowledge),
        exclusive=question.exclusive,
        current=profile.answers.get(question.id),
        commands=frozenset(Command),
        example=question.example,
        check=partial(_flaw, question, knowledge.wording),
        why=why,
    )


def heading(
    question: Question, knowledge: Knowledge, interview: Interview, aim: Aim
) -> str:
    """Return where in the interview a question stands.

    As many as apply so far are left; unless all are to be asked, it may stop before.
    """
    asked = interview.asked
    position = asked.index(question.id) if question.id in asked else len(asked)
    wording = knowledge.wording
    parts = [question.section, wording("interview.position", number=position + 1)]
    others = open_now(knowledge, interview, aim.only)
    left = sum(each.id != question.id for each in others)
    if left and aim.listed:
        parts.append(wording("interview.left", count=left))
    elif left:
        parts.append(wording("interview.left-at-most", count=left))
    if question.id in interview.profile.unknown:
        parts.append(wording("interview.not-known"))
    return wording("interview.dot").join(parts)


def enough_prompt(outlook: Outlook, knowledge: Knowledge) -> Prompt:
    """Return the question whether to go on when it is settled well enough."""
    wording = knowledge.wording
    left = outlook.telling
    share = percent(outlook)
    ways = [Choice(Way.RESULT, wording("interview.see-result"))]
    if left:
        ways.append(
            Choice(Way.ON, wording("interview.go-on-while-it-matters", count=left))
        )
    ways.append(Choice(Way.EVERYTHING, wording("interview.answer-everything")))
    title = wording("interview.enough", count=left, share=share)
    return Prompt(
        title=title if left else wording("interview.idle"),
        help=rivals_line(outlook, knowledge),
        form=Form.ONE,
        choices=tuple(ways),
        current=Way.RESULT.value,
        commands=frozenset(
            {Command.BACK, Command.STOP, Command.REVIEW, Command.SIDE_LINE}
        ),
    )


def name_prompt(name: str, wording: Wording) -> Prompt:
    """Return the question for the name of the project."""
    return Prompt(
        title=wording("interview.name"),
        form=Form.TEXT,
        help=wording("interview.name-help"),
        current=name or None,
        commands=frozenset({Command.BACK, Command.STOP}),
        check=partial(_flaw_of_name, wording),
    )


def _flaw(question: Question, wording: Wording, text: str) -> str:
    if question.fits(text) and text.isprintable():
        return ""
    return wording("interview.no-fit", example=question.example)


def _flaw_of_name(wording: Wording, text: str) -> str:
    if can_name(text):
        return ""
    if len(text) > LONGEST_NAME:
        return wording("interview.name-too-long", longest=LONGEST_NAME)
    return wording("interview.name-unprintable")
