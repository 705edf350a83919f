"""What a key does at a list: the same letters everywhere, none of them while searching.

Letters and digits of an input method for Chinese (full width) count as the plain ones.
"""

import unicodedata
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import Enum, auto

from advisor.cli.dialogue.state import (
    State,
    answer_of,
    moved,
    pointed,
    searched,
    toggled,
    unsearched,
)
from advisor.survey.partner import Command, Form, Given


class Key(Enum):
    """The keys that have a meaning and no sign; all others come as what they type."""

    UP = auto()
    DOWN = auto()
    PAGE_UP = auto()
    PAGE_DOWN = auto()
    HOME = auto()
    END = auto()
    ENTER = auto()
    ESCAPE = auto()
    BACKSPACE = auto()
    TAB = auto()


class Aside(Enum):
    """What can be wanted besides an answer and a command."""

    WHY = "why"


Step = State | Given | Command | Aside

LETTERS = {
    Command.BACK: "b",
    Command.SKIP: "s",
    Command.DONT_KNOW: "d",
    Command.STOP: "q",
    Command.REVIEW: "r",
    Command.SIDE_LINE: "l",
}
_COMMANDS = {letter: command for command, letter in LETTERS.items()}


def pressed(
    state: State, key: Key | str, commands: AbstractSet[Command], page: int
) -> Step:
    """Return what a key makes of the list, or what it answers or asks for.

    `page` is how far a page key moves, in choices.
    """
    calm = replace(state, warned=False)
    by = movement(key, page, len(state.choices))
    if by:
        return moved(calm, by)
    if state.query is not None:
        return _while_searching(calm, state.query, key)
    if key is Key.ENTER:
        return _confirmed(state, commands)
    return _of_sign(calm, key, commands) if isinstance(key, str) else calm


def movement(key: Key | str, page: int, everything: int) -> int:
    """Return by how much a key moves; 0 if it is not a key that moves."""
    steps: dict[Key | str, int] = {
        Key.UP: -1,
        Key.DOWN: 1,
        Key.PAGE_UP: -page,
        Key.PAGE_DOWN: page,
        Key.HOME: -everything,
        Key.END: everything,
    }
    return steps.get(key, 0)


def plain(sign: str) -> str:
    """Return the sign that is meant, whatever its width and case."""
    return unicodedata.normalize("NFKC", sign).lower()


def command_of(sign: str, commands: AbstractSet[Command]) -> Command | None:
    """Return the command of a letter, if it is possible here."""
    command = _COMMANDS.get(plain(sign))
    return command if command in commands else None


def _confirmed(state: State, commands: AbstractSet[Command]) -> Step:
    answer = answer_of(state)
    if answer is not None:
        return Given(answer)
    if state.warned and Command.SKIP in commands:
        return Command.SKIP
    return replace(state, warned=True)


def _while_searching(state: State, query: str, key: Key | str) -> Step:
    match key:
        case " " if state.several:
            return toggled(state)
        case str():
            return searched(state, query + key)
        case Key.BACKSPACE if query:
            return searched(state, query[:-1])
        case Key.ENTER if not state.several:
            answer = answer_of(state)
            return state if answer is None else Given(answer)
        case Key.BACKSPACE | Key.ENTER | Key.ESCAPE:
            found = _found(state) if query and key is Key.ENTER else state
            return unsearched(found)
        case _:
            return state


def _found(state: State) -> State:
    """Mark what the search has found, unless something of it was marked by hand."""
    shown = {state.choices[place].id for place in state.shown}
    return state if shown.intersection(state.marked) else toggled(state)


def _of_sign(state: State, key: str, commands: AbstractSet[Command]) -> Step:
    sign = plain(key)
    if sign == "?":
        return Aside.WHY
    if state.form is Form.YES_NO and sign in ("y", "n"):
        return Given(sign == "y")
    if state.numbered and sign in _digits(state):
        there = pointed(state, int(sign))
        return toggled(there) if state.several else _confirmed(there, commands)
    return command_of(sign, commands) or _in_list(state, sign)


def _in_list(state: State, sign: str) -> State:
    match sign:
        case "/" if state.form is not Form.YES_NO:  # what follows is no command then
            return searched(state, "")
        case " " if state.several:
            return toggled(state)
        case "j" | "k":
            return moved(state, 1 if sign == "j" else -1)
        case _:
            return state


def _digits(state: State) -> tuple[str, ...]:
    return tuple(str(number) for number in range(1, len(state.choices) + 1))
