import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import Report
from advisor.render.explanation import explanation_page
from advisor.render.html.document import compose, render, share, web_address
from advisor.render.page import (
    Bar,
    Bars,
    Bullets,
    Grid,
    Heading,
    Item,
    Page,
    Paragraph,
    Span,
    Tone,
    words,
)
from advisor.render.recommendation import recommendation_page
from tests.render.html.conftest import Show, logged
from tests.render.html.parsing import elements, parse, shape, tag, text

ODD = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>&lt;{{1}}<!--"
TEXT = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S"])
    | st.sampled_from(" <>&\"'/{}%#-!"),
    min_size=1,
    max_size=30,
).filter(str.strip)


def a_page(said: str, link: str = "") -> Page:
    line = tuple(Span(said, tone, link) for tone in Tone)
    return Page(
        (
            Heading(said, 1),
            Paragraph(line),
            Heading(said),
            Bullets((Item(line, (line, line)),)),
            Grid((said, said), ((line, line),), numeric=(1,)),
        )
    )


@given(TEXT)
def test_a_reader_sees_the_text_as_it_is(wording: Wording, said: str) -> None:
    root = parse(render(a_page(said), wording))
    own = " ".join(said.split())
    titles = [text(each) for each in elements(root, "h1", "h2", "th", "title")]
    assert titles == [own] * 5
    assert text(next(elements(root, "strong"))) == own
    assert text(next(elements(root, "code"))) == own


@given(TEXT)
def test_no_text_makes_an_element_or_an_attribute(wording: Wording, said: str) -> None:
    harmless, own = (parse(render(a_page(e), wording)) for e in ("harmless", said))
    assert shape(own) == shape(harmless)


def test_hostile_text_stays_text(wording: Wording) -> None:
    root = parse(render(a_page(ODD, ODD), wording))
    assert shape(root) == shape(parse(render(a_page("harmless"), wording)))
    assert text(next(elements(root, "h1"))) == ODD


def test_what_nobody_would_see_becomes_visible(wording: Wording) -> None:
    said = "a\u202eb\u2066c\x00d\u200be"
    root = parse(render(a_page(said), wording))
    assert text(next(elements(root, "h1"))) == "a\ufffdb\ufffdc\ufffdd\ufffde"


@pytest.mark.parametrize(
    "url",
    [
        *("javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)"),
        *("data:text/html,<script>alert(1)</script>", "vbscript:x", "//example.org"),
        *("pkg:pypi/torch@2.15.0", "file:///etc/passwd", " https://example.org", ""),
        *('https://example.org/" onclick="x', "https://example.org/\u202e", "https://"),
    ],
)
def test_what_is_no_address_of_the_web_is_no_link(url: str, wording: Wording) -> None:
    assert web_address(url) == ""
    links = list(elements(parse(render(a_page("a", url), wording)), "a"))
    assert [each.get("href") for each in links] == ["#content"]


@pytest.mark.parametrize("url", ["https://example.org/a?b=c&d#e", "HTTP://example.org"])
def test_an_address_of_the_web_is_a_link(url: str, wording: Wording) -> None:
    links = [
        each.get("href")
        for each in elements(parse(render(a_page("a", url), wording)), "a")
    ]
    assert set(links) == {"#content", url}


def policy_of(root: Element) -> str:
    return next(
        each.get("content") or ""
        for each in elements(root, "meta")
        if each.get("http-equiv") == "Content-Security-Policy"
    )


def fingerprint(element: Element) -> str:
    own = "".join(element.itertext()).encode()
    return f"'sha256-{b64encode(sha256(own).digest()).decode()}'"


def test_a_page_may_load_nothing_and_run_nothing(wording: Wording) -> None:
    root = parse(render(a_page("a"), wording))
    (style,) = elements(root, "style")
    policy = policy_of(root)
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src {fingerprint(style)}" in policy
    assert list(elements(root, "script")) == []
    assert "script-src 'none'" in policy


def test_a_page_with_a_program_may_run_only_that(wording: Wording) -> None:
    page = a_page("a")
    root = parse(compose("page.html.j2", wording, "a", script="script.js", page=page))
    (script,) = elements(root, "script")
    assert f"script-src {fingerprint(script)}" in policy_of(root)


def test_nothing_is_named_that_would_have_to_be_fetched(wording: Wording) -> None:
    document = render(a_page("a"), wording)
    for each in elements(parse(document)):
        assert not {"src", "srcset", "style", "data", "action"} & set(each.attrib)
        if tag(each) == "link":
            assert each.get("href") == "data:,"
    assert re.search(r"url\(|@import|fetch\(|XMLHttp|innerHTML", document) is None


def test_the_language_of_the_page_is_told(wording: Wording, chinese: Wording) -> None:
    for own, code in ((wording, "en"), (chinese, "zh")):
        root = parse(render(a_page("a"), own))
        assert root.get("lang") == code
        assert text(next(elements(root, "a"))) == own("page.skip")


def test_headings_begin_with_the_first_level_and_leave_none_out(
    small: Knowledge, report: Report
) -> None:
    for page in (recommendation_page(report, small), explanation_page(report, small)):
        root = parse(render(page, small.wording))
        levels = [int(tag(e)[1]) for e in elements(root, "h1", "h2", "h3", "h4")]
        assert levels[0] == 1
        assert all(b - a <= 1 for a, b in pairwise(levels))
        assert levels.count(1) == 1


def test_a_bar_is_a_row_of_a_table_with_its_numbers(wording: Wording) -> None:
    bars = Bars((Bar("1.", "Alpha", 0.25, 0.5, 0.75),), wording)
    root = parse(render(Page((Heading("a", 1), bars)), wording))
    cells = [text(each) for each in elements(root, "td", "th")]
    assert cells[-4:] == ["1.", "Alpha", "", "0.50 0.25–0.75"]
    drawn = next(
        each for each in elements(root, "rect") if each.get("class") == "value"
    )
    assert drawn.get("width") == "50%"


def test_a_share_is_written_as_a_length() -> None:
    assert [share(each) for each in (0, 0.25, 1, 1 / 3)] == [
        "0%",
        "25%",
        "100%",
        "33.33%",
    ]


def test_any_page_loads_in_silence(
    show: Show, small: Knowledge, report: Report
) -> None:
    browser = show(render(explanation_page(report, small), small.wording), width=360)
    assert logged(browser, "browser") == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 360


def test_a_line_of_a_page_says_what_its_tone_means(wording: Wording) -> None:
    page = Page((Heading("a", 1), Paragraph(words("bad", Tone.BAD))))
    (own,) = elements(parse(render(page, wording)), "span")
    assert (own.get("class"), text(own)) == ("bad", "bad")
