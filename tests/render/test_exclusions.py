"""What was excluded, in full and in brief."""

from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.rule import Exclude, Screen
from advisor.render.exclusions import excluded_section
from advisor.render.markdown import render
from advisor.render.page import Page


def written(report: Report, knowledge: Knowledge, *, brief: bool) -> str:
    page = Page(excluded_section(report, knowledge, brief=brief))
    return render(page).replace("\\", "").replace("`", "")


def screened(knowledge: Knowledge, rule: str, screen: Screen) -> Knowledge:
    """Return the rule base with a rule that screens for something else."""
    own = knowledge.rules[rule]
    changed = replace(own, then=replace(own.then, exclude=Exclude(screen)))
    return replace(knowledge, rules={**knowledge.rules, rule: changed})


def test_an_exclusion_names_rule_framework_reason_and_source(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small, brief=False)
    assert "**gone**: Delta (retired since 2018) (rule gone)\n  - shown by s2" in text
    bare = replace(report, excluded=(replace(report.excluded[0], sources=()),))
    assert "shown by" not in written(bare, small, brief=False)


def test_everything_that_one_rule_excluded_stands_together(
    report: Report, small: Knowledge
) -> None:
    (delta,) = report.excluded
    gamma = replace(delta, framework="gamma", reason="too slow", sources=("s1", "s2"))
    text = written(replace(report, excluded=(delta, gamma)), small, brief=False)
    assert "Delta (retired since 2018) and Gamma (too slow) (rule gone)" in text
    assert "shown by s1 and s2" in text


def test_in_brief_the_names_of_the_retired_will_do(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small, brief=True)
    assert "**gone**: Delta (rule gone)" in text
    assert "retired since" not in text


def test_in_brief_a_reason_that_lies_with_the_project_is_told(
    report: Report, small: Knowledge
) -> None:
    text = written(report, screened(small, "gone", Screen.VENDOR), brief=True)
    assert "Delta (retired since 2018)" in text
    assert "shown by s2" in text


def test_in_brief_each_framework_stands_under_its_gravest_rule(
    report: Report, small: Knowledge
) -> None:
    (delta,) = report.excluded
    other = replace(delta, rule="wants-speed", reason="too slow")
    both = replace(report, excluded=(other, delta))
    base = screened(small, "wants-speed", Screen.UNREACHABLE)
    assert "too slow" not in written(both, base, brief=True)
    assert "too slow" in written(both, base, brief=False)
