"""Answers given on the command line: `--set question=answer`."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from advisor.files.wording import quoted, shown
from advisor.knowledge.answers import nearest, read_answer, read_importance
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.robustness import Cleared
from advisor.model.what_if import WEIGHT, Setting

T = TypeVar("T")


def read_settings(texts: Iterable[str], knowledge: Knowledge) -> dict[str, Answer]:
    """Read answers as profile files do; several values are parted by commas.

    Raises `InputError` for the first that is not an answer, or answers once more.
    """
    return _once(
        (name, _answer(name, value, knowledge)) for name, value in _parted(texts)
    )


def read_changes(texts: Iterable[str], knowledge: Knowledge) -> dict[str, Setting]:
    """Read what to suppose: answers, weights, and `question=` for no answer.

    Raises `InputError` as `read_settings` does.
    """
    return _once(
        (name, _change(name, value, knowledge)) for name, value in _parted(texts)
    )


def _parted(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    for each in texts:
        name, equals, value = each.partition("=")
        if not equals:
            raise InputError(f"--set: write question=answer, not {quoted(each)}")
        yield name.strip(), value.strip()


def _once(settings: Iterable[tuple[str, T]]) -> dict[str, T]:
    found: dict[str, T] = {}
    for name, value in settings:
        if name in found:
            raise InputError(f"--set: {shown(name)} is given twice; keep one")
        found[name] = value
    return found


def _answer(name: str, value: str, knowledge: Knowledge) -> Answer:
    question = knowledge.questions.get(name)
    if question is None:
        hint = nearest(name, knowledge.questions)
        raise InputError(f"--set: {quoted(name)} is not a question{hint}")
    words = [each.strip() for each in value.split(",")]
    try:
        return read_answer(question, words if question.takes_many else value, knowledge)
    except InputError as error:
        raise InputError(f"--set: {shown(name)}: {error}") from error


def _change(name: str, value: str, knowledge: Knowledge) -> Setting:
    if not name.startswith(WEIGHT):
        known = name in knowledge.questions
        return (
            Cleared.CLEARED if known and not value else _answer(name, value, knowledge)
        )
    criterion = name.removeprefix(WEIGHT)
    scored = [each.id for each in knowledge.scored()]
    if criterion not in scored:
        hint = nearest(criterion, scored)
        raise InputError(f"--set: {quoted(criterion)} is not a scored criterion{hint}")
    try:
        return read_importance(value) if value else Cleared.CLEARED
    except InputError as error:
        raise InputError(f"--set: {shown(name)}: {error}") from error
