from collections.abc import Callable, Mapping
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, NOT_SAMPLED, Report
from advisor.model.robustness import (
    Acceptability,
    Method,
    NeverFirst,
    Noise,
    Opinion,
    Sampled,
    Without,
)
from advisor.render.page import Block, Grid
from advisor.render.robustness.sure import sure_section

Written = Callable[[tuple[Block, ...]], str]
Change = Callable[..., Report]


def table(report: Report, knowledge: Knowledge) -> list[list[str]]:
    (grid,) = [b for b in sure_section(report, knowledge) if isinstance(b, Grid)]
    rows = [["".join(s.text for s in cell) for cell in row] for row in grid.rows]
    return [list(grid.columns), *rows]


def of_many(report: Report, *shares: float) -> Report:
    """Return the report with so many frameworks, each so often first."""
    names = ("alpha", "beta", "gamma", "delta", "alpha", "beta")[: len(shares)]
    rest = [0.0] * (len(shares) - 2)
    every = tuple(
        Acceptability(name, (own, *rest, 1 - own), NeverFirst())
        for name, own in zip(names, shares, strict=True)
    )
    return replace(report, sampled=Sampled(10_000, 0.0098, every, shares[0]))


def test_the_share_the_samples_and_their_error_come_first(
    report: Report, small: Knowledge, written: Written
) -> None:
    assert written(sure_section(report, small)).startswith(
        "How sure Alpha comes first in 92% of 10,000 samples of the weights and "
        "performances that answers and evidence leave open (± 0.52% at most)."
    )


def test_who_else_comes_first_stands_in_a_table(
    report: Report, small: Knowledge
) -> None:
    assert table(report, small) == [
        ["framework", "first", "second"],
        ["Alpha", "█████████·  92%", "8%"],
        ["Beta_2", "█·········   8%", "92%"],
    ]


def test_of_many_frameworks_those_that_are_ever_first_are_shown(
    report: Report, small: Knowledge
) -> None:
    rows = table(of_many(report, 0.9, 0.0, 0.07, 0.03, 0.0), small)
    assert rows[0] == ["framework", "first", "second", "third", "lower"]
    assert [row[0] for row in rows[1:]] == ["Alpha", "Beta_2", "Gamma", "Delta"]
    assert rows[3][1:] == ["█·········   7%", "0%", "0%", "93%"]
    few = table(of_many(report, 0.999, 0.0, 0.001, 0.0, 0.0), small)
    assert [row[0] for row in few[1:]] == ["Alpha", "Beta_2"]


def test_methods_that_agree_are_said_to(
    changed: Change, small: Knowledge, written: Written
) -> None:
    opinions = tuple(Opinion(each, ("alpha", "beta")) for each in Method)
    text = written(sure_section(changed(opinions=opinions), small))
    assert (
        "agree: Alpha is first by weighted product, TOPSIS and PROMETHEE too." in text
    )


def test_methods_that_disagree_are_told_apart(
    report: Report, small: Knowledge, written: Written
) -> None:
    assert (
        "do not all agree: first is Alpha by weighted product and TOPSIS; "
        "Beta_2 by PROMETHEE." in written(sure_section(report, small))
    )


def test_a_single_source_that_decides_is_named(
    report: Report, small: Knowledge, written: Written
) -> None:
    text = written(sure_section(report, small))
    assert "Leaving out the source s1 (Beta_2) alone would put another first." in text


def test_sources_and_criteria_that_decide_are_named_together(
    changed: Change, small: Knowledge, written: Written
) -> None:
    lost = Without("speed", "beta", -0.1)
    text = written(sure_section(changed(without_criterion=(lost,)), small))
    assert (
        "any one of these would put another first: the source s1 (Beta_2) and "
        "the criterion speed of [training] (Beta_2)." in text
    )


def test_what_hangs_on_nothing_single_says_so(
    changed: Change, small: Knowledge, written: Written
) -> None:
    report = changed(without_source=(Without("s1", "alpha", 0.1),))
    text = written(sure_section(report, small))
    assert "No single source and no single criterion decides" in text


def test_a_lead_without_a_noise_floor_is_not_compared(
    changed: Change, small: Knowledge, written: Written
) -> None:
    noise = Noise(2000, 0.3, 0.2, 0.01)
    assert "stands out" in written(sure_section(changed(noise=noise), small))
    assert "stand out" not in written(sure_section(changed(noise=None), small))


def test_the_thresholds_of_the_verdict_are_given(
    report: Report, small: Knowledge, written: Written
) -> None:
    text = written(sure_section(report, small))
    assert "The verdict is clear from 90% of the samples on" in text
    assert "a lead below 0.03 is a tie." in text


def test_without_a_challenge_one_line_says_so(
    report: Report, small: Knowledge, written: Written
) -> None:
    text = written(sure_section(replace(report, challenge=NOT_CHALLENGED), small))
    assert "Whether anything else would shake it was not tried in this run." in text
    assert "agree" not in text


def test_a_framework_without_rivals_is_measured_against_the_middle(
    some_reports: Mapping[str, Report], small: Knowledge, written: Written
) -> None:
    alone = replace(some_reports["alone"], not_judged=())
    text = written(sure_section(alone, small))
    assert (
        "Hard requirements leave nobody else: Alpha does better than the middle of the "
        "scales in 92% of 10,000 samples of the weights and performances that answers "
        "and evidence leave open. "
    ) in text
    assert "second" not in text
    assert "agree" not in text


def test_who_is_alone_because_of_silence_is_not_said_to_be_so_by_requirement(
    some_reports: Mapping[str, Report], small: Knowledge, written: Written
) -> None:
    text = written(sure_section(some_reports["alone"], small))
    assert "Nobody else could be judged: Alpha does better" in text


def test_without_samples_or_ranking_there_is_nothing_to_say(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    unsampled = replace(some_reports["clear"], sampled=NOT_SAMPLED)
    assert sure_section(unsampled, small) == ()
    assert sure_section(some_reports["nothing judged"], small) == ()


def test_in_chinese_no_english_is_left(
    report: Report, small_in_chinese: Knowledge, written: Written
) -> None:
    text = written(sure_section(report, small_in_chinese))
    assert text.startswith("有多大把握 在回答和证据所留余地之内")
    assert "first" not in text
