"""A box of completions names every truth that some completion in it has."""

from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.completions.box import Box, Can
from advisor.engine.conditions import Truth, evaluate
from advisor.engine.fire import fire, flags
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.question import Answer, Kind, Option, Question
from advisor.model.rule import Rule

ABC = tuple(Option(each, each) for each in "abc")
QUESTIONS = {
    "q1": Question("q1", 1, "", "", "", Kind.ONE, ABC),
    "q2": Question("q2", 2, "", "", "", Kind.YES_NO),
    "q3": Question("q3", 3, "", "", "", Kind.MANY, ABC[:2]),
    "q4": Question("q4", 4, "", "", "", Kind.TEXT),
    "q5": Question("q5", 5, "", "", "", Kind.CRITERIA),
}
ANSWERS: dict[str, tuple[Answer, ...]] = {
    "q1": ("a", "b", "c"),
    "q2": (True, False),
    "q3": (("a",), ("b",), ("a", "b")),
    "q4": ("3.8", "3.12"),
    "q5": (("c1",), ("c2",), ("c1", "c2")),
}
SAYS = {Truth.TRUE: Can.TRUE, Truth.FALSE: Can.FALSE, Truth.UNKNOWN: Can.UNKNOWN}

_leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.just("q1"), st.sampled_from("abc")),
    st.builds(In, st.just("q1"), st.sampled_from((("a", "b"), ("a", "b", "c")))),
    st.builds(Is, st.just("q2"), st.sampled_from(("true", "false"))),
    st.builds(Includes, st.just("q3"), st.sampled_from((("a",), ("a", "b")))),
    st.just(Is("q4", "3.8")),
    st.just(Includes("q5", ("c1",))),
    st.builds(
        Is, st.sampled_from(("f1", "f2")), st.sampled_from(("true", "true", "false"))
    ),
)


def larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several), st.builds(Any_, several), st.builds(Not, parts)
    )


conditions = st.recursive(_leaves, larger, max_leaves=5)


@settings(max_examples=150)
@given(
    wanted=st.lists(conditions, min_size=1, max_size=3),
    derived=st.lists(st.tuples(conditions, st.sampled_from(("f1", "f2"))), max_size=3),
    open_=st.sets(st.sampled_from(sorted(QUESTIONS)), max_size=3),
    data=st.data(),
)
def test_no_truth_is_left_out(
    a_rule: Callable[..., Rule],
    wanted: list[Condition],
    derived: list[tuple[Condition, str]],
    open_: set[str],
    data: st.DataObject,
) -> None:
    known = {
        fact: data.draw(st.sampled_from(ANSWERS[fact]))
        for fact in sorted(set(QUESTIONS) - open_)
        if data.draw(st.booleans())
    }
    rules = [
        a_rule(f"r{n}", when, derive=(to,)) for n, (when, to) in enumerate(derived)
    ]
    box = Box(known, {fact: QUESTIONS[fact] for fact in sorted(open_)})
    box.derive(rules)
    choices = [(None, *ANSWERS[fact]) for fact in sorted(open_)]
    for picked in product(*choices):
        drawn = zip(sorted(open_), picked, strict=True)
        answers = {fact: each for fact, each in drawn if each is not None}
        facts = {**known, **answers}
        facts |= flags(fire(rules, facts))
        for each in wanted:
            truth = evaluate(each, facts)
            assert SAYS[truth] in box.can(each)
            assert box.may(each) or truth is not Truth.TRUE
            assert truth is Truth.TRUE or not box.must(each)


def test_what_is_known_leaves_one_truth() -> None:
    box = Box({"q1": "a"}, {})
    assert box.can(Is("q1", "a")) is Can.TRUE
    assert box.can(Is("q1", "b")) is Can.FALSE
    assert box.can(Is("q2", "true")) is Can.UNKNOWN
    assert box.can(None) is Can.TRUE


def test_every_open_question_can_be_left_open() -> None:
    box = Box({}, QUESTIONS)
    always = In("q1", ("a", "b", "c"))
    assert box.can(always) == Can.TRUE | Can.UNKNOWN
    assert not box.must(always)


def test_a_flag_is_never_false(a_rule: Callable[..., Rule]) -> None:
    box = Box({}, QUESTIONS)
    box.derive([a_rule("r1", Is("q1", "a"), derive=("f1",))])
    assert box.can(Is("f1", "true")) == Can.TRUE | Can.UNKNOWN
    assert box.can(Not(Is("f1", "true"))) == Can.FALSE | Can.UNKNOWN


def test_a_flag_that_is_surely_set_is_true(a_rule: Callable[..., Rule]) -> None:
    box = Box({"q1": "a"}, {})
    rules = [
        a_rule("r1", Is("f2", "true"), derive=("f1",)),
        a_rule("r2", Is("q1", "a"), derive=("f2",)),
    ]
    box.derive(rules)
    assert box.must(All((Is("f1", "true"), Is("f2", "true"))))


@pytest.mark.parametrize(
    ("fact", "answers"),
    [
        ("q1", [None, "a", "b", "c"]),
        ("q2", [None, True, False]),
        ("q3", [None, ("a",), ("b",)]),
        ("q9", ["known"]),
        ("q8", [None]),
    ],
)
def test_the_answers_are_each_option_alone_and_none(
    fact: str, answers: list[Answer | None]
) -> None:
    assert list(Box({"q9": "known"}, QUESTIONS).answers(fact)) == answers
