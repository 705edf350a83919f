"""Rows of styled text: what every part of a screen is made of.

Styles are attributes and the named colours of the terminal, so that light and dark
themes work alike; none of them says what the text does not say.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples, to_formatted_text
from prompt_toolkit.formatted_text.utils import split_lines

from advisor.cli.dialogue.marks import Marks
from advisor.model.columns import columns
from advisor.model.language import Wording
from advisor.survey.layout import laid_out
from advisor.survey.lines import Line

FAINT = "dim"
STRONG = "bold"

Row = StyleAndTextTuples
# Where prompt_toolkit puts the cursor of the terminal; screen readers follow it.
HERE = ("[SetCursorPosition]", "")
EMPTY: Row = []


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen looks: its size in columns and rows, its signs and its language."""

    width: int
    height: int
    marks: Marks
    wording: Wording


@lru_cache(maxsize=512)
def wrapped(line: Line, width: int) -> tuple[Row, ...]:
    """Return the rows of a line; a key press lays out again what has not changed."""
    text = laid_out(line, width, colour=True)
    return tuple(split_lines(to_formatted_text(ANSI(text))))


def shortened(text: str, width: int, mark: str) -> str:
    """Return the beginning of a text that is too wide, with a mark at the cut."""
    if columns(text) <= width:
        return text
    kept = ""
    for char in text:
        if columns(kept + char + mark) > width:
            break
        kept += char
    return kept.rstrip() + mark


def at_most(rows: Iterable[Row], count: int, look: Look) -> list[Row]:
    """Return the first rows; the last one kept shows that there are more."""
    every = list(rows)
    kept = every[:count]
    if kept and len(every) > count:
        mark = f" {look.marks.cut}"
        kept[-1] = [*_narrowed(kept[-1], look.width - columns(mark)), (FAINT, mark)]
    return kept


def _narrowed(row: Row, width: int) -> Row:
    """Return as much of a row as fits."""
    narrow: Row = []
    left = width
    for style, text, *_ in row:
        kept = shortened(text, left, "")
        narrow.append((style, kept))
        left -= columns(kept)
    return narrow


def joined(rows: Iterable[Row]) -> StyleAndTextTuples:
    """Return the rows as one text."""
    text: StyleAndTextTuples = []
    for row in rows:
        text += [*row, ("", "\n")]
    return text[:-1]
