"""A score is its own explanation: the totals follow from the parts."""

from dataclasses import replace

import pytest

from advisor.model.performance import Gap, Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.score import Contribution, OpenShare, Score

CELL = Known(0.8, 0.6, 0.9, ())
KNOWN = Contribution("c1", 0.75, 0.8, 0.6, 0.9, CELL)
OPEN = OpenShare("c2", 0.25, 0.5, Gap("silence"))
BOTH = Score((KNOWN,), (OPEN,))


def test_a_contribution_is_weight_times_value() -> None:
    assert KNOWN.amount == pytest.approx(0.6)


def test_a_gap_counts_its_neutral_value_and_opens_the_whole_scale() -> None:
    assert BOTH.value == pytest.approx(0.75 * 0.8 + 0.25 * 0.5)
    assert BOTH.low == pytest.approx(0.75 * 0.6)
    assert BOTH.high == pytest.approx(0.75 * 0.9 + 0.25)


def test_errors_of_known_cells_add_up_as_squares_and_gaps_in_full() -> None:
    parts = (
        Contribution("c1", 0.5, 0.5, 0.2, 0.9, CELL),
        Contribution("c2", 0.25, 0.5, 0.1, 0.7, CELL),
    )
    own = Score(parts, (OpenShare("c3", 0.25, 0.5, Gap("silence")),))
    down, up = ((0.15**2 + 0.1**2) ** 0.5, (0.2**2 + 0.05**2) ** 0.5)
    assert (own.low, own.high) == pytest.approx((0.375 - down, 0.625 + up))


def test_coverage_is_the_weight_that_rests_on_evidence() -> None:
    assert BOTH.coverage == 0.75
    assert Score((), (OPEN,)).coverage == 0


def test_a_gap_adds_its_neutral_middle() -> None:
    assert BOTH.amounts[OPEN.criterion] == pytest.approx(OPEN.weight * OPEN.value)
    assert sum(BOTH.amounts.values()) == pytest.approx(BOTH.value)


def test_an_empty_score_is_all_zero_and_covers_nothing() -> None:
    empty = Score((), ())
    assert (empty.value, empty.low, empty.high, empty.coverage) == (0, 0, 0, 0)


def test_a_lead_is_told_criterion_by_criterion_gaps_included() -> None:
    behind = replace(KNOWN, value=0.6), replace(OPEN, value=0.1)
    lead = BOTH.lead_over(Score(behind[:1], behind[1:]))
    assert lead == {"c1": pytest.approx(0.75 * 0.2), "c2": pytest.approx(0.25 * 0.4)}
    assert set(BOTH.lead_over(BOTH).values()) == {0}


def test_a_score_names_everything_that_was_heard_for_it() -> None:
    first, second = Said("k1", "s1", 0.8, 1.0), Said("k2", "s1", 0.2, 0.5)
    parts = (
        replace(KNOWN, performance=replace(CELL, testimonies=(first, second))),
        replace(KNOWN, criterion="c3", performance=replace(CELL, testimonies=(first,))),
    )
    assert Score(parts, (OPEN,)).testimonies == (first, second, first)
    assert Score((), (OPEN,)).testimonies == ()
