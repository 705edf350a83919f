"""Rules that nearly fired: what a single test with another outcome would have done."""

from collections.abc import Callable
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

import advisor.model.condition as model
from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import Facts
from advisor.engine.fire import fire, flags
from advisor.engine.near import near_misses
from advisor.model.condition import (
    All,
    Any_,
    Condition,
    In,
    Includes,
    Is,
    Not,
    Test,
)
from advisor.model.report import NearMiss, Unmet
from advisor.model.rule import Rule

_NAMES = ("q1", "q2", "q3")
_leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.sampled_from(_NAMES), st.sampled_from("ab")),
    st.builds(In, st.sampled_from(_NAMES), st.just(("a", "b"))),
    st.builds(Includes, st.sampled_from(_NAMES), st.sampled_from([("a",), ("b", "c")])),
)


def _larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several), st.builds(Any_, several), st.builds(Not, parts)
    )


_conditions = st.recursive(_leaves, _larger, max_leaves=6)
_facts = st.dictionaries(st.sampled_from(_NAMES), st.sampled_from("abc"))

A, B = Is("q1", "a"), Is("q2", "b")


def unmet(rule: Rule, facts: Facts) -> list[Unmet]:
    return [each.unmet for each in near_misses([rule], facts)]


def test_a_test_that_is_false_or_unanswered_is_all_that_keeps_a_rule_from_firing(
    a_rule: Callable[..., Rule],
) -> None:
    rule = a_rule("r1", All((A, B)))
    assert unmet(rule, {"q1": "a", "q2": "a"}) == [Unmet(B, known=True)]
    assert unmet(rule, {"q1": "a"}) == [Unmet(B, known=False)]


def test_a_rule_that_lacks_two_tests_is_not_near(a_rule: Callable[..., Rule]) -> None:
    assert unmet(a_rule("r1", All((A, B))), {"q1": "b"}) == []


def test_a_rule_that_fires_is_not_near(a_rule: Callable[..., Rule]) -> None:
    assert unmet(a_rule("r1", Any_((A, B))), {"q1": "a"}) == []


def test_every_test_that_would_do_alone_is_told_in_the_order_of_the_condition(
    a_rule: Callable[..., Rule],
) -> None:
    assert unmet(a_rule("r1", Any_((B, A))), {"q1": "b"}) == [
        Unmet(B, known=False),
        Unmet(A, known=True),
    ]


def test_under_a_negation_it_is_the_test_that_must_not_hold(
    a_rule: Callable[..., Rule],
) -> None:
    rule = a_rule("r1", Not(A))
    assert unmet(rule, {"q1": "a"}) == [Unmet(A, known=True, negated=True)]
    assert unmet(rule, {}) == [Unmet(A, known=False, negated=True)]


def test_a_test_that_stands_twice_comes_out_alike_in_both_places(
    a_rule: Callable[..., Rule],
) -> None:
    assert unmet(a_rule("r1", All((A, Any_((A, B))))), {}) == [Unmet(A, known=False)]
    assert unmet(a_rule("r1", All((A, Not(A)))), {"q1": "a"}) == []


def test_a_flag_counts_as_a_fact(a_rule: Callable[..., Rule]) -> None:
    flag = Is("f1", "true")
    setter, reader = a_rule("r1", A, derive=("f1",)), a_rule("r2", All((flag, B)))
    known = {"q1": "a", **flags(fire([setter, reader], {"q1": "a"}))}
    assert near_misses([setter, reader], known) == (
        NearMiss("r2", Unmet(B, known=False)),
    )
    assert NearMiss("r2", Unmet(flag, known=False)) in near_misses(
        [setter, reader], {"q2": "b"}
    )


def test_the_order_of_the_rules_does_not_matter(a_rule: Callable[..., Rule]) -> None:
    rules = [a_rule("r3", A), a_rule("r1", B), a_rule("r2", Any_((A, B)))]
    first, *rest = (near_misses(order, {}) for order in permutations(rules))
    assert [each.rule for each in first] == ["r1", "r2", "r2", "r3"]
    assert all(each == first for each in rest)


@given(_conditions, _facts)
def test_brute_force_over_all_outcomes_of_the_tests_agrees(
    a_rule: Callable[..., Rule], condition: Condition, facts: Facts
) -> None:
    """Every way the tests can come out that differs from the real one in one place."""
    now = {each: evaluate(each, facts) for each in model.tests(condition)}
    fires = _value(condition, now) is Truth.TRUE
    expected = {
        (test, now[test] is not Truth.UNKNOWN, outcome is Truth.FALSE)
        for test in now
        for outcome in (Truth.TRUE, Truth.FALSE)
        if not fires and _value(condition, {**now, test: outcome}) is Truth.TRUE
    }
    found = unmet(a_rule("r1", condition), facts)
    assert {(each.test, each.known, each.negated) for each in found} == expected
    assert len(found) == len(expected)


def _value(condition: Condition, outcomes: dict[Test, Truth]) -> Truth:
    """Return the truth by the strong tables of Kleene, as the least and the greatest."""
    order = (Truth.FALSE, Truth.UNKNOWN, Truth.TRUE)
    match condition:
        case All(parts):
            return min(
                (_value(part, outcomes) for part in parts),
                key=order.index,
                default=Truth.TRUE,
            )
        case Any_(parts):
            return max(
                (_value(part, outcomes) for part in parts),
                key=order.index,
                default=Truth.FALSE,
            )
        case Not(part):
            return order[2 - order.index(_value(part, outcomes))]
        case Is() | In() | Includes():
            return outcomes[condition]
