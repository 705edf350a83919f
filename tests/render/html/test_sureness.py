from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, NOT_SAMPLED, Report
from advisor.model.robustness import Acceptability, NeverFirst, Sampled
from advisor.render.html.sureness import bands, stacks


def test_each_framework_has_a_bar_of_its_ranks(
    report: Report, small: Knowledge
) -> None:
    alpha, beta = stacks(report, small)
    assert (alpha.name, alpha.ranks) == ("Alpha", ("92.3%", "7.7%"))
    assert (beta.name, beta.ranks) == ("Beta_2", ("7.7%", "92.3%"))


@given(st.lists(st.integers(0, 9), min_size=2, max_size=12).filter(any))
def test_the_parts_of_a_bar_follow_each_other_and_fill_it(
    report: Report, small: Knowledge, counts: list[int]
) -> None:
    ranks = tuple(each / sum(counts) for each in counts)
    own = Sampled(100, 0.01, (Acceptability("alpha", ranks, NeverFirst()),))
    (stack,) = stacks(replace(report, sampled=own), small)
    end = 0.0
    for segment in stack.segments:
        assert segment.start == pytest.approx(end)
        assert segment.share == ranks[segment.rank - 1] > 0
        end = segment.start + segment.share
    assert end == pytest.approx(1)


def test_a_part_without_room_has_no_number(report: Report, small: Knowledge) -> None:
    ranks = (0.95, 0.05)
    own = Sampled(100, 0.01, (Acceptability("alpha", ranks, NeverFirst()),))
    (stack,) = stacks(replace(report, sampled=own), small)
    assert [each.legible for each in stack.segments] == [True, False]


def test_weights_that_may_not_move_freely_are_drawn_least_room_first(
    report: Report, small: Knowledge
) -> None:
    tools, docs = bands(report, small)
    assert (tools.title, tools.low, tools.high) == ("Tools", 0.04, 1.0)
    assert (tools.under, tools.over) == ("Beta_2", "")
    assert (docs.title, docs.under, docs.over) == ("Documentation", "", "Beta_2")


def test_what_was_not_computed_is_not_drawn(report: Report, small: Knowledge) -> None:
    own = replace(report, sampled=NOT_SAMPLED, challenge=NOT_CHALLENGED)
    assert stacks(own, small) == ()
    assert bands(own, small) == ()
