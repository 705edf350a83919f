"""Answers given on the command line: `--set question=answer`."""

from collections.abc import Iterable

from advisor.knowledge.answers import nearest, read_answer
from advisor.knowledge.wording import quoted, shown
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer


def read_settings(texts: Iterable[str], knowledge: Knowledge) -> dict[str, Answer]:
    """Read answers as profile files do; several values are parted by commas.

    Raises `InputError` for the first that is not an answer, or answers once more.
    """
    found: dict[str, Answer] = {}
    for each in texts:
        name, answer = _setting(each, knowledge)
        if name in found:
            raise InputError(f"--set: {shown(name)} is given twice; keep one")
        found[name] = answer
    return found


def _setting(text: str, knowledge: Knowledge) -> tuple[str, Answer]:
    name, equals, value = text.partition("=")
    name = name.strip()
    if not equals:
        raise InputError(f"--set: write question=answer, not {quoted(text)}")
    question = knowledge.questions.get(name)
    if question is None:
        hint = nearest(name, knowledge.questions)
        raise InputError(f"--set: {quoted(name)} is not a question{hint}")
    words = [each.strip() for each in value.split(",")]
    raw = words if question.takes_many else value.strip()
    try:
        return name, read_answer(question, raw, knowledge)
    except InputError as error:
        raise InputError(f"--set: {shown(name)}: {error}") from error
