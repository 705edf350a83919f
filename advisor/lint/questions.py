"""Questions: options that can be told apart, patterns that can be met."""

import re
from collections.abc import Iterator

from advisor.lint.wording import Known, error, repeated, unknown
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind, Question

NAME = "questions"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield what is wrong with questions taken one by one, and with their order."""
    places: dict[int, str] = {}
    for question in knowledge.questions.values():
        yield from _options(question)
        yield from _pattern(question)
        first = places.setdefault(question.order, question.id)
        if first != question.id:
            message = f"order: {question.order} is taken by {first!r}"
            yield error(NAME, _subject(question), message, "Give each its own number.")


def _options(question: Question) -> Iterator[Finding]:
    names = [option.id for option in question.options]
    subject = _subject(question)
    yield from repeated(NAME, subject, "options", names)
    known = Known("option", names)
    yield from unknown(NAME, subject, "exclusive", question.exclusive, known)
    chooses = question.type in (Kind.ONE, Kind.MANY)
    if chooses and not names:
        yield error(NAME, subject, "has no options", "Add at least two.")
    if names and not chooses:
        message = f"has options, which a question of kind {question.type} never shows"
        yield error(NAME, subject, message, "Take them out, or make it one or many.")


def _pattern(question: Question) -> Iterator[Finding]:
    try:
        met = question.fits(question.example)
    except (re.error, OverflowError, RecursionError) as fault:
        message = f"pattern: not a regular expression: {fault}"
        yield error(NAME, _subject(question), message, "Correct the pattern.")
        return
    if not met:
        message = f"example: {question.example!r} does not match the pattern"
        yield error(NAME, _subject(question), message, "Correct one of the two.")


def _subject(question: Question) -> str:
    return f"question:{question.id}"
