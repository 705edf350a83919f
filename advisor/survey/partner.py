"""Whoever is interviewed: what can be asked of them, and what they can say."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from advisor.model.question import Answer
from advisor.survey.choices import Choice
from advisor.survey.lines import Line


class Form(Enum):
    """What kind of answer is wanted."""

    ONE = "one"
    MANY = "many"
    ORDERED = "ordered"  # several, in the order of their importance
    YES_NO = "yes-no"
    TEXT = "text"


class Command(Enum):
    """What can be said instead of an answer."""

    SKIP = "skip"
    DONT_KNOW = "don't know"
    BACK = "back"
    STOP = "stop"
    REVIEW = "review"
    SIDE_LINE = "side line"  # show or hide who leads


@dataclass(frozen=True, slots=True)
class Given:
    """A valid answer: an id, ids, yes or no, or a text, as the form wants it."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Prompt:
    """One thing to be answered.

    `current` is what holds now: it is preselected, and leaving it as it is counts as
    giving it again. `heading` says where in the interview this is, `status` who leads
    and how settled that is (empty when nobody wants to know). `why` yields what `?`
    shows; `check` returns what is wrong with a text, or nothing. Only `commands` are
    possible here.
    """

    title: str
    form: Form
    help: str = ""
    choices: tuple[Choice, ...] = ()
    exclusive: tuple[str, ...] = ()
    current: Answer | None = None
    heading: str = ""
    status: str = ""
    commands: frozenset[Command] = frozenset()
    example: str = ""
    check: Callable[[str], str] = lambda _: ""
    why: Callable[[], Iterable[Line]] = tuple


class Partner(Protocol):
    """The other side: a terminal with arrow keys, one with plain lines, or a test."""

    def say(self, lines: Iterable[Line]) -> None:
        """Show lines."""

    def ask(self, prompt: Prompt) -> Given | Command:
        """Return a valid answer, or one of the commands the prompt allows.

        What cannot be understood is told and asked again; help is shown and the prompt
        comes again. When there will be no more answers it is `Command.STOP`, which is
        always possible. Raises `KeyboardInterrupt` where the user breaks off.
        """
