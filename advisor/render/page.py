"""A page: what terminal and Markdown share. Built once, written twice."""

import re
from dataclasses import dataclass
from enum import Enum

from advisor.model.language import Wording

# A span inside a formatted message; the rule base and profiles have no controls.
_BEGIN, _TEXT, _END = "\x02", "\x1f", "\x03"
_MARKED = re.compile(f"{_BEGIN}(.*?){_TEXT}(.*?){_TEXT}(.*?){_END}", re.DOTALL)


class Tone(Enum):
    """What a piece of text means; each renderer decides how that looks."""

    PLAIN = "plain"
    STRONG = "strong"
    GOOD = "good"
    BAD = "bad"
    FAINT = "faint"
    CODE = "code"


@dataclass(frozen=True)
class Span:
    """A piece of text with a meaning.

    Put into a message it stays one piece there (see `phrase`). `link` is the address
    behind it; a renderer makes a link of it only where that is one of the web.
    """

    text: str
    tone: Tone = Tone.PLAIN
    link: str = ""

    def __str__(self) -> str:
        """Return the piece as it travels in a text."""
        return f"{_BEGIN}{self.tone.value}{_TEXT}{self.text}{_TEXT}{self.link}{_END}"


Line = tuple[Span, ...]


@dataclass(frozen=True)
class Heading:
    """A section title; level 1 is the page's own."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True)
class Item:
    """A list entry with details under it."""

    line: Line
    details: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Bullets:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True)
class Grid:
    """A table. Columns whose index is in `numeric` are aligned to the right.

    `colon` parts a title from its cell where the table is written as a list.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: tuple[int, ...] = ()
    colon: str = ": "


@dataclass(frozen=True)
class Bar:
    """A score between its bounds, all from 0 to 1."""

    rank: str
    label: str
    low: float
    value: float
    high: float


@dataclass(frozen=True)
class Bars:
    """Scores drawn as bars on one scale from 0 to 1; `wording` has the titles."""

    bars: tuple[Bar, ...]
    wording: Wording


Block = Heading | Paragraph | Bullets | Grid | Bars


@dataclass(frozen=True)
class Page:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


def words(text: str, tone: Tone = Tone.PLAIN) -> Line:
    """Return a line of one piece."""
    return (Span(text, tone),)


def phrase(text: str, tone: Tone = Tone.PLAIN) -> Line:
    """Return a message as a line in which the spans that were put in keep their tone.

    So a sentence is one message, whatever the order of its parts in a language.
    """
    first, *rest = _MARKED.split(text)
    spans = [Span(first, tone)]
    parts = zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True)
    for own, marked, link, after in parts:
        spans += [Span(marked, Tone(own), link), Span(after, tone)]
    return tuple(each for each in spans if each.text)


def paragraph(text: str, tone: Tone = Tone.PLAIN) -> Paragraph:
    """Return a paragraph of one piece."""
    return Paragraph(words(text, tone))


def section(title: str, *blocks: Block) -> tuple[Block, ...]:
    """Return a titled section, or nothing where it would be empty."""
    filled = tuple(each for each in blocks if not _empty(each))
    return (Heading(title), *filled) if filled else ()


def _empty(block: Block) -> bool:
    match block:
        case Bullets(items):
            return not items
        case Grid(rows=rows):
            return not rows
        case Bars(bars):
            return not bars
        case _:
            return False
