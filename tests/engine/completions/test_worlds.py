"""Conditions over many completions hold where they hold in the single completion."""

from collections.abc import Callable

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.completions.columns import LEFT_OPEN, Column
from advisor.engine.completions.worlds import Worlds
from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import Facts
from advisor.engine.fire import fire, flags
from advisor.engine.relevance import applies
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.question import Answer, Kind, Question
from advisor.model.rule import Rule

SIZE = 24
VALUES: dict[str, tuple[Answer | None, ...]] = {
    "q1": (None, "a", "b", "c"),
    "q2": (None, True, False),
    "q3": (None, ("a",), ("b",), ("a", "b")),
}

_tests: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, st.just("q1"), st.sampled_from("abc")),
    st.just(In("q1", ("a", "b"))),
    st.builds(Is, st.just("q2"), st.sampled_from(("true", "false"))),
    st.builds(Includes, st.just("q3"), st.sampled_from((("a",), ("a", "b")))),
)
_flags: st.SearchStrategy[Condition] = st.builds(
    Is, st.sampled_from(("f1", "f2", "f3")), st.sampled_from(("true", "false"))
)


def larger(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, max_size=3).map(tuple)
    return st.one_of(
        st.builds(All, several), st.builds(Any_, several), st.builds(Not, parts)
    )


conditions = st.recursive(_tests | _flags, larger, max_leaves=6)
plain = st.recursive(_tests, larger, max_leaves=4)


def branching(q2: Condition | None, q3: Condition | None) -> list[Question]:
    kinds = (Kind.ONE, Kind.YES_NO, Kind.MANY)
    return [
        Question(fact, place, "", fact, "", kind, when=when)
        for place, (fact, kind, when) in enumerate(
            zip(VALUES, kinds, (None, q2, q3), strict=True)
        )
    ]


def truly(
    drawn: dict[str, int], known: Facts, questions: list[Question], rules: list[Rule]
) -> Facts:
    """Return the facts of one completion, found one question and rule after another."""
    facts = dict(known)
    for question in questions:
        value = VALUES[question.id][drawn.get(question.id, LEFT_OPEN)]
        if value is not None and applies(question, facts):
            facts[question.id] = value
    return {**facts, **flags(fire(rules, facts))}


@st.composite
def states(draw: st.DrawFn) -> tuple[Facts, dict[str, list[int]]]:
    """Return what is known, and what is drawn for open questions; others are closed."""
    known, drawn = {}, {}
    for fact, values in VALUES.items():
        state = draw(st.sampled_from(("open", "open", "known", "closed")))
        if state == "known":
            known[fact] = draw(st.sampled_from(values[1:]))
        elif state == "open":
            places = st.integers(0, len(values) - 1)
            drawn[fact] = draw(st.lists(places, min_size=SIZE, max_size=SIZE))
    return {fact: each for fact, each in known.items() if each is not None}, drawn


@settings(max_examples=150)
@given(
    state=states(),
    wanted=st.lists(conditions, min_size=1, max_size=4),
    derived=st.lists(
        st.tuples(conditions, st.sampled_from(("f1", "f2", "f3"))), max_size=4
    ),
    q2=st.none() | st.builds(Is, st.just("q1"), st.sampled_from("abc")) | _tests,
    q3=st.none() | plain,
)
def test_every_condition_is_what_it_is_in_the_single_completion(
    a_rule: Callable[..., Rule],
    state: tuple[Facts, dict[str, list[int]]],
    wanted: list[Condition],
    derived: list[tuple[Condition, str]],
    q2: Condition | None,
    q3: Condition | None,
) -> None:
    known, drawn = state
    # A condition on a question that comes later is judged before that is asked.
    earlier = {"q1": 0, "q2": 1, "q3": 2}
    q2 = None if q2 is None or reads(q2) & {"q2", "q3"} else q2
    q3 = None if q3 is None or "q3" in reads(q3) else q3
    questions = branching(q2, q3)
    rules = [
        a_rule(f"r{n}", when, derive=(to,)) for n, (when, to) in enumerate(derived)
    ]
    columns = {
        fact: Column(fact, VALUES[fact], np.array(index, np.int16))
        for fact, index in drawn.items()
    }
    worlds = Worlds(SIZE, known, columns, rules, questions)
    for place in range(SIZE):
        own = {fact: index[place] for fact, index in drawn.items()}
        facts = truly(own, known, questions, rules)
        for each in wanted:
            yes, no = (side >> place & 1 for side in worlds.sides(each))
            truth = evaluate(each, facts)
            assert (yes, no) == (truth is Truth.TRUE, truth is Truth.FALSE)
            assert worlds.true(each) >> place & 1 == yes
        for fact in (*earlier, "f1", "f2", "f3"):
            assert worlds.answered(fact) >> place & 1 == (fact in facts)
        for fact, column in columns.items():
            assert column.values[worlds.index(fact)[place]] == facts.get(fact)


def reads(condition: Condition) -> set[str]:
    match condition:
        case All(parts) | Any_(parts):
            return set().union(*map(reads, parts))
        case Not(part):
            return reads(part)
        case _:
            return {condition.fact}


def test_without_a_condition_all_is_true() -> None:
    assert Worlds(3, {}, {}).true(None) == 0b111
