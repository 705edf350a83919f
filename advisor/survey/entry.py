"""What a typed line means at a prompt."""

import difflib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from advisor.model.language import Wording
from advisor.survey.choices import Choice
from advisor.survey.partner import Command, Form, Given, Prompt


class Wish(Enum):
    """What can be typed that whoever asks need not hear of."""

    HELP = "help"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line that means nothing here; the message says what would."""

    message: str


Typed = Given | Command | Wish | Wrong

_LONGEST_SHOWN = 40
_DIGITS = 4
_COMMAS = re.compile("[,;，；、]")


def read_entry(prompt: Prompt, line: str, wording: Wording) -> Typed:
    """Say what `line` means: an answer, a command, or nothing.

    A command wins over the beginning of an id, the whole of an id over a command; where
    a text is wanted, only a single sign or what is no answer can be one.
    """
    text = line.strip()
    if not text:
        return _nothing(prompt, wording)
    command = _command(text, wording)
    if command is None or not _is_command(prompt, text):
        return _answer(prompt, text, wording)
    if isinstance(command, Wish) or command in (*prompt.commands, Command.STOP):
        return command
    return Wrong(wording("interview.not-here", entry=_shown(text)))


def _nothing(prompt: Prompt, wording: Wording) -> Typed:
    """Return what Enter alone means: what holds now, else that it stays open."""
    if prompt.current is not None:
        return Given(prompt.current)
    if Command.SKIP in prompt.commands:
        return Command.SKIP
    return Wrong(wording("interview.needed"))


def _is_command(prompt: Prompt, text: str) -> bool:
    if prompt.form is Form.TEXT:
        return len(text) == 1 or bool(prompt.check(text))
    return _plain(text) not in {each.id for each in prompt.choices}


def _command(text: str, wording: Wording) -> Command | Wish | None:
    words: Mapping[Command | Wish, str] = {
        Command.SKIP: wording("interview.words-skip"),
        Command.DONT_KNOW: wording("interview.words-dont-know"),
        Command.BACK: wording("interview.words-back"),
        Command.REVIEW: wording("interview.words-review"),
        Command.SIDE_LINE: wording("interview.words-side-line"),
        Command.STOP: wording("interview.words-stop"),
        Wish.HELP: wording("interview.words-help"),
    }
    said = _plain(text).replace("’", "'")  # what some keyboards type
    return next((each for each, spelt in words.items() if _is_one(said, spelt)), None)


def _is_one(said: str, spelt: str) -> bool:
    return said in [each.strip() for each in spelt.split("|")]


def _plain(text: str) -> str:
    """Return `text` without capitals and full-width forms of Latin signs."""
    return unicodedata.normalize("NFKC", text).casefold()


def _answer(prompt: Prompt, text: str, wording: Wording) -> Typed:
    match prompt.form:
        case Form.YES_NO:
            return _yes_no(text, wording)
        case Form.TEXT:
            problem = prompt.check(text)
            return Wrong(problem) if problem else Given(text)
        case Form.ONE:
            return _one(text, prompt.choices, wording)
        case Form.MANY | Form.ORDERED:
            return _many(prompt, text, wording)
        case _:
            assert_never(prompt.form)


def _yes_no(text: str, wording: Wording) -> Typed:
    if _is_one(_plain(text), wording("interview.words-yes")):
        return Given(answer=True)
    if _is_one(_plain(text), wording("interview.words-no")):
        return Given(answer=False)
    return Wrong(wording("interview.neither", entry=_shown(text)))


def _one(text: str, choices: Sequence[Choice], wording: Wording) -> Typed:
    words = _words(text, choices, wording)
    picks = [_pick(each, choices, wording) for each in words]
    if len(picks) > 1 and all(isinstance(each, str) for each in picks):
        return Wrong(wording("interview.only-one"))
    picked = _pick(text, choices, wording)
    return picked if isinstance(picked, Wrong) else Given(picked)


def _many(prompt: Prompt, text: str, wording: Wording) -> Typed:
    choices = prompt.choices
    picked: list[str] = []
    for word in _words(text, choices, wording):
        pick = _pick(word, choices, wording)
        if isinstance(pick, Wrong):
            return pick
        picked.append(pick)
    if not picked:
        return _unlike(text, choices, wording)
    alone = next((each for each in picked if each in prompt.exclusive), None)
    if alone and set(picked) != {alone}:
        titles = {each.id: each.title for each in choices}
        return Wrong(wording("interview.alone", title=titles[alone]))
    answer = tuple(dict.fromkeys(picked))
    if prompt.form is Form.MANY:
        answer = tuple(each.id for each in choices if each.id in picked)
    return Given(answer)


def _words(text: str, choices: Sequence[Choice], wording: Wording) -> list[str]:
    """Split at commas, and at spaces; a title that has them stays whole."""
    if isinstance(_pick(text, choices, wording), str):
        return [text]
    words: list[str] = []
    for part in _COMMAS.split(text):
        whole = isinstance(_pick(part.strip(), choices, wording), str)
        words += [part.strip()] if whole else part.split()
    return words


def _pick(word: str, choices: Sequence[Choice], wording: Wording) -> str | Wrong:
    """Return the id meant by a number, an id, a title, or the only beginning of one."""
    plain = _plain(word)
    if plain.isdecimal() and len(plain) <= _DIGITS:
        return _numbered(int(plain), choices, wording)
    for each in choices:
        if plain in (each.id, _plain(each.title)):
            return each.id
    ids = [each.id for each in choices if plain and each.id.startswith(plain)]
    titles = [e.id for e in choices if plain and _plain(e.title).startswith(plain)]
    begun = ids or titles
    if len(begun) > 1:
        several = wording("interview.or").join(begun)
        return Wrong(wording("interview.several", entry=_shown(word), several=several))
    return begun[0] if begun else _unlike(word, choices, wording)


def _numbered(number: int, choices: Sequence[Choice], wording: Wording) -> str | Wrong:
    if 1 <= number <= len(choices):
        return choices[number - 1].id
    return Wrong(wording("interview.no-number", number=number, last=len(choices)))


def _unlike(word: str, choices: Sequence[Choice], wording: Wording) -> Wrong:
    places: dict[str, int] = {}
    for number, each in enumerate(choices, 1):
        places.setdefault(each.id, number)
        places.setdefault(_plain(each.title), number)
    near = difflib.get_close_matches(
        _plain(word)[:_LONGEST_SHOWN], places, n=1, cutoff=0.6
    )
    if not near:
        last = len(choices)
        return Wrong(wording("interview.no-choice", entry=_shown(word), last=last))
    number = places[near[0]]
    title = choices[number - 1].title
    entry = _shown(word)
    return Wrong(wording("interview.meant", entry=entry, number=number, title=title))


def _shown(text: str) -> str:
    cut = len(text) > _LONGEST_SHOWN
    return repr(text[:_LONGEST_SHOWN] + "…" if cut else text)
