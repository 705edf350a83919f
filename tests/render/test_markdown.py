import re
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from advisor.model.comparison import Comparison
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Report
from advisor.render.comparison import comparison_page
from advisor.render.explanation import explanation_page
from advisor.render.markdown import render
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
    paragraph,
    words,
)
from advisor.render.recommendation import recommendation_page
from advisor.render.why import why_page
from tests.render.contending import contender_of

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
ODD = "[a](b) <b>x</b> | *c* _d_ `e` ~~f~~ \\g &lt; # - + 1. !"
TEXT = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"])
    | st.sampled_from(" \\`*_[]<>|~&;#-+=.1)("),
    max_size=30,
).filter(str.strip)
TONE = st.sampled_from([Tone.PLAIN, Tone.GOOD, Tone.BAD, Tone.FAINT, Tone.CODE])


def texts(markdown: str) -> list[str]:
    """Return the text of every paragraph, heading and cell as a reader sees it."""
    return [
        "".join(map(seen, token.children or []))
        for token in PARSER.parse(markdown)
        if token.type == "inline"
    ]


def seen(token: Token) -> str:
    return " " if token.type == "softbreak" else token.content


def same(text: str) -> str:
    return text.strip()


@given(TEXT, TONE)
def test_a_reader_sees_the_text_as_it_is(text: str, tone: Tone) -> None:
    line = words(text, tone)
    page = Page(
        (
            Heading(text),
            Paragraph(line),
            Bullets((Item(line, (line,)),)),
            Grid((text, "b"), ((line, line),)),
        )
    )
    own = same(text)
    assert texts(render(page)) == [own, own, own, own, own, "b", own, own]


@given(TEXT, TEXT)
def test_pieces_of_a_line_join_without_touching_each_other(a: str, b: str) -> None:
    line = (Span(f"{a} ", Tone.STRONG), Span(f"{b} ", Tone.FAINT), Span(a, Tone.CODE))
    expected = " ".join(map(same, (a, b, a)))
    found = texts(render(Page((Paragraph(line),))))
    assert [" ".join(each.split()) for each in found] == [" ".join(expected.split())]


@pytest.mark.parametrize(
    "text",
    [
        "- a",
        "+ a",
        "* a",
        "# a",
        "1. a",
        "12) a",
        "> a",
        "---",
        "===",
        "~~~",
        "```",
        "| a",
    ],
)
def test_no_text_begins_a_block_of_its_own(text: str) -> None:
    tokens = PARSER.parse(render(Page((paragraph(text),))))
    assert [each.type for each in tokens] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]
    assert texts(render(Page((paragraph(text),)))) == [text]


def test_a_leading_sign_does_not_make_a_list_in_a_list() -> None:
    page = Page((Bullets((Item((Span("+ ", Tone.GOOD), Span("more"))),)),))
    assert render(page) == "- \\+ more\n"


def test_a_table_stays_one_table() -> None:
    cell = words(f"{ODD}\n\nnext")
    page = Page((Grid((ODD, "b"), ((cell, cell), (cell, cell)), numeric=(1,)),))
    tokens = [each.type for each in PARSER.parse(render(page))]
    assert tokens.count("table_open") == 1
    assert tokens.count("tr_open") == 3
    assert tokens.count("td_open") == 4
    assert tokens[-1] == "table_close"


def test_numbers_are_aligned_to_the_right() -> None:
    grid = Grid(("a", "b"), ((words("x"), words("1")),), numeric=(1,))
    assert render(Page((grid,))) == "| a | b |\n| --- | --: |\n| x | 1 |\n"


def test_code_is_code_unless_that_would_break_it() -> None:
    line = (Span("c-1", Tone.CODE), Span(" "), Span("a`b|c", Tone.CODE))
    assert render(Page((Paragraph(line),))) == "`c-1` a\\`b\\|c\n"


def test_strong_text_keeps_its_spaces_outside() -> None:
    line = (Span("a "), Span(" b ", Tone.STRONG), Span("c"))
    assert render(Page((Paragraph(line),))) == "a  **b** c\n"


def test_bars_become_a_table(wording: Wording) -> None:
    bars = Bars((Bar("1=", "A|b", 0.25, 0.5, 0.75),), wording)
    tokens = PARSER.parse(render(Page((bars,))))
    assert [each.type for each in tokens].count("table_open") == 1
    assert texts(render(Page((bars,))))[-5:] == [
        "1=",
        "A|b",
        "0.50",
        "0.25 – 0.75",
        "█" * 10,
    ]


@pytest.fixture
def pages(
    some_reports: Mapping[str, Report],
    small: Knowledge,
    small_in_chinese: Knowledge,
    compared: Comparison,
) -> Mapping[str, Page]:
    """Return every kind of page for every kind of report, in every language."""
    found = {}
    for base in (small, small_in_chinese):
        spoken = base.wording.language
        found[f"{spoken} comparison"] = comparison_page(compared, base)
        for name, report in some_reports.items():
            found[f"{spoken} {name}"] = recommendation_page(report, base)
            found[f"{spoken} explain {name}"] = explanation_page(report, base)
            for each in base.frameworks:
                found[f"{spoken} why {each} {name}"] = why_page(
                    report, base, contender_of(report, each)
                )
    return found


def test_every_page_keeps_its_blocks(pages: Mapping[str, Page]) -> None:
    for name, page in pages.items():
        tokens = [each.type for each in PARSER.parse(render(page)) if each.level == 0]
        found = [each for each in tokens if not each.endswith("close")]
        assert found == [kind(block) for block in page.blocks], name


def kind(block: Block) -> str:
    match block:
        case Heading():
            return "heading_open"
        case Paragraph():
            return "paragraph_open"
        case Bullets():
            return "bullet_list_open"
        case Grid() | Bars():
            return "table_open"


def test_no_page_lets_html_through(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        for token in PARSER.parse(render(page)):
            kinds = {each.type for each in (token, *(token.children or []))}
            assert kinds.isdisjoint({"html_block", "html_inline", "link_open", "image"})


def test_markdown_ends_in_one_line_feed_and_has_no_trailing_space(
    pages: Mapping[str, Page],
) -> None:
    for page in pages.values():
        text = render(page)
        assert text.endswith("\n")
        assert not re.search(r"[ \t]\n|\n\n\Z|\n{3}", text)


def test_what_is_strong_is_strong_for_a_reader(pages: Mapping[str, Page]) -> None:
    for name, page in pages.items():
        strong = [span for line in lines(page) for span in line if marked(span)]
        opened = [
            each
            for token in PARSER.parse(render(page))
            for each in token.children or []
            if each.type == "strong_open"
        ]
        assert len(opened) == len(strong), name


def lines(page: Page) -> Iterator[Line]:
    for block in page.blocks:
        match block:
            case Paragraph(line):
                yield line
            case Bullets(items):
                for item in items:
                    yield from (item.line, *item.details)
            case Grid(rows=rows):
                for row in rows:
                    yield from row
            case Heading() | Bars():
                pass


def marked(span: Span) -> bool:
    return span.tone is Tone.STRONG and bool(span.text.strip())


WEB = st.from_regex(r"https?://[ -~]{1,30}", fullmatch=True)


@given(TEXT, WEB)
def test_a_link_leads_to_its_address_or_nowhere(text: str, url: str) -> None:
    line = (Span("see!"), Span(text, link=url), Span("]("))
    (_, inline, _) = PARSER.parse(render(Page((Paragraph(line),))))
    links = [each for each in inline.children or [] if each.type == "link_open"]
    assert [str(each.attrs["href"]) for each in links] in (
        [],
        [PARSER.normalizeLink(url)],
    )
    assert "".join(map(seen, inline.children or [])) == f"see!{text}]("


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.example/b_(c)", "[x](<https://a.example/b_(c)>)"),
        ("http://a.example/?b&copy;", "[x](<http://a.example/?b\\&copy;>)"),
        ("https://a.example/b c", "x"),
        ("https://a.example/>", "x"),
        ("javascript:alert(1)", "x"),
        ("data:text/html,x", "x"),
        ("pkg:pypi/torch", "x"),
        ("", "x"),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str, written: str) -> None:
    assert render(Page((Paragraph((Span("x", link=url),)),))) == f"{written}\n"
