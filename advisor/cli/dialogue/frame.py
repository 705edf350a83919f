"""What is around every question: where one is, the title, the side line, the keys."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from functools import partial

from advisor.cli.dialogue.blocks import Block
from advisor.cli.dialogue.legend import Item, legend_rows
from advisor.cli.dialogue.rows import FAINT, Look, Row, at_most, shortened, wrapped
from advisor.survey.lines import Line, Tone
from advisor.survey.partner import Prompt

_INDENT = 2
_NARROW = 60  # columns; below them all commands need a third row


class Rank(IntEnum):
    """Which parts come first where there is not room for all."""

    TITLE = auto()
    INPUT = auto()
    NOTICE = auto()
    HEADING = auto()
    LEGEND = auto()
    DETAIL = auto()
    HELP = auto()
    GAP = auto()
    LIST = auto()  # takes what is left


@dataclass(frozen=True, slots=True)
class Legend:
    """The keys that work now, and the most there can be, for which room is kept."""

    now: Sequence[Item]
    room: Sequence[Item]


def head(prompt: Prompt, look: Look) -> Iterator[Block]:
    """Yield what is above the answer: heading, title and help."""
    yield gap()
    if prompt.heading:
        heading = shortened(prompt.heading, look.width, look.marks.cut)
        yield Block(Rank.HEADING, 1, lambda _: [[(FAINT, heading)]])
    yield _lines(Rank.TITLE, Line(prompt.title, Tone.STRONG), look, least=1)
    if prompt.help:
        yield _lines(Rank.HELP, Line(prompt.help, indent=_INDENT), look)


def foot(prompt: Prompt, warning: str, keys: Legend, look: Look) -> Iterator[Block]:
    """Yield what is below the answer: a warning or else the side line, and the keys."""
    if warning:
        yield _lines(Rank.NOTICE, Line(warning, Tone.BAD), look, least=1)
    elif prompt.status:
        yield _lines(Rank.NOTICE, Line(prompt.status, Tone.FAINT), look)
    room = len(legend_rows(keys.room, look, 3 if look.width < _NARROW else 2))
    yield Block(Rank.LEGEND, room, partial(legend_rows, keys.now, look), least=1)


def gap() -> Block:
    """Return an empty row, where there is room for one."""
    return Block(Rank.GAP, 1, lambda _: ())


def _lines(rank: Rank, line: Line, look: Look, least: int = 0) -> Block:
    rows: Sequence[Row] = wrapped(line, look.width)
    return Block(rank, len(rows), partial(_some, rows, look), least)


def _some(rows: Sequence[Row], look: Look, count: int) -> Sequence[Row]:
    return at_most(rows, count, look)
