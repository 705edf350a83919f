"""Three-valued logic: an absent answer is unknown, and knowing more never unsays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import Facts
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.question import Answer

FACTS = ("q1", "q2", "q3", "q4")
VALUES = ("a", "b", "true", "false")

answers: st.SearchStrategy[Answer] = st.one_of(
    st.sampled_from(VALUES),
    st.lists(st.sampled_from(VALUES), unique=True).map(tuple),
    st.booleans(),
)
facts = st.dictionaries(st.sampled_from(FACTS), answers)
_fact = st.sampled_from(FACTS)
_values = st.lists(st.sampled_from(VALUES), min_size=1, max_size=3).map(tuple)
_leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, _fact, st.sampled_from(VALUES)),
    st.builds(In, _fact, _values),
    st.builds(Includes, _fact, _values),
)


def _larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several), st.builds(Any_, several), st.builds(Not, parts)
    )


conditions = st.recursive(_leaves, _larger, max_leaves=8)

YES, NO, OPEN = Is("q1", "a"), Is("q2", "a"), Is("q3", "a")
SEEN: Facts = {"q1": "a", "q2": "b"}


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (YES, Truth.TRUE),
        (NO, Truth.FALSE),
        (OPEN, Truth.UNKNOWN),
        (Not(YES), Truth.FALSE),
        (Not(NO), Truth.TRUE),
        (Not(OPEN), Truth.UNKNOWN),
        (All(()), Truth.TRUE),
        (All((YES, OPEN)), Truth.UNKNOWN),
        (All((NO, OPEN)), Truth.FALSE),
        (Any_(()), Truth.FALSE),
        (Any_((YES, OPEN)), Truth.TRUE),
        (Any_((NO, OPEN)), Truth.UNKNOWN),
        (Any_((NO, NO)), Truth.FALSE),
    ],
)
def test_the_truth_tables_are_those_of_kleene(
    condition: Condition, truth: Truth
) -> None:
    assert evaluate(condition, SEEN) is truth


def test_yes_and_no_are_spelt_true_and_false() -> None:
    assert evaluate(Is("q", "true"), {"q": True}) is Truth.TRUE
    assert evaluate(Is("q", "true"), {"q": False}) is Truth.FALSE
    assert evaluate(Is("q", "false"), {"q": False}) is Truth.TRUE


def test_one_common_value_is_enough_to_include() -> None:
    assert evaluate(Includes("q", ("a", "b")), {"q": ("c", "b")}) is Truth.TRUE
    assert evaluate(Includes("q", ("a", "b")), {"q": ("c",)}) is Truth.FALSE
    assert evaluate(In("q", ("a", "b")), {"q": "b"}) is Truth.TRUE


@given(conditions, facts, facts)
def test_one_more_answer_never_turns_what_was_decided(
    condition: Condition, known: Facts, more: Facts
) -> None:
    before = evaluate(condition, known)
    after = evaluate(condition, {**more, **known})
    assert before in (Truth.UNKNOWN, after)


@given(conditions, facts)
def test_a_condition_and_its_negation_are_never_both_true(
    condition: Condition, known: Facts
) -> None:
    both = {evaluate(condition, known), evaluate(Not(condition), known)}
    assert both in ({Truth.TRUE, Truth.FALSE}, {Truth.UNKNOWN})


@given(_leaves)
def test_without_any_answer_no_test_is_decided(condition: Condition) -> None:
    assert evaluate(condition, {}) is Truth.UNKNOWN
    assert evaluate(Not(condition), {}) is Truth.UNKNOWN
