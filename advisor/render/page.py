"""A page: what terminal and Markdown share. Built once, written twice."""

from dataclasses import dataclass
from enum import Enum


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
    """A piece of text with a meaning."""

    text: str
    tone: Tone = Tone.PLAIN


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
    """A table. Columns whose index is in `numeric` are aligned to the right."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: tuple[int, ...] = ()


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
    """Scores drawn as bars on one scale from 0 to 1."""

    bars: tuple[Bar, ...]


Block = Heading | Paragraph | Bullets | Grid | Bars


@dataclass(frozen=True)
class Page:
    """Blocks in reading order."""

    blocks: tuple[Block, ...]


def words(text: str, tone: Tone = Tone.PLAIN) -> Line:
    """Return a line of one piece."""
    return (Span(text, tone),)


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
