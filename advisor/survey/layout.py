"""Lines of the interview as text of a given width, with or without colour.

Width is counted in columns of a terminal, where a Chinese character takes two.
"""

from collections.abc import Iterator

from advisor.model.columns import NO_BREAK, columns, cut, pieces
from advisor.survey.lines import Line, Tone

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
    rows = _wrapped(
        first + line.text + line.aside,
        max(_NARROWEST, min(width, _WIDEST)),
        first + " " * line.hang,
    )
    if not colour:
        return "\n".join(rows)
    return "\n".join(_coloured(rows, line))


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    """Fill rows; those after the first begin with `indent`."""
    rows: list[str] = []
    row = ""
    longest = width - columns(indent)
    for part in (each for piece in pieces(text) for each in cut(piece, longest)):
        if columns(row + part) <= width or part.isspace():
            row += part
        else:
            rows.append(row.rstrip())
            row = indent + part
    return [each.replace(NO_BREAK, " ") for each in (*rows, row.rstrip())]


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
