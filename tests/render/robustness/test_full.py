from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, NOT_SAMPLED, Report
from advisor.model.robustness import (
    NeverFirst,
    NoTippingPoint,
    OpenQuestion,
    StableWeight,
)
from advisor.render import markdown
from advisor.render.page import Block, Heading, Page
from advisor.render.robustness.full import robustness_sections

Written = Callable[[tuple[Block, ...]], str]
Change = Callable[..., Report]


def titles(report: Report, knowledge: Knowledge) -> list[str]:
    blocks = robustness_sections(report, knowledge)
    return [block.text for block in blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_everything_in_full_matches_its_golden_file(
    language: str,
    report: Report,
    small: Knowledge,
    small_in_chinese: Knowledge,
    golden: Callable[[str, str], str],
) -> None:
    knowledge = small if language == "en" else small_in_chinese
    text = markdown.render(Page(robustness_sections(report, knowledge)))
    assert text == golden(f"robustness.{language}.markdown", text)


def test_each_part_is_there_only_where_it_was_worked_out(
    report: Report, some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    sampled = ["How sure", "Whom other weights would favour"]
    tried = [
        "What would change it",
        "How far each weight can go",
        "What was tried to shake it",
    ]
    assert titles(report, small) == sampled + tried
    assert titles(replace(report, challenge=NOT_CHALLENGED), small) == sampled
    assert titles(replace(report, sampled=NOT_SAMPLED), small) == tried
    assert titles(some_reports["alone"], small) == ["How sure", *tried]


def test_nobody_ranked_leaves_only_the_answers_that_would_help(
    changed: Change, small: Knowledge
) -> None:
    nobody = replace(changed(stable_weights=()), ranking=())
    assert titles(nobody, small) == ["What would change it"]


def test_who_is_never_first_is_named(
    report: Report, small: Knowledge, written: Written
) -> None:
    first, second = report.sampled.frameworks
    never = replace(second, favour=NeverFirst())
    sampled = replace(report.sampled, frameworks=(first, never))
    text = written(robustness_sections(replace(report, sampled=sampled), small))
    assert "Beta_2: first in no sample." in text
    assert "Beta_2 would suit" not in text


def test_weights_that_nothing_bounds_are_listed_apart(
    changed: Change, small: Knowledge, written: Written
) -> None:
    free = StableWeight("speed", 0.5, 0.0, 1.0, "", "")
    text = written(robustness_sections(changed(stable_weights=(free,)), small))
    assert "whatever any one of these weighs: speed of [training]." in text
    assert "above that" not in text


def test_every_answer_that_would_bring_another_first_is_named(
    changed: Change, small: Knowledge, written: Written
) -> None:
    winners = {"beta": "real-time", "gamma": "relaxed"}
    questions = tuple(
        OpenQuestion(each, -0.1, 0.1, winners) for each in ("latency", "cloud")
    )
    text = written(robustness_sections(changed(open_questions=questions), small))
    assert (
        "Not answered yet, and could change it: latency=real-time (Beta_2), "
        "latency=relaxed (Gamma), cloud=real-time (Beta_2) and cloud=relaxed (Gamma)."
    ) in text


def test_all_whom_nothing_helps_are_named(
    changed: Change, small: Knowledge, written: Written
) -> None:
    names = ("alpha", "beta", "gamma", "delta")
    points = tuple(NoTippingPoint(each, 3) for each in names)
    text = written(robustness_sections(changed(tipping_points=points), small))
    assert "would bring Alpha, Beta_2, Gamma and Delta to the front." in text
