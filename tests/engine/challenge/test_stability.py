"""Between which weights the first stays first: every bound is tried from both sides."""

from collections.abc import Sequence

import pytest
from hypothesis import given

from advisor.engine.challenge.stability import stable_weights
from advisor.engine.rank import in_order
from advisor.model.report import Ranked, Weighting
from advisor.model.robustness import StableWeight
from tests.engine.challenge.tables import Table, ranked, tables

STEP = 1e-5


def scores_at(
    ranking: Sequence[Ranked],
    weighting: Sequence[Weighting],
    criterion: str,
    weight: float,
) -> dict[str, float]:
    """Score anew with one weight moved and the others in proportion."""
    others = sum(each.weight for each in weighting if each.criterion != criterion)
    moved = {
        each.criterion: each.weight * (1 - weight) / others if others else 1.0
        for each in weighting
    } | ({criterion: weight} if others else {})
    return {
        own.framework: sum(
            moved[name] * amount / dict_of(weighting)[name]
            for name, amount in own.score.amounts.items()
        )
        for own in ranking
    }


def dict_of(weighting: Sequence[Weighting]) -> dict[str, float]:
    return {each.criterion: each.weight for each in weighting}


def lead(scores: dict[str, float], framework: str) -> float:
    others = [score for each, score in scores.items() if each != framework]
    return scores[framework] - max(others, default=scores[framework])


@given(tables())
def test_inside_of_the_interval_the_first_keeps_the_highest_score(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    for each in stable_weights(ranking, weighting):
        assert 0 <= each.low <= each.weight <= each.high <= 1
        for share in (0.0, 0.01, 0.5, 0.99, 1.0):
            weight = each.low + share * (each.high - each.low)
            scores = scores_at(ranking, weighting, each.criterion, weight)
            assert lead(scores, ranking[0].framework) > -1e-9


@given(tables())
def test_just_beyond_a_bound_the_framework_named_there_comes_first(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    for each in stable_weights(ranking, weighting):
        for bound, name, end in (
            (each.low - STEP, each.under, 0.0),
            (each.high + STEP, each.over, 1.0),
        ):
            if name:
                scores = scores_at(ranking, weighting, each.criterion, bound)
                assert in_order(scores)[0] == name != ranking[0].framework
            else:
                assert end in (each.low, each.high)


@given(tables())
def test_there_is_one_interval_for_each_criterion_and_the_narrowest_comes_first(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    found = stable_weights(ranking, weighting)
    assert {each.criterion for each in found} == dict_of(weighting).keys()
    rooms = [room(each) for each in found]
    assert rooms == sorted(rooms)


def room(own: StableWeight) -> float:
    bounds = [
        abs(own.weight - bound)
        for bound, name in ((own.low, own.under), (own.high, own.over))
        if name
    ]
    return min(bounds, default=2.0)


def test_a_bound_is_where_two_lines_meet() -> None:
    """A scores 0.8 t + 0.5 (1 - t), B 0.2 t + 0.7 (1 - t): level at t = 1/4."""
    ranking, weighting = ranked([[0.8, 0.5], [0.2, 0.7]], [1, 1])
    first, second = stable_weights(ranking, weighting)
    assert (first.criterion, first.under, first.over) == ("a", "B", "")
    assert (first.low, first.high) == pytest.approx((0.25, 1))
    assert (second.criterion, second.under, second.over) == ("b", "", "B")
    assert (second.low, second.high) == pytest.approx((0, 0.75))


def test_with_no_lead_there_is_no_room_on_the_side_on_which_the_rival_gains() -> None:
    ranking, weighting = ranked([[0.4, 0.6], [0.6, 0.4]], [1, 1])
    own = next(e for e in stable_weights(ranking, weighting) if e.criterion == "a")
    assert (own.low, own.high, own.under, own.over) == (0, 0.5, "", "B")


def test_of_rivals_that_draw_level_together_the_steepest_comes_first() -> None:
    table = [[0.0, 0.8], [0.4, 0.4], [0.8, 0.0]]
    ranking, weighting = ranked(table, [1, 3])
    own = next(e for e in stable_weights(ranking, weighting) if e.criterion == "a")
    assert own.high == pytest.approx(0.5)
    assert own.over == "C"


def test_equals_stay_equal_whatever_the_weights() -> None:
    ranking, weighting = ranked([[0.4, 0.6], [0.4, 0.6]], [1, 1])
    for each in stable_weights(ranking, weighting):
        assert (each.low, each.high, each.under, each.over) == (0, 1, "", "")


@pytest.mark.parametrize("table", [[[0.4]], [[0.4], [0.2]], [[0.4], [0.4]]])
def test_a_single_criterion_has_no_other_weight(table: Table) -> None:
    (own,) = stable_weights(*ranked(table, [2]))
    assert own == StableWeight("a", 1.0, 0.0, 1.0, "", "")


def test_nobody_can_overtake_a_lone_framework() -> None:
    found = stable_weights(*ranked([[0.4, 0.6]], [1, 3]))
    assert [(e.low, e.high, e.under, e.over) for e in found] == [(0, 1, "", "")] * 2


def test_without_a_ranking_nothing_is_stable() -> None:
    assert stable_weights((), ranked([[0.4]], [1])[1]) == ()
