"""Conditions of rules and questions: what they read exists and fits."""

from collections.abc import Collection, Iterator
from typing import assert_never

from advisor.engine.facts import ALLOW_RETIRED
from advisor.lint.wording import Known, error, unknown
from advisor.model.condition import Condition, Includes, Test, tests, values_of
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind, Question

NAME = "conditions"

_FLAG_WORDS = ("true", "false")


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield every test that could never be meant as it stands."""
    for rule in knowledge.rules.values():
        yield from conditions_in(NAME, f"rule:{rule.id}", rule.when, knowledge)
    for question in knowledge.questions.values():
        if question.when is not None:
            subject = f"question:{question.id}"
            yield from conditions_in(NAME, subject, question.when, knowledge)
    for claim in knowledge.claims.values():
        if claim.when is not None:
            yield from conditions_in(NAME, f"claim:{claim.id}", claim.when, knowledge)


def flags(knowledge: Knowledge) -> set[str]:
    """Return the facts that rules derive."""
    return {flag for rule in knowledge.rules.values() for flag in rule.then.derive}


def conditions_in(
    check_name: str, subject: str, condition: Condition, knowledge: Knowledge
) -> Iterator[Finding]:
    """Yield the tests of one condition that could never be meant as they stand."""
    for test in tests(condition):
        question = knowledge.questions.get(test.fact)
        if question is not None:
            yield from _question(check_name, subject, test, question, knowledge)
        elif test.fact in {ALLOW_RETIRED, *flags(knowledge)}:
            yield from _flag(check_name, subject, test)
        else:
            message = f"reads {test.fact!r}, which no question asks and no rule derives"
            help_ = "Name a question, or let a rule derive this flag."
            yield error(check_name, subject, message, help_)


def _question(
    check_name: str, subject: str, test: Test, question: Question, knowledge: Knowledge
) -> Iterator[Finding]:
    if isinstance(test, Includes) is not question.takes_many:
        word = "includes" if question.takes_many else "is or in"
        message = (
            f"tests {question.id!r} in a way its kind ({question.type}) never meets"
        )
        yield error(check_name, subject, message, f"Use {word} here.")
        return
    options = _options(question, knowledge)
    if options is not None:
        known = Known(f"option of {question.id}", options)
        yield from unknown(check_name, subject, test.fact, values_of(test), known)


def _flag(check_name: str, subject: str, test: Test) -> Iterator[Finding]:
    if isinstance(test, Includes):
        message = f"tests the flag {test.fact!r} like a list"
        yield error(check_name, subject, message, "Use is: true, or not.")
        return
    known = Known("value of a flag", _FLAG_WORDS)
    yield from unknown(check_name, subject, test.fact, values_of(test), known)


def _options(question: Question, knowledge: Knowledge) -> Collection[str] | None:
    """Return what can be answered; nothing where any text can."""
    match question.type:
        case Kind.ONE | Kind.MANY:
            return [option.id for option in question.options]
        case Kind.YES_NO:
            return _FLAG_WORDS
        case Kind.CRITERIA:
            return [each.id for each in knowledge.scored()]
        case Kind.TEXT:
            return None
        case _:
            assert_never(question.type)
