from collections.abc import Callable
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import Challenge, Without
from advisor.render.page import Block
from advisor.render.robustness.tried import tried_section

Written = Callable[[tuple[Block, ...]], str]


def section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    assert isinstance(report.challenge, Challenge)
    return tried_section(report, report.challenge, knowledge)


def with_sources(report: Report, *sources: Without) -> Report:
    assert isinstance(report.challenge, Challenge)
    return replace(report, challenge=replace(report.challenge, without_source=sources))


def test_a_source_that_decides_is_told_with_the_lead_that_is_lost(
    report: Report, small: Knowledge, written: Written
) -> None:
    text = written(section(report, small))
    assert "one source at a time changes who comes first in 1 of 3 tries" in text
    assert "without First <source> (s1): Beta_2 first; lead left: -0.021" in text
    assert "one criterion at a time changes who comes first in 0 of 3 tries" in text
    assert "without Speed of [training]: Alpha first; lead left: +0.010" in text


def test_of_what_changes_nothing_only_the_closest_is_told(
    report: Report, small: Knowledge, written: Written
) -> None:
    held = [Without("s2", "alpha", n / 10) for n in range(1, 9)]
    lost = [Without("s1", "beta", -0.1), Without("s3", "", 0.0)]
    text = written(section(with_sources(report, *lost, *held), small))
    assert "2 of 10 tries" in text
    assert "(s3): nobody first" in text
    assert "left: +0.300" in text
    assert "left: +0.400" not in text


def test_the_orders_of_other_methods_are_given(
    report: Report, small: Knowledge, written: Written
) -> None:
    assert "PROMETHEE: Beta_2, Alpha" in written(section(report, small))


def test_who_is_dominated_is_told_with_by_whom(
    report: Report, small: Knowledge, written: Written
) -> None:
    assert "and better on one - Beta_2, by Alpha" in written(section(report, small))


def test_where_nobody_is_ranked_nothing_was_tried(
    report: Report, small: Knowledge
) -> None:
    assert section(replace(report, ranking=()), small) == ()
