import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver import Chrome
from selenium.webdriver.support.wait import WebDriverWait

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import NOT_CHALLENGED, Report
from advisor.render.html.report import report_document
from tests.render.html.conftest import Show, logged, media
from tests.render.html.parsing import elements, parse, shape, tag, text

HOSTILE = (
    "\"><img src=x onerror=alert(1)></script><script>alert(2)</script>'&lt;"
    "{{7*7}}{% raw %}<!--]]>\u202e"
)
LARGEST = 1_000_000  # bytes

# The contrast of every text with what lies behind it, where that is too little.
TOO_FAINT = """
const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
const light = (colour) => {
  const [r, g, b] = numbers(colour).slice(0, 3).map((own) => {
    const part = own / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => {
  const [more, less] = [light(a), light(b)].sort((x, y) => y - x);
  return (more + 0.05) / (less + 0.05);
};
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if ((numbers(colour)[3] ?? 1) > 0) return colour;
  }
  return "rgb(255, 255, 255)";
};
const found = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
let seen = 0;
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || element.closest("script, title")) continue;
  const part = element.closest("svg") && element.getAttribute("class");
  const style = getComputedStyle(element);
  const ink = element.closest("svg") ? style.fill : style.color;
  const ground = part
    ? getComputedStyle(element.ownerSVGElement.querySelector(`rect.${part}`)).fill
    : behind(element);
  seen += 1;
  const own = contrast(ink, ground);
  if (own < 4.5) found.push([walker.currentNode.data.trim(), ink, ground, own]);
}
return [seen, found];
"""


def spoilt(own: Any, suffix: str) -> Any:  # noqa: ANN401 - any record, as it was
    """Return a record with a suffix on every text in it but the messages."""
    if isinstance(own, str) and not isinstance(own, Enum):
        return own + suffix if own else own
    if isinstance(own, Wording):
        return own
    if is_dataclass(own) and not isinstance(own, type):
        kept = {e.name: spoilt(getattr(own, e.name), suffix) for e in fields(own)}
        return replace(own, **kept)
    if isinstance(own, Mapping):
        return {spoilt(k, suffix): spoilt(v, suffix) for k, v in own.items()}
    if isinstance(own, tuple):
        return tuple(spoilt(each, suffix) for each in own)
    return own


def with_addresses(knowledge: Knowledge, url: str) -> Knowledge:
    sources = {k: replace(v, url=url) for k, v in knowledge.sources.items()}
    return replace(knowledge, sources=sources)


def test_every_report_is_well_formed_in_every_language(
    some_reports: Mapping[str, Report], small: Knowledge, small_in_chinese: Knowledge
) -> None:
    for name, own in some_reports.items():
        for knowledge in (small, small_in_chinese):
            root = parse(report_document(own, knowledge))
            ids = [e.get("id") for e in elements(root) if e.get("id")]
            assert len(ids) == len(set(ids)), name
            for link in elements(root, "a", "use"):
                to = link.get("href") or ""
                assert not to.startswith("#") or to[1:] in ids, (name, to)
            for label in elements(root, "label", "section"):
                own_id = label.get("for") or label.get("aria-labelledby")
                assert own_id in ids


def test_headings_follow_each_other_without_a_gap(
    report: Report, small: Knowledge
) -> None:
    root = parse(report_document(report, small))
    levels = [int(tag(e)[1]) for e in elements(root, "h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(levels))


def test_the_page_has_its_landmarks_and_a_way_past_them(
    report: Report, small: Knowledge
) -> None:
    root = parse(report_document(report, small))
    found = [tag(e) for e in elements(root, "header", "nav", "main", "footer")]
    assert found == ["header", "nav", "main", "footer"]
    first = next(elements(root, "a"))
    assert first.get("href") == "#content"
    assert next(elements(root, "main")).get("id") == "content"


def test_every_part_of_a_report_is_there(report: Report, small: Knowledge) -> None:
    root = parse(report_document(report, small))
    titles = [text(each) for each in elements(root, "h2")]
    assert titles == [
        "Ranking",
        "Try other weights",
        "Why Alpha rather than Beta_2",
        "How sure",
        "Whom other weights would favour",
        "What would change it",
        small.wording("robustness.stability"),
        "What was tried to shake it",
        "How to build and ship it",
        "The evidence, criterion by criterion",
        "Excluded",
        "What is not known",
        "Said, but set aside",
        "Sources",
    ]
    said = text(root)
    assert "Alpha is the clear choice." in said
    assert "Verdict: clear, as of 2026-11-21" in said
    assert report.knowledge_digest.removeprefix("sha256:")[:12] in said


def test_on_a_tie_nobody_is_preferred(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    root = parse(report_document(some_reports["tie"], small))
    titles = [text(each) for each in elements(root, "h2")]
    assert "Alpha and Beta_2, criterion by criterion" in titles
    assert not any("rather than" in each for each in titles)


def test_the_answers_stand_folded_after_the_verdict(
    report: Report, asked: Knowledge
) -> None:
    answered = replace(report, answers={"goal": "production", "hot-swap": True})
    part = next(elements(parse(report_document(answered, asked)), "section"))
    assert part.get("id") == "project"
    assert "What is it for? A *product* (goal)" in text(part)
    (folded,) = elements(part, "details")
    assert "open" not in folded.attrib


def test_hostile_answers_make_no_element(report: Report, asked: Knowledge) -> None:
    answered = replace(report, answers={"goal": "production", "domain": ("nlp",)})
    hostile, harmless = (
        parse(report_document(spoilt(answered, end), spoilt(asked, end)))
        for end in (HOSTILE, "x")
    )
    assert shape(hostile) == shape(harmless)
    seen = HOSTILE.replace("\u202e", "\ufffd")
    part = next(elements(hostile, "section"))
    assert f"A *product*{seen}" in text(part)


def test_every_claim_behind_the_ranking_is_there_with_its_words_and_its_source(
    real_report: Report, knowledge: Knowledge
) -> None:
    root = parse(report_document(real_report, knowledge))
    items = {e.get("id"): e for e in elements(root, "li") if e.get("id")}
    for id_ in real_report.claims:
        claim = knowledge.claims[id_]
        source = knowledge.sources[claim.source]
        own = items[f"claim-{id_}"]
        said = text(own)
        assert " ".join(claim.statement.split()) in said
        assert " ".join(source.title.split()) in said
        links = [each.get("href") for each in elements(own, "a")]
        assert links == ([source.url] if source.url.startswith("http") else [])


def test_a_real_report_is_not_too_large(
    real_report: Report, knowledge: Knowledge
) -> None:
    assert len(report_document(real_report, knowledge).encode()) < LARGEST


def test_what_was_not_tried_is_said_and_not_drawn(
    report: Report, small: Knowledge
) -> None:
    root = parse(report_document(replace(report, challenge=NOT_CHALLENGED), small))
    said = text(root)
    assert small.wording("page.not-challenged") in said
    assert small.wording("page.stability-legend") not in said
    assert small.wording("page.acceptability-legend") in said


def test_without_a_script_the_page_shows_all_but_the_live_weights(
    report: Report, small: Knowledge
) -> None:
    root = parse(report_document(report, small))
    hidden = [each for each in elements(root) if "hidden" in each.attrib]
    assert [each.get("class") for each in hidden] == ["live", "live"]


def test_no_data_makes_an_element_or_an_attribute(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    for own in some_reports.values():
        hostile, harmless = (
            parse(report_document(spoilt(own, end), spoilt(small, end)))
            for end in (HOSTILE, "x")
        )
        assert shape(hostile) == shape(harmless)
        assert not list(elements(hostile, "img"))
        own_scripts = [each.get("type") for each in elements(hostile, "script")]
        assert own_scripts in ([None], ["application/json", None])


def test_hostile_names_are_read_as_they_are(report: Report, small: Knowledge) -> None:
    root = parse(report_document(spoilt(report, HOSTILE), spoilt(small, HOSTILE)))
    seen = HOSTILE.replace("\u202e", "\ufffd")
    assert text(next(elements(root, "h1"))) == f"shelf-scanner{seen}"
    assert f"Alpha{seen}" in {text(each) for each in elements(root, "th")}


def test_only_addresses_of_the_web_become_links(
    report: Report, small: Knowledge
) -> None:
    for url, linked in (("javascript:alert(1)", False), ("https://a.example", True)):
        root = parse(report_document(report, with_addresses(small, url)))
        targets = {each.get("href") for each in elements(root, "a")}
        assert (url in targets) is linked
        assert all((to or "").startswith(("#", "https://")) for to in targets)


def test_the_same_report_gives_the_same_bytes(report: Report, small: Knowledge) -> None:
    assert report_document(report, small) == report_document(report, small)


@pytest.fixture(scope="module")
def real_page(real_report: Report, knowledge: Knowledge) -> str:
    return report_document(real_report, knowledge)


def fetched(browser: Chrome) -> Iterator[tuple[str, str]]:
    """Yield every address that was asked for over the net or the disk, and by whom."""
    for each in logged(browser, "performance"):
        message = json.loads(each["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            told = message["params"]
            url = told["request"]["url"]
            if not url.startswith("data:"):
                yield told["documentURL"], url


def unfold(browser: Chrome) -> None:
    browser.execute_script(
        "for (const own of document.querySelectorAll('details')) own.open = true;"
    )


def test_it_loads_without_a_complaint_and_fetches_nothing(
    show: Show, real_page: str, tmp_path: Path
) -> None:
    browser = show(real_page)
    unfold(browser)
    assert logged(browser, "browser") == []
    own = (tmp_path / "page.html").as_uri()
    assert {url for page, url in fetched(browser) if page == own} == {own}


def test_a_policy_keeps_foreign_scripts_and_styles_from_running(
    show: Show, report: Report, small: Knowledge
) -> None:
    document = report_document(report, small)
    foreign = "<script>document.title = 'taken'</script></body>"
    browser = show(document.replace("</body>", foreign))
    assert browser.title != "taken"
    assert any("Content Security" in e["message"] for e in logged(browser, "browser"))


@pytest.mark.parametrize("width", [320, 360, 768])
def test_nothing_runs_over_the_edge(show: Show, real_page: str, width: int) -> None:
    browser = show(real_page, width=width)
    unfold(browser)
    root = "const own = document.documentElement; return own."
    room = browser.execute_script(f"{root}clientWidth")
    assert browser.execute_script(f"{root}scrollWidth") == room <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_stands_out_from_its_ground(
    show: Show, report: Report, small: Knowledge, scheme: str
) -> None:
    browser = show(report_document(report, small), scheme=scheme)
    unfold(browser)
    seen, faint = browser.execute_script(TOO_FAINT)
    assert seen > 100
    assert faint == []
    ground = browser.execute_script(
        "return getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)"
    )
    assert (sum(ground) < 3 * 64) is (scheme == "dark")


def test_the_test_of_contrast_knows_what_is_too_faint(
    show: Show, report: Report, small: Knowledge
) -> None:
    browser = show(report_document(report, small))
    browser.execute_script("document.querySelector('h1').style.color = '#999'")
    _, faint = browser.execute_script(TOO_FAINT)
    assert [each[0] for each in faint] == ["shelf-scanner"]


def test_what_only_works_on_a_screen_is_not_printed(
    show: Show, report: Report, small: Knowledge
) -> None:
    browser = show(report_document(report, small), scheme="dark")
    media(browser, "print", "dark")
    visible = (
        "return [...document.querySelectorAll(arguments[0])]"
        ".filter((own) => own.checkVisibility()).length"
    )
    assert browser.execute_script(visible, "input, button, nav, .skip") == 0
    assert browser.execute_script(visible, "h1") == 1
    ground = "return getComputedStyle(document.body).backgroundColor"
    assert browser.execute_script(ground) == "rgb(255, 255, 255)"


def test_a_link_to_a_claim_opens_what_it_is_folded_into(
    show: Show, real_page: str, real_report: Report
) -> None:
    browser = show(real_page)
    id_ = f"claim-{min(real_report.claims)}"
    visible = "return document.getElementById(arguments[0]).checkVisibility()"
    assert browser.execute_script(visible, id_) is False
    browser.execute_script("location.hash = arguments[0]", id_)
    WebDriverWait(browser, 10).until(lambda own: own.execute_script(visible, id_))
