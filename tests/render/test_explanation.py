import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render import markdown
from advisor.render.explanation import (
    explanation_page,
)
from advisor.render.page import Heading
from advisor.render.terminal import render


def written(report: Report, knowledge: Knowledge) -> str:
    text = render(explanation_page(report, knowledge), 110, colour=False)
    return " ".join(text.split())


def test_the_explanation_matches_its_golden_file(
    report: Report, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = markdown.render(explanation_page(report, small))
    assert text == golden("explanation.markdown", text)


def test_every_step_has_its_section(report: Report, small: Knowledge) -> None:
    blocks = explanation_page(report, small).blocks
    assert [block.text for block in blocks if isinstance(block, Heading)] == [
        "shelf-scanner",
        "How sure",
        "Whom other weights would favour",
        "What would change it",
        "How far each weight can go",
        "What was tried to shake it",
        "Rules that fired",
        "Rules that nearly fired",
        "Weights",
        "Excluded",
        "Alpha: rank 1, 0.64 (0.48–0.79)",
        "Beta_2: rank 2, 0.47 (0.16–0.78)",
        "Not judged",
        "What is unknown, and how much it could matter",
        "Said by the documents, but set aside",
        "Sources",
    ]


def test_every_claim_that_counts_is_cited(report: Report, small: Knowledge) -> None:
    text = written(report, small)
    assert {f"c-{n}" for n in range(1, 6)} <= set(re.findall(r"c-\d", text))


def test_the_addends_shown_add_up_to_the_score(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small)
    alpha = text[text.index("Alpha: rank 1") : text.index("Beta_2: rank 2")]
    addends = [float(each) for each in re.findall(r"= (\d\.\d{3})", alpha)]
    assert len(addends) == 3
    assert sum(addends) == pytest.approx(report.ranking[0].score.value, abs=0.002)


def test_a_weight_says_where_it_comes_from(report: Report, small: Knowledge) -> None:
    text = written(report, small)
    assert "Speed of [training] 50.0% wants-speed +3, priorities +2" in text
    assert "Tools 30.0% wants-speed +3, 0.8 is enough" in text
    assert "Documentation 20.0% weights in the profile (2)" in text


def test_a_rule_shows_the_facts_it_saw(report: Report, small: Knowledge) -> None:
    text = written(report, small)
    assert "• A product must be fast (wants-speed) - Whoever waits goes away." in text
    assert "because goal: production, domain: [vision, nlp], hot-swap: true" in text
    assert "speed +3; tools +3; 0.8 is enough on tools" in text
    assert "rests on c-1" in text


def test_rules_that_change_no_weight_are_only_named(
    report: Report, small: Knowledge
) -> None:
    assert "Fired without changing a weight: gone." in written(report, small)
    acting = replace(report, trace=report.trace[1:])
    assert "Fired without" not in written(acting, small)
