from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.notebook import summary_fragment

HOSTILE = "</section><script>alert(1)</script><img src=x onerror=y> \"'`&lt;"
ELEMENTS = {
    *("section", "h3", "h4", "p", "ul", "li", "strong", "code", "a"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES = {"lang", "scope", "href", "rel"}


class Reader(HTMLParser):
    """Reads a fragment as a browser does: elements, attributes, text, what is open."""

    def __init__(self, fragment: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(fragment)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += attrs
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_fragment_is_made_of_plain_elements_that_close(
    some_reports: Mapping[str, Report], small: Knowledge, small_in_chinese: Knowledge
) -> None:
    for base in (small, small_in_chinese):
        for report in some_reports.values():
            read = Reader(summary_fragment(report, base))
            assert read.open == []
            assert set(read.elements) <= ELEMENTS
            assert {name for name, _ in read.attributes} <= ATTRIBUTES


def test_verdict_ranking_and_paths_are_there(report: Report, small: Knowledge) -> None:
    text = Reader(summary_fragment(report, small)).text
    assert "Alpha is the clear choice." in text
    assert "Beta_2" in text
    assert "export → .box → Box" in text


def test_no_element_is_born_from_a_name(report: Report, small: Knowledge) -> None:
    alpha = replace(small.frameworks["alpha"], name=HOSTILE)
    hostile = replace(small, frameworks={**small.frameworks, "alpha": alpha})
    named = replace(report, project=HOSTILE, summary=HOSTILE)
    read = Reader(summary_fragment(named, hostile))
    calm = Reader(summary_fragment(report, small))
    assert read.elements == calm.elements
    assert read.attributes == calm.attributes
    assert read.text.count(HOSTILE) >= 3


@pytest.mark.parametrize(
    ("url", "links"),
    [
        ("https://a.example/?b=1&c=\"d\" onclick='e'", 1),
        ("HTTP://a.example", 1),
        ("javascript:alert(1)", 0),
        ("pkg:pypi/torch@2.15.0", 0),
        ("", 0),
    ],
)
def test_only_addresses_of_the_web_become_links(
    url: str, links: int, report: Report, small: Knowledge
) -> None:
    source = replace(small.sources["s1"], url=url)
    base = replace(small, sources={**small.sources, "s1": source})
    read = Reader(summary_fragment(report, base))
    assert [value for name, value in read.attributes if name == "href"] == [url] * links


def test_the_language_is_that_of_the_text(
    report: Report, small_in_chinese: Knowledge
) -> None:
    assert summary_fragment(report, small_in_chinese).startswith('<section lang="zh">')
