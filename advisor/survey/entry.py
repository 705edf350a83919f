"""What a typed line means at a question."""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from advisor.model.question import Answer, Kind, Question
from advisor.survey.choices import Choice


class Command(Enum):
    """What a line can ask for instead of answering."""

    SKIP = "skip"
    DONT_KNOW = "don't know"
    BACK = "back"
    HELP = "help"
    STOP = "stop"


@dataclass(frozen=True, slots=True)
class Given:
    """A valid answer."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that means nothing here; the message says what would."""

    message: str


Entry = Given | Command | Wrong

_COMMANDS = {
    "": Command.SKIP,
    "skip": Command.SKIP,
    "d": Command.DONT_KNOW,
    "don't know": Command.DONT_KNOW,
    "don’t know": Command.DONT_KNOW,  # what some keyboards type
    "dont know": Command.DONT_KNOW,
    "b": Command.BACK,
    "back": Command.BACK,
    "?": Command.HELP,
    "help": Command.HELP,
    "q": Command.STOP,
    "quit": Command.STOP,
}
_YES_NO = {
    "y": True,
    "yes": True,
    "true": True,
    "n": False,
    "no": False,
    "false": False,
}
_LONGEST_SHOWN = 40
_DIGITS = 4


def read_entry(question: Question, choices: Sequence[Choice], line: str) -> Entry:
    """Say what `line` means: an answer, a command, or nothing.

    A command wins over the beginning of an id, the whole of an id over a command.
    """
    text = line.strip()
    command = _COMMANDS.get(text.lower())
    if command is not None and text.lower() not in {each.id for each in choices}:
        return command
    match question.type:
        case Kind.YES_NO:
            return _yes_no(text)
        case Kind.TEXT:
            return _text(question, text)
        case Kind.ONE:
            return _one(text, choices)
        case Kind.MANY | Kind.CRITERIA:
            return _many(question, text, choices)
        case _:
            assert_never(question.type)


def read_command(line: str) -> Command | None:
    """Return the command of a free text that is one sign only, or empty."""
    text = line.strip().lower()
    return _COMMANDS.get(text) if len(text) <= 1 else None


def _yes_no(text: str) -> Entry:
    answer = _YES_NO.get(text.lower())
    if answer is None:
        return Wrong(f"{_shown(text)} is neither yes nor no; type y or n.")
    return Given(answer)


def _text(question: Question, text: str) -> Entry:
    if not question.fits(text):
        return Wrong(
            f"{_shown(text)} does not look like {question.example}; try again."
        )
    return Given(text)


def _one(text: str, choices: Sequence[Choice]) -> Entry:
    words = _words(text, choices)
    if len(words) > 1 and all(isinstance(_pick(each, choices), str) for each in words):
        return Wrong("Only one answer is possible here; take the one that fits best.")
    picked = _pick(text, choices)
    return picked if isinstance(picked, Wrong) else Given(picked)


def _many(question: Question, text: str, choices: Sequence[Choice]) -> Entry:
    picked: list[str] = []
    for word in _words(text, choices):
        pick = _pick(word, choices)
        if isinstance(pick, Wrong):
            return pick
        picked.append(pick)
    if not picked:
        return _unlike(text, choices)
    alone = next((each for each in picked if each in question.exclusive), None)
    if alone and set(picked) != {alone}:
        return Wrong(f"{alone!r} cannot be combined with other answers.")
    if question.type is Kind.CRITERIA:
        return Given(tuple(dict.fromkeys(picked)))
    return Given(tuple(each.id for each in choices if each.id in picked))


def _words(text: str, choices: Sequence[Choice]) -> list[str]:
    """Split at commas, and at spaces; a title that has them stays whole."""
    if isinstance(_pick(text, choices), str):
        return [text]
    words: list[str] = []
    for part in re.split(r"[,;]", text):
        whole = isinstance(_pick(part.strip(), choices), str)
        words += [part.strip()] if whole else part.split()
    return words


def _pick(word: str, choices: Sequence[Choice]) -> str | Wrong:
    """Return the id meant by an id, its unique beginning, a title or a number."""
    plain = word.casefold()
    if plain.isdecimal() and len(plain) <= _DIGITS:
        return _numbered(int(plain), choices)
    for each in choices:
        if plain in (each.id, each.title.casefold()):
            return each.id
    begun = [each.id for each in choices if plain and each.id.startswith(plain)]
    if len(begun) > 1:
        several = " or ".join(begun)
        return Wrong(f"{_shown(word)} could be {several}; type more of it.")
    return begun[0] if begun else _unlike(word, choices)


def _numbered(number: int, choices: Sequence[Choice]) -> str | Wrong:
    if 1 <= number <= len(choices):
        return choices[number - 1].id
    return Wrong(
        f"There is no answer {number}; the numbers go from 1 to {len(choices)}."
    )


def _unlike(word: str, choices: Sequence[Choice]) -> Wrong:
    places: dict[str, int] = {}
    for number, each in enumerate(choices, 1):
        places.setdefault(each.id, number)
        places.setdefault(each.title.lower(), number)
    near = difflib.get_close_matches(
        word[:_LONGEST_SHOWN].lower(), places, n=1, cutoff=0.6
    )
    if near:
        number = places[near[0]]
        hint = f"did you mean {number} ({choices[number - 1].title})?"
    else:
        hint = f"type a number from 1 to {len(choices)}, or ? for help."
    return Wrong(f"{_shown(word)} is not one of the answers; {hint}")


def _shown(text: str) -> str:
    cut = len(text) > _LONGEST_SHOWN
    return repr(text[:_LONGEST_SHOWN] + "…" if cut else text)
