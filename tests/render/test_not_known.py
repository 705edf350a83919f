from dataclasses import replace

from advisor.model.condition import Is
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.not_known import not_known_section
from advisor.render.page import Page
from advisor.render.terminal import render


def written(report: Report, knowledge: Knowledge) -> str:
    page = Page(not_known_section(report, knowledge))
    return " ".join(render(page, 110, colour=False).split())


def test_what_is_not_known_is_said(report: Report, small: Knowledge) -> None:
    text = written(report, small)
    assert (
        "• Beta_2: nothing on documentation (20% of the weight, "
        "counted as anything from 0 to 1)." in text
    )
    assert "• Gamma is not judged: the evidence covers 30%." in text
    assert "goal, domain, latency, cloud, region, x and 1 more." in text
    assert "You do not know, and it could move the scores: data-scale." in text
    assert "You do not know, and it makes no difference here: hot-swap." in text
    assert "the rule base knows nothing about it yet: footprint." in text


def test_few_open_questions_are_all_named(report: Report, small: Knowledge) -> None:
    text = written(replace(report, open_questions=("goal", "cloud")), small)
    assert "could move the scores: goal, cloud." in text


def test_an_answer_that_made_no_difference_is_told_from_one_that_none_can_read(
    report: Report, small: Knowledge
) -> None:
    rule = replace(small.rules["wants-speed"], when=Is("goal", "production"))
    reads_goal = replace(small, rules={**small.rules, rule.id: rule})
    text = written(replace(report, idle_answers=("goal", "footprint")), reads_goal)
    assert "Answered, but counts the same as leaving it open: goal." in text
    assert "knows nothing about it yet: footprint." in text


def test_all_who_are_not_judged_for_one_reason_stand_in_one_line(
    report: Report, small: Knowledge
) -> None:
    (own,) = report.not_judged
    names = ("alpha", "beta", "gamma", "delta")
    every = tuple(replace(own, framework=each) for each in names)
    other = replace(own, reason="nothing is known of it")
    text = written(replace(report, not_judged=(*every, other)), small)
    assert (
        "Alpha, Beta_2 and 2 more are not judged: the evidence covers 30%. "
        "• Gamma is not judged: nothing is known of it."
    ) in text
