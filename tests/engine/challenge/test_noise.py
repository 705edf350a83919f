"""Leads of chance."""

from itertools import permutations, product

import pytest
from hypothesis import given

from advisor.engine.challenge.noise import noise
from tests.engine.challenge.tables import Table, ranked, tables


def test_every_way_to_deal_the_cells_is_as_likely_as_the_others() -> None:
    """Of the 36 ways to deal two columns of three, counted out one by one."""
    table = [[0.9, 0.8], [0.5, 0.4], [0.1, 0.3]]
    ranking, weighting = ranked(table, [2, 1])
    leads = []
    for one, other in product(permutations((0.9, 0.5, 0.1)), permutations((8, 4, 3))):
        scores = sorted((2 * a + b / 10) / 3 for a, b in zip(one, other, strict=True))
        leads.append(scores[-1] - scores[-2])
    found = noise(ranking, weighting)
    assert found is not None
    as_large = sum(each >= found.lead - 1e-9 for each in leads) / len(leads)
    assert found.lead == pytest.approx(0.4)
    assert found.reached == pytest.approx(as_large, abs=0.04)
    assert found.floor == pytest.approx(sorted(leads)[int(0.95 * len(leads))], abs=1e-9)


@given(tables(least=2))
def test_the_floor_is_exceeded_by_one_shuffle_in_twenty_at_most(
    drawn: tuple[Table, list[float]],
) -> None:
    found = noise(*ranked(*drawn))
    if found is None:
        assert len(drawn[1]) == 1
        return
    assert found.lead >= -1e-9
    assert found.floor >= 0
    assert found.reached >= 0.05 or found.lead >= found.floor - 1e-9
    assert found.reached <= 0.05 or found.lead <= found.floor + 1e-9


@given(tables(least=2))
def test_the_same_ranking_gives_the_same_noise(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    assert noise(ranking, weighting) == noise(ranking, weighting)


def test_a_framework_that_is_best_throughout_stands_out_from_the_noise() -> None:
    table = [[0.9] * 6, *([0.5, 0.4, 0.6, 0.5, 0.4, 0.6],) * 4]
    found = noise(*ranked(table, [1] * 6))
    assert found is not None
    assert found.reached < 0.01
    assert found.lead > 2 * found.floor


def test_equals_never_rise_above_the_noise() -> None:
    found = noise(*ranked([[0.4, 0.6], [0.4, 0.6]], [1, 1]))
    assert found is not None
    assert (found.lead, found.floor, found.reached) == (0, 0, 1)


@pytest.mark.parametrize("table", [[], [[0.4, 0.6]]])
def test_without_a_second_there_is_no_lead_to_compare(table: Table) -> None:
    assert noise(*ranked(table, [1, 1])) is None


def test_with_one_criterion_every_deal_is_the_same_but_for_the_names() -> None:
    assert noise(*ranked([[0.4], [0.9]], [1])) is None
