"""How wide the columns of a table may be where there is little room."""

from collections.abc import Sequence

from advisor.model.columns import columns, is_wide, pieces
from advisor.render.page import Grid, Line


def column_widths(grid: Grid, room: int, between: int) -> list[int] | None:
    """Return widths that break no word, or None where even those do not fit.

    `between` is what separates two columns. Numbers are not broken at all.
    """
    cells = [_texts(grid, number) for number in range(len(grid.columns))]
    least = [
        max([*map(columns, texts), _longest_word(title)])
        if number in grid.numeric
        else max(map(_longest_word, (title, *texts)))
        for number, (title, texts) in enumerate(zip(grid.columns, cells, strict=True))
    ]
    best = [
        max(map(columns, (title, *texts)))
        for title, texts in zip(grid.columns, cells, strict=True)
    ]
    spare = room - sum(least) - between * (len(least) - 1)
    return None if spare < 0 else _shared(least, best, spare)


def plain(line: Line) -> str:
    """Return the text of a line without its tones."""
    return "".join(span.text for span in line)


def _texts(grid: Grid, number: int) -> list[str]:
    return [plain(row[number]) for row in grid.rows]


def _longest_word(text: str) -> int:
    parts = pieces(text) if is_wide(text) else text.split()
    return max(map(columns, parts), default=0)


def _shared(least: Sequence[int], best: Sequence[int], spare: int) -> list[int]:
    """Give the spare room to all columns alike, and none more than it can use."""
    widths = list(least)
    wanting = sorted(range(len(least)), key=lambda number: best[number] - least[number])
    for done, number in enumerate(wanting):
        extra = min(best[number] - least[number], spare // (len(wanting) - done))
        widths[number] += extra
        spare -= extra
    return widths
