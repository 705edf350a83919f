"""Ranks: ties stay ties, and no third alternative turns two others round."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.rank import in_order, ranks

_scores = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.integers(0, 40).map(lambda step: step / 40),
    min_size=1,
)
_margin = st.sampled_from((0.0, 0.03, 0.1))


def test_ties_share_a_rank_whatever_the_order() -> None:
    for order in permutations([("ada", 0.5), ("bob", 0.7), ("eve", 0.5), ("zoe", 0.1)]):
        assert ranks(dict(order), 0.0) == {"bob": 1, "ada": 2, "eve": 2, "zoe": 4}


def test_the_same_number_computed_in_another_order_is_a_tie() -> None:
    assert ranks({"ada": 0.1 + 0.2, "bob": 0.3}, 0.0) == {"ada": 1, "bob": 1}
    assert in_order({"bob": 0.1 + 0.2, "ada": 0.3}) == ["ada", "bob"]


@pytest.mark.parametrize(("second", "rank"), [(0.57, 1), (0.5699, 2), (0.6, 1)])
def test_a_lead_of_no_more_than_the_margin_does_not_separate(
    second: float, rank: int
) -> None:
    assert ranks({"ada": 0.6, "bob": second}, 0.03)["bob"] == rank


def test_ties_do_not_chain() -> None:
    # Each is close to its neighbour, yet the last is clearly behind the first.
    found = ranks({"ada": 0.60, "bob": 0.58, "eve": 0.56}, 0.03)
    assert found == {"ada": 1, "bob": 1, "eve": 3}


def test_who_ties_with_the_best_that_is_left_shares_its_rank() -> None:
    scores = {"ada": 0.9, "bob": 0.6, "eve": 0.58, "ida": 0.57, "zoe": 0.55}
    expected = {"ada": 1, "bob": 2, "eve": 2, "ida": 2, "zoe": 5}
    assert ranks(scores, 0.03) == expected


def test_equal_scores_are_listed_by_name() -> None:
    assert in_order({"zoe": 0.5, "ada": 0.5, "bob": 0.9}) == ["bob", "ada", "zoe"]


def test_nothing_to_rank_is_no_error() -> None:
    assert ranks({}, 0.03) == {}
    assert in_order({}) == []


@given(_scores, _margin)
def test_a_clearly_higher_score_has_a_better_rank_and_ranks_never_contradict_scores(
    scores: dict[str, float], margin: float
) -> None:
    found = ranks(scores, margin)
    for one in scores:
        for other in scores:
            if scores[one] - scores[other] > margin + 1e-6:
                assert found[one] < found[other]
            if scores[one] >= scores[other]:
                assert found[one] <= found[other]


@given(_scores, _margin, st.data())
def test_taking_one_away_never_turns_two_others_round(
    scores: dict[str, float], margin: float, data: st.DataObject
) -> None:
    gone = data.draw(st.sampled_from(sorted(scores)))
    rest = {name: own for name, own in scores.items() if name != gone}
    assert in_order(rest) == [name for name in in_order(scores) if name != gone]
    before, after = ranks(scores, margin), ranks(rest, margin)
    for one in rest:
        for other in rest:
            if before[one] < before[other]:
                assert after[one] <= after[other]


@given(_scores, _margin)
def test_the_first_in_order_always_has_rank_one(
    scores: dict[str, float], margin: float
) -> None:
    assert ranks(scores, margin)[in_order(scores)[0]] == 1
