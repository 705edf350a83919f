"""What an answer tells, against entropies worked out by hand."""

from math import log, log2

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.completions.information import Outcomes

codes = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), min_size=1)


def told(pairs: list[tuple[int, int]]) -> float:
    answers, outcomes = np.array(pairs).T
    return Outcomes(outcomes).told_by(answers)


def spread(counts: dict[tuple[int, int], int]) -> list[tuple[int, int]]:
    return [pair for pair, count in counts.items() for _ in range(count)]


def test_an_answer_that_settles_everything_tells_the_whole_entropy() -> None:
    # 2 pairs occur, 2 answers, 2 outcomes: 2 - 2 - 2 + 1 = -1 is taken off.
    pairs = spread({(0, 0): 500, (1, 1): 500})
    assert told(pairs) == pytest.approx(1 + 1 / (2000 * log(2)))


def test_an_answer_that_settles_some_tells_some() -> None:
    pairs = spread({(0, 0): 400, (0, 1): 100, (1, 1): 500})
    outcomes = -0.4 * log2(0.4) - 0.6 * log2(0.6)
    after = 0.5 * (-0.8 * log2(0.8) - 0.2 * log2(0.2))
    assert told(pairs) == pytest.approx(outcomes - after)  # 3 - 2 - 2 + 1 = 0


def test_what_counting_adds_is_taken_off() -> None:
    # All 4 pairs occur: 4 - 2 - 2 + 1 = 1 over twice the completions, in bits.
    pairs = spread({(0, 0): 300, (0, 1): 200, (1, 0): 200, (1, 1): 300})
    plain = 1 + 0.6 * log2(0.6) + 0.4 * log2(0.4)
    assert told(pairs) == pytest.approx(plain - 1 / (2000 * log(2)))


def test_independent_answers_tell_nothing() -> None:
    assert told(spread({(a, o): 7 for a in range(3) for o in range(4)})) == 0


def test_chance_alone_tells_next_to_nothing() -> None:
    random = np.random.default_rng(1)
    outcomes = Outcomes(random.integers(0, 8, 5000))
    found = [outcomes.told_by(random.integers(0, 30, 5000)) for _ in range(20)]
    # Without the correction each would be above 0.02.
    assert max(found) < 0.02
    assert np.mean(found) < 0.005


def test_one_answer_and_one_outcome_tell_nothing() -> None:
    assert told([(2, 3)] * 9) == 0
    assert told([(0, 0), (1, 0), (2, 0)]) == 0


@given(codes)
def test_the_order_of_the_completions_is_nothing_to_it(
    pairs: list[tuple[int, int]],
) -> None:
    again = sorted(pairs)
    assert told(again) == pytest.approx(told(pairs), abs=1e-12)
    assert told(pairs) >= 0


@given(codes)
def test_the_names_of_answers_and_outcomes_are_nothing_to_it(
    pairs: list[tuple[int, int]],
) -> None:
    renamed = [(5 - answer, 2 * outcome) for answer, outcome in pairs]
    assert told(renamed) == pytest.approx(told(pairs), abs=1e-12)
