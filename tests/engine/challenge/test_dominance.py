"""Who is equalled or surpassed throughout."""

from hypothesis import given

from advisor.engine.challenge.dominance import dominated
from advisor.model.robustness import Dominated
from tests.engine.challenge.tables import Table, ranked, tables


def names_of(table: Table) -> list[tuple[str, tuple[str, ...]]]:
    ranking, _ = ranked(table, [1] * len(table[0]))
    return [(each.framework, each.by) for each in dominated(ranking)]


def test_who_is_as_good_everywhere_and_better_somewhere_dominates() -> None:
    assert names_of([[0.5, 0.5], [0.5, 0.4], [0.9, 0.1]]) == [("B", ("A",))]


def test_equals_do_not_dominate_each_other() -> None:
    assert names_of([[0.5, 0.5], [0.5, 0.5]]) == []


def test_a_gap_settles_nothing_between_the_ends_of_the_scale() -> None:
    assert names_of([[0.9, 0.9], [0.1, None]]) == []
    assert names_of([[0.9, None], [0.1, 0.1]]) == []
    assert names_of([[0.9, None], [0.1, None]]) == []


def test_a_gap_is_dominated_by_the_best_there_can_be_and_dominates_the_worst() -> None:
    assert names_of([[0.9, 1.0], [0.1, None]]) == [("B", ("A",))]
    assert names_of([[0.9, None], [0.1, 0.0]]) == [("B", ("A",))]


@given(tables())
def test_the_first_is_dominated_by_nobody_and_the_rest_only_by_those_ahead(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, _ = ranked(*drawn)
    order = [each.framework for each in ranking]
    scores = {each.framework: each.score.value for each in ranking}
    for each in dominated(ranking):
        assert all(scores[other] > scores[each.framework] for other in each.by)
        assert list(each.by) == sorted(each.by, key=order.index)


@given(tables(gaps=False))
def test_dominance_is_passed_on(drawn: tuple[Table, list[float]]) -> None:
    ranking, _ = ranked(*drawn)
    by = {each.framework: set(each.by) for each in dominated(ranking)}
    for own, others in by.items():
        assert all(by.get(other, set()) <= by[own] for other in others)


def test_a_lone_framework_is_dominated_by_nobody() -> None:
    ranking, _ = ranked([[0.1, 0.2]], [1, 1])
    assert dominated(ranking) == ()
    assert dominated(()) == ()


def test_all_who_dominate_are_named_in_the_order_of_the_ranking() -> None:
    ranking, _ = ranked([[0.1, 0.1], [0.5, 0.5], [0.9, 0.9]], [1, 1])
    assert dominated(ranking) == (
        Dominated("B", ("C",)),
        Dominated("A", ("C", "B")),
    )
