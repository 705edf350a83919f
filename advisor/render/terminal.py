"""A page for the terminal: colour where it helps, complete without it."""

from io import StringIO
from typing import TYPE_CHECKING, assert_never

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
_BETWEEN = 3  # spaces between the columns of a table
_SHORTEST, _LONGEST = 5, 50  # length of a bar
_NUMBERS = 17  # the numbers beside a bar and the spaces between them
_TO_LOW, _TO_VALUE, _TO_HIGH, _REST = "█", "▓", "░", "·"
_LEGEND = (
    f"From 0 to 1: {_TO_LOW} up to the lower bound, {_TO_VALUE} up to the score, "
    f"{_TO_HIGH} up to the upper bound."
)


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
            return _text(((text),), style="bold underline" if level == 1 else "bold")
        case Paragraph(line):
            return _line(line)
        case Bullets():
            return _bullets(block)
        case Grid():
            return _grid(block, console.width)
        case Bars(bars):
            return _bars(bars, console.width)
        case _:
            assert_never(block)


def _text(parts: tuple[str, ...], style: str) -> "Text":
    from rich.text import Text

    return Text("".join(parts), style=style)


def _line(line: Line) -> "Text":
    from rich.text import Text

    text = Text()
    for span in line:
        text.append(span.text, style=_STYLES[span.tone])
    return text


def _bullets(bullets: Bullets) -> "RenderableType":
    from rich.table import Table

    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(overflow="fold")
    for item in bullets.items:
        table.add_row("•", _line(item.line))
        for detail in item.details:
            inner = Table.grid(padding=(0, 1))
            inner.add_column(width=1)
            inner.add_column(overflow="fold")
            inner.add_row("-", _line(detail))
            table.add_row("", inner)
    return table


def _grid(grid: Grid, width: int) -> "RenderableType":
    from rich import box
    from rich.table import Table

    widths = column_widths(grid, width, _BETWEEN)
    if widths is None:
        return _bullets(_stacked(grid))
    table = Table(
        box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold"
    )
    for number, column in enumerate(grid.columns):
        table.add_column(
            _text((column,), style=""),
            width=widths[number],
            justify="right" if number in grid.numeric else "left",
            overflow="fold",
        )
    for row in grid.rows:
        table.add_row(*(_line(cell) for cell in row))
    return table


def _stacked(grid: Grid) -> Bullets:
    """Return a table that is too wide as a list: each row with its cells under it."""
    titles = grid.columns[1:]
    return Bullets(
        tuple(
            Item(
                first,
                tuple(
                    (Span(f"{title}: "), *cell)
                    for title, cell in zip(titles, rest, strict=True)
                ),
            )
            for first, *rest in grid.rows
        )
    )


def _bars(bars: tuple[Bar, ...], width: int) -> "RenderableType":
    from rich.console import Group
    from rich.table import Table

    ranks = max(len(bar.rank) for bar in bars)
    names = max(len(bar.label) for bar in bars)
    room = max(_SHORTEST, min(_LONGEST, width - ranks - names - _NUMBERS))
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold")
    for _ in ("bar", "value", "bounds"):
        table.add_column(no_wrap=True)
    for bar in bars:
        table.add_row(
            bar.rank,
            _text((bar.label,), style="bold" if bar.rank.startswith("1") else ""),
            _drawn(bar, room),
            f"{bar.value:.2f}",
            _text((f"{bar.low:.2f}–{bar.high:.2f}",), style="dim"),
        )
    return Group(table, "", _text((_LEGEND,), style="dim"))


def _drawn(bar: Bar, room: int) -> "Text":
    from rich.text import Text

    low, value, high = (round(each * room) for each in (bar.low, bar.value, bar.high))
    text = Text()
    text.append(_TO_LOW * low, style="green")
    text.append(_TO_VALUE * (value - low), style="green")
    text.append(_TO_HIGH * (high - value), style="dim")
    text.append(_REST * (room - high), style="dim")
    return text
