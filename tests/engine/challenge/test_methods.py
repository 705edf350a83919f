"""Other ways to one order, on the same fixed scales."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.challenge.dominance import dominated
from advisor.engine.challenge.methods import (
    METHODS,
    opinions,
    promethee,
    topsis,
    weighted_product,
)
from advisor.engine.challenge.values import values_of, weights_of
from advisor.model.robustness import Method
from tests.engine.challenge.tables import Table, ranked, tables

Judge = Callable[..., np.ndarray]
ALONE = [weighted_product, topsis]


def orders_of(table: Table, importance: list[float]) -> dict[Method, tuple[str, ...]]:
    return {each.method: each.order for each in opinions(*ranked(table, importance))}


@given(tables())
def test_every_method_orders_all_that_are_ranked(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    found = opinions(ranking, weighting)
    assert [each.method for each in found] == list(Method)
    for each in found:
        assert set(each.order) == {own.framework for own in ranking}


@given(tables(gaps=False))
def test_no_method_puts_a_dominated_framework_before_one_that_dominates_it(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    for each, own in product(opinions(ranking, weighting), dominated(ranking)):
        place = each.order.index(own.framework)
        assert all(each.order.index(other) < place for other in own.by), each.method


@given(tables(least=2), st.data())
def test_the_order_in_which_frameworks_and_criteria_stand_decides_nothing(
    drawn: tuple[Table, list[float]], data: st.DataObject
) -> None:
    ranking, weighting = ranked(*drawn)
    others = data.draw(st.permutations(ranking)), data.draw(st.permutations(weighting))
    assert opinions(*others) == opinions(ranking, weighting)


@pytest.mark.parametrize("judge", ALONE)
@given(drawn=tables(least=2))
def test_a_method_that_judges_each_by_itself_never_reorders_the_rest(
    judge: Judge, drawn: tuple[Table, list[float]]
) -> None:
    values, weights = values_of(*ranked(*drawn)), weights_of(ranked(*drawn)[1])
    assert judge(values[1:], weights) == pytest.approx(judge(values, weights)[1:])


def test_one_bad_value_weighs_more_in_the_product_than_in_the_sum() -> None:
    table = [[0.95, 0.95, 0.05], [0.6, 0.6, 0.6]]
    assert ranked(table, [1, 1, 1])[0][0].framework == "A"
    assert orders_of(table, [1, 1, 1])[Method.WEIGHTED_PRODUCT] == ("B", "A")


def test_a_zero_is_as_good_as_a_veto_in_the_product() -> None:
    table = [[1.0, 1.0, 1.0, 0.0], [0.02, 0.02, 0.02, 0.02]]
    assert orders_of(table, [1] * 4)[Method.WEIGHTED_PRODUCT] == ("B", "A")


def test_promethee_counts_how_often_and_not_by_how_much() -> None:
    table = [[1.0, 0.5, 0.5], [0.4, 0.55, 0.55]]
    assert ranked(table, [1, 1, 1])[0][0].framework == "A"
    assert orders_of(table, [1, 1, 1])[Method.PROMETHEE] == ("B", "A")


def test_topsis_runs_from_nought_to_one() -> None:
    values = np.array([[1.0, 1.0], [0.0, 0.0], [0.5, 0.5]])
    assert topsis(values, np.array([0.3, 0.7])).tolist() == [1.0, 0.0, 0.5]


@given(tables())
def test_net_flows_sum_to_nothing_and_lie_between_minus_one_and_one(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    flows = promethee(values_of(ranking, weighting), weights_of(weighting))
    assert sum(flows) == pytest.approx(0, abs=1e-9)
    assert max(abs(flows)) <= 1 + 1e-9


def test_equals_stand_in_alphabetical_order() -> None:
    table = [[0.5, 0.2], [0.9, 0.6], [0.5, 0.2]]
    assert set(orders_of(table, [1, 1]).values()) == {("B", "A", "C")}


def test_there_is_one_function_for_each_method() -> None:
    assert list(METHODS) == list(Method)


def test_of_nobody_there_is_no_opinion() -> None:
    assert opinions((), ranked([[0.4]], [1])[1]) == ()
