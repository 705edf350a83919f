import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By

from advisor.engine.rank import in_order, ranks
from advisor.engine.score import score
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.score import Score
from advisor.render.html.live import contenders, numbers, sliders
from advisor.render.html.report import report_document
from tests.render.html.conftest import Show
from tests.render.html.parsing import elements, parse

EXACT = 1e-9
ROWS = """
return [...document.querySelectorAll("#live-ranking tr")].map((row) => ({
  framework: row.dataset.framework,
  rank: row.dataset.rank,
  value: Number(row.dataset.value),
  low: Number(row.dataset.low),
  high: Number(row.dataset.high),
  place: row.cells[0].textContent,
  score: row.querySelector("b").textContent,
  bounds: row.querySelector("small").textContent,
}));
"""
MOVE = """
arguments[0].forEach((value, at) => {
  const slider = document.getElementById(`weight-${at}`);
  slider.value = value;
  slider.dispatchEvent(new Event("input", { bubbles: true }));
});
"""


def shown_weights(browser: Chrome) -> list[float]:
    return [
        float(each)
        for each in browser.execute_script(
            "return [...document.querySelectorAll('input')].map((e) => e.dataset.share)"
        )
    ]


def positions(browser: Chrome) -> list[float]:
    """Return where the sliders stand."""
    return [
        float(each)
        for each in browser.execute_script(
            "return [...document.querySelectorAll('input')].map((e) => e.value)"
        )
    ]


def heaviest_first(report: Report) -> list[str]:
    own = sorted(report.weighting, key=lambda each: (-each.weight, each.criterion))
    return [each.criterion for each in own]


def judged(
    report: Report, knowledge: Knowledge, weights: Sequence[float]
) -> Mapping[str, Score]:
    """Score every framework with the engine, and keep those with enough evidence."""
    given = dict(zip(heaviest_first(report), weights, strict=True))
    weighting = [replace(e, weight=given[e.criterion]) for e in report.weighting]
    neutral = knowledge.constants.neutral.value
    scored = {each.framework: each.score for each in report.ranking}
    scored |= {each.framework: each.score for each in report.not_judged}
    every = {k: score(own.cells, weighting, neutral) for k, own in scored.items()}
    least = knowledge.constants.least_coverage.value
    return {k: v for k, v in every.items() if round(v.coverage, 9) >= least}


def check(browser: Chrome, report: Report, knowledge: Knowledge) -> None:
    """Compare everything that the page shows with what the engine gives."""
    weights = shown_weights(browser)
    assert sum(weights) == pytest.approx(1, abs=EXACT)
    own = judged(report, knowledge, weights)
    values = {name: each.value for name, each in own.items()}
    placed = ranks(values, knowledge.constants.tie_margin.value)
    rows = browser.execute_script(ROWS)
    listed = [row["framework"] for row in rows]
    assert listed[: len(own)] == in_order(values)
    for row in rows[: len(own)]:
        name = row["framework"]
        expected = own[name]
        assert row["value"] == pytest.approx(expected.value, abs=EXACT)
        assert row["low"] == pytest.approx(expected.low, abs=EXACT)
        assert row["high"] == pytest.approx(expected.high, abs=EXACT)
        assert float(row["score"]) == pytest.approx(expected.value, abs=0.00501)
        low, high = row["bounds"].split("–")
        assert float(low) == pytest.approx(expected.low, abs=0.00501)
        assert float(high) == pytest.approx(expected.high, abs=0.00501)
        tied = list(placed.values()).count(placed[name]) > 1
        assert row["place"] == f"{placed[name]}{'=' if tied else '.'}"
    for row in rows[len(own) :]:
        assert (row["rank"], row["place"], row["score"]) == ("", "–", "")


def test_the_numbers_of_the_page_are_those_of_the_report_to_the_last_digit(
    report: Report, small: Knowledge
) -> None:
    root = parse(report_document(report, small))
    island = next(e for e in elements(root, "script") if e.get("id") == "numbers")
    data = json.loads("".join(island.itertext()))
    assert data == numbers(report, small)
    assert data["weights"] == [0.5, 0.3, 0.2]
    alpha, beta, gamma = data["frameworks"]
    assert (alpha["id"], beta["id"], gamma["id"]) == ("alpha", "beta", "gamma")
    assert alpha["cells"][0] == [0.75, 0.5, 1.0]
    assert beta["cells"][2] == [0.5]


def test_sliders_reach_beyond_every_weight_and_begin_near_it(
    report: Report, small: Knowledge
) -> None:
    weighting = tuple(
        replace(each, weight=weight)
        for each, weight in zip(report.weighting, (0.11, 0.062, 0.0), strict=True)
    )
    own = sliders(replace(report, weighting=weighting), small)
    assert [each.value for each in own] == [11, 6, 0]
    assert {each.most for each in own} == {40}


def test_a_slider_stands_for_each_weight_heaviest_first(
    report: Report, small: Knowledge
) -> None:
    own = sliders(report, small)
    assert [each.title for each in own] == [
        "Speed of [training]",
        "Tools",
        "Documentation",
    ]
    assert [each.value for each in own] == [50, 30, 20]
    assert {each.most for each in own} == {100}


def test_who_is_not_judged_could_still_come_in(
    report: Report, small: Knowledge
) -> None:
    assert [each.id for each in contenders(report, small)] == ["alpha", "beta", "gamma"]


def test_the_page_begins_with_the_ranking_of_the_report(
    show: Show, real_report: Report, knowledge: Knowledge
) -> None:
    browser = show(report_document(real_report, knowledge))
    check(browser, real_report, knowledge)
    rows = browser.execute_script(ROWS)
    for row, ranked in zip(rows, real_report.ranking, strict=False):
        assert row["framework"] == ranked.framework
        assert int(row["rank"]) == ranked.rank


def test_whatever_the_weights_the_page_says_what_the_engine_says(
    show: Show, real_report: Report, knowledge: Knowledge
) -> None:
    browser = show(report_document(real_report, knowledge))
    chance = random.Random(5)
    most = sliders(real_report, knowledge)[0].most
    count = len(real_report.weighting)
    vectors = [
        [chance.choice((0, 0, 0.5, 3, chance.uniform(0, most))) for _ in range(count)]
        for _ in range(25)
    ]
    vectors += [[most if at == only else 0 for at in range(count)] for only in range(5)]
    for vector in vectors:
        browser.execute_script(MOVE, vector)
        check(browser, real_report, knowledge)
        given = positions(browser)
        shares = [each / sum(given) for each in given]
        assert shown_weights(browser) == pytest.approx(shares, abs=EXACT)


def test_who_has_too_little_evidence_is_ranked_or_not_as_in_the_engine(
    show: Show, report: Report, small: Knowledge
) -> None:
    # The scores of this report were made without a level that is enough.
    plain = tuple(replace(each, enough=None) for each in report.weighting)
    report = replace(report, weighting=plain)
    browser = show(report_document(report, small))
    check(browser, report, small)
    assert [row["rank"] for row in browser.execute_script(ROWS)] == ["1", "2", ""]
    browser.execute_script(MOVE, [10, 90, 0])
    check(browser, report, small)
    assert all(row["rank"] for row in browser.execute_script(ROWS))


def test_a_gap_is_worth_what_the_engine_says_where_less_is_enough(
    show: Show, report: Report, small: Knowledge
) -> None:
    weighting = tuple(replace(each, enough=0.8) for each in report.weighting)
    neutral = small.constants.neutral.value
    ranking = tuple(
        replace(each, score=score(each.score.cells, weighting, neutral))
        for each in report.ranking
    )
    own = replace(report, weighting=weighting, ranking=ranking, not_judged=())
    assert ranking[1].score.gaps[0].value == pytest.approx(0.625)
    browser = show(report_document(own, small))
    check(browser, own, small)
    browser.execute_script(MOVE, [60, 20, 20])
    check(browser, own, small)


def test_keys_move_the_sliders(
    show: Show, real_report: Report, knowledge: Knowledge
) -> None:
    browser = show(report_document(real_report, knowledge))
    before = shown_weights(browser)
    slider = browser.find_element(By.ID, "weight-1")
    for keys in (Keys.ARROW_RIGHT, Keys.PAGE_UP, Keys.HOME, Keys.END, Keys.ARROW_LEFT):
        slider.send_keys(keys)
        check(browser, real_report, knowledge)
    after = shown_weights(browser)
    assert after[1] > before[1]
    told = slider.get_attribute("aria-valuetext")
    assert told == f"{100 * after[1]:.1f}%"


def test_tab_reaches_the_sliders_in_their_order_and_then_the_button(
    show: Show, report: Report, small: Knowledge
) -> None:
    browser = show(report_document(report, small))
    reached = []
    for _ in range(40):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        own = browser.switch_to.active_element
        reached.append(own.get_attribute("id") or own.get_attribute("class"))
    assert reached[0] == "skip"
    at = reached.index("weight-0")
    assert reached[at : at + 4] == ["weight-0", "weight-1", "weight-2", "reset"]
    focus = (
        "const own = document.getElementById('weight-0'); own.focus({focusVisible: true});"
        "return getComputedStyle(own).outlineStyle"
    )
    assert browser.execute_script(focus) == "solid"


def test_the_button_brings_the_weights_of_the_answers_back(
    show: Show, real_report: Report, knowledge: Knowledge
) -> None:
    browser = show(report_document(real_report, knowledge))

    def everything() -> tuple[object, ...]:
        rows = browser.execute_script(ROWS)
        return rows, shown_weights(browser), positions(browser)

    before = everything()
    browser.execute_script(MOVE, [3] * len(real_report.weighting))
    assert all(a != b for a, b in zip(everything(), before, strict=True))
    browser.find_element(By.ID, "reset").click()
    assert everything() == before


def test_a_new_first_is_announced_and_the_rest_is_silence(
    show: Show, report: Report, small: Knowledge
) -> None:
    browser = show(report_document(report, small))
    outcome = browser.find_element(By.ID, "outcome")
    assert outcome.get_attribute("role") == "status"
    assert outcome.text == "Alpha comes first. These are the weights of the answers."
    browser.execute_script(MOVE, [100, 0, 0])
    assert outcome.text == "Alpha comes first."
    browser.execute_script(MOVE, [0, 0, 100])
    assert outcome.text == "Alpha comes first."
    browser.execute_script(MOVE, [0, 100, 0])
    assert outcome.text == "Alpha comes first."
    browser.execute_script(MOVE, [0, 0, 0])
    assert outcome.text == small.wording("page.live-nothing")


def test_the_live_weights_speak_chinese(
    show: Show, report: Report, small_in_chinese: Knowledge
) -> None:
    browser = show(report_document(report, small_in_chinese))
    outcome = browser.find_element(By.ID, "outcome")
    assert outcome.text == "Alpha 排名第一。这就是回答得出的权重。"
