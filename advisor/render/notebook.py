"""The head of a recommendation as a fragment of HTML, for a cell of a notebook.

Plain elements without styles or scripts: the notebook's own look applies, and nothing
of it is changed.
"""

from collections.abc import Iterable
from html import escape
from typing import assert_never

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.deployment import deployment_section
from advisor.render.page import (
    Bars,
    Block,
    Bullets,
    Grid,
    Heading,
    Line,
    Paragraph,
    Span,
    Tone,
)
from advisor.render.recommendation import ranking_section, verdict_blocks

_BELOW = 2  # a notebook has headings of its own above these
_LOWEST = 6
_WEB = ("https://", "http://")


def summary_fragment(report: Report, knowledge: Knowledge) -> str:
    """Write verdict, ranking and paths as one `<section>`; everything is escaped."""
    blocks = (
        *verdict_blocks(report, knowledge),
        *ranking_section(report, knowledge),
        *deployment_section(report, knowledge),
    )
    language = knowledge.wording.language.value
    written = "\n".join(map(_block, blocks))
    return f'<section lang="{language}">\n{written}\n</section>'


def _block(block: Block) -> str:
    match block:
        case Heading(text, level):
            own = min(level + _BELOW, _LOWEST)
            return _element(f"h{own}", escape(text))
        case Paragraph(line):
            return _element("p", _line(line))
        case Bullets(items):
            entries = (_line(each.line) + _details(each.details) for each in items)
            return _list(entries)
        case Grid():
            titles = map(escape, block.columns)
            return _table(titles, [map(_line, row) for row in block.rows])
        case Bars():
            return _bars(block)
        case _:
            assert_never(block)


def _bars(block: Bars) -> str:
    wording = block.wording
    titles = (
        wording("report.rank"),
        wording("report.framework"),
        wording("report.score"),
        wording("report.bounds"),
    )
    rows = [
        (
            escape(each.rank),
            escape(each.label),
            f"{each.value:.2f}",
            f"{each.low:.2f} – {each.high:.2f}",
        )
        for each in block.bars
    ]
    return _table(map(escape, titles), rows)


def _table(titles: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = "".join(f'<th scope="col">{each}</th>' for each in titles)
    body = "\n".join(
        _element("tr", "".join(_element("td", cell) for cell in row)) for row in rows
    )
    return (
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    )


def _details(details: Iterable[Line]) -> str:
    lines = [_line(each) for each in details]
    return _list(lines) if lines else ""


def _list(entries: Iterable[str]) -> str:
    return _element("ul", "\n".join(_element("li", each) for each in entries))


def _line(line: Line) -> str:
    return "".join(map(_span, line))


def _span(span: Span) -> str:
    text = escape(span.text)
    match span.tone:
        case Tone.STRONG:
            return _element("strong", text)
        case Tone.CODE:
            return _element("code", text)
        case Tone.PLAIN | Tone.GOOD | Tone.BAD | Tone.FAINT:
            return _linked(text, span.link)
        case _:
            assert_never(span.tone)


def _linked(text: str, address: str) -> str:
    if not address.lower().startswith(_WEB):
        return text
    return f'<a href="{escape(address)}" rel="noreferrer">{text}</a>'


def _element(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>"
