"""Lines of the interview as text of a given width, with or without colour."""

import textwrap
from collections.abc import Iterator

from advisor.survey.script import Line, Tone

_NARROWEST = 24
_WIDEST = 100
_CODES = {
    Tone.PLAIN: "",
    Tone.STRONG: "\x1b[1m",
    Tone.FAINT: "\x1b[2m",
    Tone.GOOD: "\x1b[32m",
    Tone.BAD: "\x1b[33m",
}
_END = "\x1b[0m"


def laid_out(line: Line, width: int, *, colour: bool) -> str:
    """Wrap a line to `width` columns; very wide terminals get a readable measure."""
    first = " " * line.indent
    rows = textwrap.wrap(
        line.text + line.aside,
        max(_NARROWEST, min(width, _WIDEST)),
        initial_indent=first,
        subsequent_indent=first + " " * line.hang,
        break_on_hyphens=False,
    )
    if not colour:
        return "\n".join(rows)
    return "\n".join(_coloured(rows, line))


def _coloured(rows: list[str], line: Line) -> Iterator[str]:
    """Colour the rows; the aside begins after as many letters as the text has."""
    left = sum(not char.isspace() for char in line.text)
    for row in rows:
        end = _end(row, left)
        left -= sum(not char.isspace() for char in row[:end])
        yield _painted(row[:end], line.tone) + _painted(row[end:], Tone.FAINT)


def _end(row: str, letters: int) -> int:
    """Return where `letters` signs other than spaces have gone by, or the whole row."""
    places = [place for place, char in enumerate(row) if not char.isspace()]
    return places[letters] if letters < len(places) else len(row)


def _painted(text: str, tone: Tone) -> str:
    return f"{_CODES[tone]}{text}{_END}" if _CODES[tone] and text else text
