"""A page as Markdown (CommonMark with GitHub tables)."""

import re
from typing import assert_never

from advisor.render.page import (
    Bars,
    Block,
    Bullets,
    Grid,
    Heading,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
)

_ENTITY = re.compile(r"&(?=#?\w+;)")
# What CommonMark or GitHub's tables would act on; `!` only where a link may follow.
_SPECIAL = re.compile(rf"[\\`*_\[\]<>|~]|{_ENTITY.pattern}|!$")
# At the beginning of a line these would make a list, a heading or a rule.
_LEADING = re.compile(r"^(?:[-+](?=[-\s]|$)|#+(?=\s|$)|\d+(?=[.)](?:\s|$)))")
_CLOSING = re.compile(r"#$")  # would end a heading and vanish
_CODE = re.compile(r"[^`|\s]+")
# An address of the web in which nothing ends the link, the cell or the line.
_ADDRESS = re.compile(r"https?://[^\s<>`|\\]+", re.IGNORECASE)
_CELLS = 20


def render(page: Page) -> str:
    """Write the page as Markdown that ends in a line feed."""
    return "\n\n".join(_block(block) for block in page.blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {_CLOSING.sub(_unmarked, _escape(text.strip()))}"
        case Paragraph(line):
            return _line(line)
        case Bullets(items):
            return "\n".join(
                "\n".join(
                    [f"- {_line(i.line)}", *(f"  - {_line(d)}" for d in i.details)]
                )
                for i in items
            )
        case Grid():
            return _grid(block)
        case Bars():
            return _bars(block)
        case _:
            assert_never(block)


def _grid(grid: Grid) -> str:
    marks = ["--:" if n in grid.numeric else "---" for n in range(len(grid.columns))]
    rows = [
        [_escape(each) for each in grid.columns],
        marks,
        *([_line(cell) for cell in row] for row in grid.rows),
    ]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _bars(block: Bars) -> str:
    wording = block.wording
    titles = (
        wording("report.rank"),
        wording("report.framework"),
        wording("report.score"),
        wording("report.bounds"),
    )
    rows = [f"| {' | '.join(titles)} | |", "|--:|---|--:|---|---|"]
    for bar in block.bars:
        drawn = "█" * round(bar.value * _CELLS)
        rows.append(
            f"| {bar.rank} | {_escape(bar.label)} | {bar.value:.2f} "
            f"| {bar.low:.2f} – {bar.high:.2f} | {drawn} |"
        )
    return "\n".join(rows)


def _line(line: Line) -> str:
    text = "".join(_span(span) for span in line).strip()
    return _LEADING.sub(_unmarked, text)


def _unmarked(mark: re.Match[str]) -> str:
    own = mark.group()
    return f"{own}\\" if own.isdigit() else f"\\{own}"


def _span(span: Span) -> str:
    text = span.text
    if not text.strip():
        return text
    lead = text[: len(text) - len(text.lstrip())]
    tail = text[len(text.rstrip()) :]
    core = text.strip()
    match span.tone:
        case Tone.STRONG:
            return f"{lead}**{_escape(core)}**{tail}"
        case Tone.CODE:
            code = f"`{core}`" if _CODE.fullmatch(core) else _escape(core)
            return f"{lead}{code}{tail}"
        case Tone.PLAIN | Tone.GOOD | Tone.BAD | Tone.FAINT:
            return f"{lead}{_linked(_escape(core), span.link)}{tail}"
        case _:
            assert_never(span.tone)


def _linked(label: str, address: str) -> str:
    if not _ADDRESS.fullmatch(address):
        return label
    return f"[{label}](<{_ENTITY.sub(_unmarked, address)}>)"


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.splitlines()))
