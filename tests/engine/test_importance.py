from dataclasses import replace
from itertools import permutations
from math import exp, fsum, inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.importance import Comparisons, consistency, importance, weights

# Buying a car (Rezaei 2016, Omega 64:126-130): price is best, style is worst.
CAR = ("quality", "price", "comfort", "safety", "style")
AGREEING = ((2, 1, 4, 2, 8), (4, 8, 2, 4, 1))
DIFFERING = ((2, 1, 4, 3, 8), (4, 8, 2, 3, 1))

TIMES = st.integers(1, 9)


def said(direct: int, *others: tuple[int, int]) -> Comparisons:
    """Return comparisons: best to worst, then of each other one from best and to worst."""
    names = [f"c{number}" for number in range(len(others))]
    from_best = {each: pair[0] for each, pair in zip(names, others, strict=True)}
    to_worst = {each: pair[1] for each, pair in zip(names, others, strict=True)}
    return Comparisons("best", "worst", {**from_best, "worst": direct}, to_worst)


def car(example: tuple[tuple[int, ...], tuple[int, ...]]) -> Comparisons:
    from_price, to_style = (dict(zip(CAR, each, strict=True)) for each in example)
    del from_price["price"], to_style["price"], to_style["style"]
    return Comparisons("price", "style", from_price, to_style)


def backwards(judged: Comparisons) -> Comparisons:
    """Return the same comparisons in the opposite order."""
    return replace(
        judged,
        best_to_others=dict([*judged.best_to_others.items()][::-1]),
        others_to_worst=dict([*judged.others_to_worst.items()][::-1]),
    )


judgements = st.builds(
    lambda direct, others: said(direct, *others),
    TIMES,
    st.lists(st.tuples(TIMES, TIMES), min_size=1, max_size=5),
)


@st.composite
def agreeing(draw: st.DrawFn) -> tuple[Comparisons, dict[str, float]]:
    """Draw whole weights and the comparisons that follow from them without rounding."""
    direct = draw(TIMES)
    divisors = [each for each in range(1, direct + 1) if direct % each == 0]
    rest = draw(st.lists(st.sampled_from(divisors), min_size=1, max_size=5))
    judged = said(direct, *((direct // each, each) for each in rest))
    whole = {"best": direct, "worst": 1} | dict(
        zip(judged.others_to_worst, rest, strict=True)
    )
    return judged, {each: size / sum(whole.values()) for each, size in whole.items()}


def test_the_published_comparisons_that_agree_give_the_published_weights() -> None:
    published = (0.2105, 0.4211, 0.1053, 0.2105, 0.0526)
    found = weights(car(AGREEING))
    assert [found[each] for each in CAR] == pytest.approx(published, abs=5e-5)
    assert consistency(car(AGREEING)).ratio == 0


def test_the_published_comparisons_that_differ_give_weights_within_the_published_bounds() -> (
    None
):
    bounds = {
        "quality": (0.2145, 0.2289),
        "price": (0.4461, 0.4571),
        "comfort": (0.1085, 0.1176),
        "safety": (0.1563, 0.1602),
        "style": (0.0548, 0.0561),
    }
    found = weights(car(DIFFERING))
    assert [each for each in CAR if not bounds[each][0] <= found[each]] == []
    assert [each for each in CAR if not found[each] <= bounds[each][1]] == []


def test_the_ratio_of_the_published_comparisons_is_that_of_safety() -> None:
    found = consistency(car(DIFFERING))
    assert found.ratio == pytest.approx((3 * 3 - 8) / (8 * 8 - 8))
    assert (found.weakest, found.threshold) == ("safety", 0.2958)
    assert found.acceptable


@pytest.mark.parametrize("worst", [(9, 9), (1, 1)])
def test_the_worst_possible_comparisons_have_ratio_one(worst: tuple[int, int]) -> None:
    found = consistency(said(9, worst, (3, 3)))
    assert (found.ratio, found.weakest) == (1, "c0")
    assert not found.acceptable


def test_a_way_that_is_too_short_counts_like_one_as_many_times_too_long() -> None:
    assert consistency(said(6, (1, 3))).ratio == consistency(said(6, (4, 3))).ratio


@given(judgements)
def test_the_ratio_is_that_of_the_paper_where_the_way_is_too_long_and_never_less(
    judged: Comparisons,
) -> None:
    direct, most = judged.best_to_worst, judged.best_to_worst**2 - judged.best_to_worst
    products = [
        judged.best_to_others[each] * times
        for each, times in judged.others_to_worst.items()
    ]
    if most:
        published = max(abs(each - direct) for each in products) / most
        assert consistency(judged).ratio >= published - 1e-12
        if min(products) >= direct:
            assert consistency(judged).ratio == pytest.approx(published)


@pytest.mark.parametrize(
    ("direct", "criteria", "published"),
    [(3, 3, 0.1667), (4, 3, 0.1121), (9, 3, 0.1359), (7, 7, 0.3144), (9, 9, 0.3662)],
)
def test_the_threshold_is_the_published_one(
    direct: int, criteria: int, published: float
) -> None:
    judged = said(direct, *((direct, 1),) * (criteria - 2))
    assert consistency(judged).threshold == published


def test_a_ratio_just_at_the_threshold_is_acceptable() -> None:
    assert consistency(said(3, (2, 2))).acceptable
    assert not consistency(said(4, (1, 2))).acceptable


@pytest.mark.parametrize("direct", [1, 2])
def test_next_to_no_difference_of_best_and_worst_only_full_agreement_is_acceptable(
    direct: int,
) -> None:
    assert consistency(said(direct, (1, direct))).acceptable
    assert not consistency(said(direct, (2, 2))).acceptable


def test_a_difference_within_what_counts_the_same_is_beyond_any_ratio() -> None:
    assert consistency(said(1, (1, 1), (1, 3))).ratio == inf


def test_of_equally_bad_comparisons_the_first_by_name_is_the_weakest() -> None:
    judged = said(8, (4, 4), (4, 4))
    assert consistency(judged).weakest == "c0"
    assert consistency(backwards(judged)).weakest == "c0"


@given(agreeing())
def test_comparisons_that_agree_give_back_the_weights_they_came_from(
    drawn: tuple[Comparisons, dict[str, float]],
) -> None:
    judged, shares = drawn
    assert weights(judged) == pytest.approx(shares)
    assert consistency(judged).ratio == 0


@given(judgements)
def test_weights_are_positive_and_sum_to_one(judged: Comparisons) -> None:
    found = weights(judged)
    assert set(found) == {"best", *judged.best_to_others}
    assert min(found.values()) > 0
    assert fsum(found.values()) == pytest.approx(1)


@given(judgements, st.data())
def test_no_other_weights_are_nearer_to_what_was_said(
    judged: Comparisons, data: st.DataObject
) -> None:
    found = weights(judged)
    moved = data.draw(st.sampled_from(sorted(found)))
    factor = exp(data.draw(st.floats(-2, 2)))
    other = found | {moved: found[moved] * factor}
    assert misfit(judged, found) <= misfit(judged, other) + 1e-9


def misfit(judged: Comparisons, shares: dict[str, float]) -> float:
    """Return the sum of squared differences of the logarithms."""
    best, worst = shares[judged.best], shares[judged.worst]
    return fsum(
        [
            *(
                log(best / shares[each] / n) ** 2
                for each, n in judged.best_to_others.items()
            ),
            *(
                log(shares[each] / worst / n) ** 2
                for each, n in judged.others_to_worst.items()
            ),
        ]
    )


@given(judgements)
def test_the_order_of_the_criteria_changes_nothing(judged: Comparisons) -> None:
    assert weights(backwards(judged)) == weights(judged)
    assert consistency(backwards(judged)) == consistency(judged)


def test_the_names_of_the_criteria_change_no_weight() -> None:
    pairs = ((2, 4), (5, 3), (9, 1))
    found = weights(said(7, *pairs))
    for places in permutations(range(3)):
        shuffled = weights(said(7, *(pairs[place] for place in places)))
        assert [shuffled[f"c{n}"] for n in range(3)] == pytest.approx(
            [found[f"c{place}"] for place in places]
        )


@given(judgements, st.data())
def test_raising_a_criterion_over_the_worst_raises_its_weight(
    judged: Comparisons, data: st.DataObject
) -> None:
    raised = data.draw(st.sampled_from(sorted(judged.others_to_worst)))
    more = judged.others_to_worst[raised] + 1
    after = replace(judged, others_to_worst={**judged.others_to_worst, raised: more})
    assert weights(after)[raised] > weights(judged)[raised]


@given(judgements, st.data())
def test_raising_the_best_over_a_criterion_raises_the_best_and_lowers_the_other(
    judged: Comparisons, data: st.DataObject
) -> None:
    lowered = data.draw(st.sampled_from(sorted(judged.best_to_others)))
    more = judged.best_to_others[lowered] + 1
    after = replace(judged, best_to_others={**judged.best_to_others, lowered: more})
    assert weights(after)["best"] > weights(judged)["best"]
    assert weights(after)[lowered] < weights(judged)[lowered]


@given(judgements)
def test_the_ratio_is_bounded_where_the_best_and_the_worst_are_what_they_are_called(
    judged: Comparisons,
) -> None:
    direct = judged.best_to_worst
    others = {*judged.best_to_others.values(), *judged.others_to_worst.values()}
    if max(others) <= direct:
        assert 0 <= consistency(judged).ratio <= 1


@given(judgements, st.floats(0.5, 10))
def test_importance_runs_up_to_the_given_most_in_proportion_to_the_weights(
    judged: Comparisons, most: float
) -> None:
    found, shares = importance(judged, most), weights(judged)
    assert max(found.values()) == pytest.approx(most)
    total = fsum(found.values())
    assert {each: size / total for each, size in found.items()} == pytest.approx(shares)


def test_the_best_of_agreeing_comparisons_gets_the_most() -> None:
    assert importance(car(AGREEING), 6)["price"] == 6
    assert importance(car(AGREEING), 6)["style"] == pytest.approx(6 / 8)
