import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from advisor.model.comparison import Comparison
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Report
from advisor.render.comparison import comparison_page
from advisor.render.explanation import explanation_page
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
from advisor.render.terminal import render
from advisor.render.why import why_page
from tests.render.contending import contender_of

WIDTHS = (40, 80, 120)
WORDING = Wording(texts={"report.bars-legend": "{low} low, {value} score, {high} high"})
ESCAPE = re.compile(r"\x1b\[([0-9;]*)m")
# Reset, bold, dim, underline, and the sixteen standard colours of the foreground.
PLAIN_CODES = {"0", "1", "2", "4", *map(str, range(30, 38)), *map(str, range(90, 98))}

PIECE = st.text(
    st.characters(
        codec="utf-8", categories=["L", "N", "P", "S"], exclude_characters="…"
    )
    | st.just(" "),
    max_size=30,
)
LINE = st.lists(st.builds(Span, PIECE, st.sampled_from(Tone)), max_size=3).map(tuple)
SHARES = st.lists(st.floats(0, 1), min_size=3, max_size=3).map(sorted)


def grid_of(rows: list[tuple[Line, Line, Line]]) -> Grid:
    return Grid(("one", "two", "three"), tuple(rows), numeric=(1,))


def bar_of(rank: int, label: str, shares: list[float]) -> Bar:
    return Bar(f"{rank}.", label, *shares)


BLOCK: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, PIECE, st.integers(1, 3)),
    st.builds(Paragraph, LINE),
    st.builds(
        Bullets,
        st.lists(
            st.builds(Item, LINE, st.lists(LINE, max_size=2).map(tuple)),
            min_size=1,
            max_size=3,
        ).map(tuple),
    ),
    st.lists(st.tuples(LINE, LINE, LINE), min_size=1, max_size=3).map(grid_of),
    st.builds(
        Bars,
        st.lists(
            st.builds(bar_of, st.integers(1, 12), PIECE, SHARES), min_size=1, max_size=3
        ).map(tuple),
        st.just(WORDING),
    ),
)
PAGE = st.builds(Page, st.lists(BLOCK, max_size=4).map(tuple))


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


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_terminal(
    width: int, pages: Mapping[str, Page]
) -> None:
    for name, page in pages.items():
        for line in render(page, width, colour=False).splitlines():
            assert cell_len(line) <= width, f"{name}: {line}"


@given(PAGE, st.integers(40, 130))
def test_whatever_a_page_says_it_keeps_to_the_width(page: Page, width: int) -> None:
    lines = render(page, width, colour=False).split("\n")
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)


@given(PAGE, st.integers(40, 130))
def test_nothing_is_cut_off(page: Page, width: int) -> None:
    assert "…" not in render(page, width, colour=False)


@given(PAGE)
def test_without_colour_there_is_no_escape_sequence(page: Page) -> None:
    assert "\x1b" not in render(page, 80, colour=False)


@given(PAGE, st.integers(40, 130))
def test_colour_changes_nothing_but_the_colour(page: Page, width: int) -> None:
    coloured = render(page, width, colour=True)
    bare = [ESCAPE.sub("", line).rstrip() for line in coloured.split("\n")]
    assert "\n".join(bare) == render(page, width, colour=False)


@pytest.mark.parametrize("width", WIDTHS)
def test_colours_are_those_of_the_readers_own_scheme(
    width: int, pages: Mapping[str, Page]
) -> None:
    text = "".join(render(page, width, colour=True) for page in pages.values())
    used = {code for codes in ESCAPE.findall(text) for code in codes.split(";")}
    assert {"32", "31", "36", "1"} <= used, "good, bad, code and strong are told apart"
    assert used <= PLAIN_CODES
    assert "\x1b" not in ESCAPE.sub("", text)


@pytest.mark.parametrize(
    "text",
    ["[bold]x[/bold]", ":smile:", "[/]", "[link=http://x]y[/link]", r"\[a]", "*a*"],
)
@pytest.mark.parametrize("tone", Tone)
def test_text_is_never_read_as_markup(text: str, tone: Tone) -> None:
    line = words(text, tone)
    page = Page(
        (
            Heading(text),
            Paragraph(line),
            Bullets((Item(line, (line,)),)),
            Grid((text, "b"), ((line, line),)),
            Bars((Bar("1.", text, 0.1, 0.2, 0.3),), WORDING),
        )
    )
    assert render(page, 80, colour=False).count(text) == 8


def test_a_terminal_that_is_too_narrow_is_treated_as_forty_columns_wide() -> None:
    page = Page((paragraph("word " * 30),))
    assert render(page, 1, colour=False) == render(page, 40, colour=False)


def test_lines_stay_readable_on_a_very_wide_terminal() -> None:
    page = Page((paragraph("word " * 100),))
    assert max(map(len, render(page, 500, colour=False).splitlines())) <= 110


@pytest.mark.parametrize("term", ["dumb", "xterm-256color", ""])
def test_the_environment_has_no_say(term: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page((paragraph("word " * 30, Tone.GOOD),))
    expected = render(page, 60, colour=True)
    for name in ("NO_COLOR", "FORCE_COLOR", "JUPYTER_COLUMNS"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("COLUMNS", "30")
    monkeypatch.setenv("TERM", term)
    assert render(page, 60, colour=True) == expected


def test_a_table_that_does_not_fit_becomes_a_list_and_loses_nothing() -> None:
    long = "word" * 7
    grid = Grid(("criterion", "weight", long), ((words("a"), words("1%"), words("b")),))
    text = render(Page((grid,)), 40, colour=False)
    assert text == f"• a\n  - weight: 1%\n  - {long}: b\n"


def test_a_bar_is_solid_to_the_lower_bound_and_light_to_the_upper() -> None:
    bars = Bars((Bar("1.", "A", 0.2, 0.5, 0.8),), WORDING)
    text = render(Page((bars,)), 80, colour=False)
    drawn = text.split()[2]
    assert [drawn.count(mark) for mark in "█▓░·"] == [10, 15, 15, 10]
    assert text.splitlines()[0].endswith("0.50 0.20–0.80")


@given(SHARES, st.integers(40, 110))
def test_all_bars_are_equally_long(shares: list[float], width: int) -> None:
    bars = Bars((bar_of(1, "Alpha", shares), bar_of(10, "B", [0, 0, 1])), WORDING)
    first, second = render(Page((bars,)), width, colour=False).splitlines()[:2]
    marks = re.compile("[█▓░·]+")
    one, two = marks.search(first), marks.search(second)
    assert one is not None
    assert two is not None
    assert one.span() == two.span()


def test_the_same_page_gives_the_same_text(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        assert render(page, 80, colour=True) == render(page, 80, colour=True)


def test_chinese_rows_are_full_and_none_begins_with_closing_punctuation() -> None:
    text = "用 PyTorch 训练，（导出）之后再部署到手机上。" * 12
    lines = render(Page((paragraph(text),)), 60, colour=False).splitlines()
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert min(map(cell_len, lines[:-1])) > 50
    assert not any(line.startswith(tuple("，。）")) for line in lines)
    assert not any(line.endswith("（") for line in lines)


def test_a_chinese_table_keeps_its_columns_apart() -> None:
    rows = ((words("预训练模型"), words("1.0%")), (words("易用性"), words("20.0%")))
    grid = Grid(("准则", "权重"), rows, numeric=(1,), colon="：")
    lines = render(Page((grid,)), 40, colour=False).splitlines()
    assert {cell_len(line) for line in lines} == {18}
    narrow = replace(grid, columns=("准则", "word" * 10))
    assert f"  - {'word' * 8}" in render(Page((narrow,)), 40, colour=False)
