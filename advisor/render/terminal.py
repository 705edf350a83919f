"""A page for the terminal: colour where it helps, complete without it."""

from io import StringIO
from typing import TYPE_CHECKING, assert_never

from advisor.model.columns import breaks, columns, is_wide
from advisor.render.columns import column_widths
from advisor.render.page import (
    Bar,
    Bars,
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
    words,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

# Only the sixteen standard colours: they follow the reader's own light or dark scheme.
_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.GOOD: "green",
    Tone.BAD: "red",
    Tone.FAINT: "dim",
    Tone.CODE: "cyan",
}
_WIDEST = 110
_NARROWEST = 40
_HEIGHT = 25  # given so that rich does not ask the real terminal
_INDENT = 2  # the sign of a list and the space after it
_BETWEEN = 3  # spaces between the columns of a table
_SHORTEST, _LONGEST = 5, 50  # length of a bar
_NUMBERS = 17  # the numbers beside a bar and the spaces between them
_TO_LOW, _TO_VALUE, _TO_HIGH, _REST = "█", "▓", "░", "·"


def render(page: Page, width: int, *, colour: bool) -> str:
    """Write the page for a terminal `width` columns wide, with or without colour."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=max(_NARROWEST, min(width, _WIDEST)),
        height=_HEIGHT,
        force_terminal=colour,
        force_jupyter=False,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for number, block in enumerate(page.blocks):
        if number and not _joined(page.blocks[number - 1], block):
            console.print()
        console.print(_block(block, console))
    lines = out.getvalue().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _joined(above: Block, below: Block) -> bool:
    """Say whether no blank line belongs between two blocks."""
    return isinstance(above, Heading) and not isinstance(below, Heading)


def _block(block: Block, console: "Console") -> "RenderableType":
    match block:
        case Heading(text, level):
            style = "bold underline" if level == 1 else "bold"
            return _broken(_text(text, style), console.width)
        case Paragraph(line):
            return _line(line, console.width)
        case Bullets():
            return _bullets(block, console.width)
        case Grid():
            return _grid(block, console.width)
        case Bars():
            return _bars(block, console.width)
        case _:
            assert_never(block)


def _text(text: str, style: str) -> "Text":
    from rich.text import Text

    return Text(text, style=style)


def _line(line: Line, width: int) -> "Text":
    from rich.text import Text

    text = Text()
    for span in line:
        text.append(span.text, style=_STYLES[span.tone])
    return _broken(text, width)


def _broken(text: "Text", width: int) -> "Text":
    """Break a Chinese text into rows, which rich would do only at spaces."""
    from rich.text import Text

    if not is_wide(text.plain):
        return text
    rows = text.divide(breaks(text.plain, width))
    return Text("\n").join(rows)


def _bullets(bullets: Bullets, width: int) -> "RenderableType":
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for item in bullets.items:
        table.add_row("•", _line(item.line, width - _INDENT))
        for detail in item.details:
            inner = Table.grid(padding=(0, 1))
            inner.add_column(width=1)
            inner.add_column(overflow="fold")
            inner.add_row("-", _line(detail, width - 2 * _INDENT))
            table.add_row("", inner)
    return table


def _grid(grid: Grid, width: int) -> "RenderableType":
    from rich import box
    from rich.table import Table

    widths = column_widths(grid, width, _BETWEEN)
    if widths is None:
        return _bullets(_stacked(grid), width)
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold"
    )
    for number, column in enumerate(grid.columns):
        table.add_column(
            _line(words(column), widths[number]),
            width=widths[number],
            justify="right" if number in grid.numeric else "left",
            overflow="fold",
        )
    for row in grid.rows:
        table.add_row(
            *(_line(cell, own) for cell, own in zip(row, widths, strict=True))
        )
    return table


def _stacked(grid: Grid) -> Bullets:
    """Return a table that is too wide as a list: each row with its cells under it."""
    titles = grid.columns[1:]
    return Bullets(
        tuple(
            Item(
                first,
                tuple(
                    (Span(f"{title}{grid.colon}"), *cell)
                    for title, cell in zip(titles, rest, strict=True)
                ),
            )
            for first, *rest in grid.rows
        )
    )


def _bars(block: Bars, width: int) -> "RenderableType":
    from rich.console import Group
    from rich.table import Table

    bars = block.bars
    legend = block.wording(
        "report.bars-legend", low=_TO_LOW, value=_TO_VALUE, high=_TO_HIGH
    )
    ranks = max(len(bar.rank) for bar in bars)
    names = max(columns(bar.label) for bar in bars)
    room = max(_SHORTEST, min(_LONGEST, width - ranks - names - _NUMBERS))
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for _ in ("bar", "value", "bounds"):
        table.add_column(no_wrap=True)
    for bar in bars:
        table.add_row(
            bar.rank,
            _text(bar.label, "bold" if bar.rank.startswith("1") else ""),
            _drawn(bar, room),
            f"{bar.value:.2f}",
            _text(f"{bar.low:.2f}–{bar.high:.2f}", "dim"),
        )
    return Group(table, "", _line(words(legend, Tone.FAINT), width))


def _drawn(bar: Bar, room: int) -> "Text":
    from rich.text import Text

    low, value, high = (round(each * room) for each in (bar.low, bar.value, bar.high))
    text = Text()
    text.append(_TO_LOW * low, style="green")
    text.append(_TO_VALUE * (value - low), style="green")
    text.append(_TO_HIGH * (high - value), style="dim")
    text.append(_REST * (room - high), style="dim")
    return text
