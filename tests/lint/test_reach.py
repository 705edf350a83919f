"""Rules that can never fire, questions never asked, rules that repeat others."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.conditions import Truth, evaluate
from advisor.lint.reach import check
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.finding import Severity
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Rule

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

RED, BLUE = Is("colour", "red"), Is("colour", "blue")
NEVER = "when: can never be true"

# One-valued facts only: what can be answered is what the tests name, another or nothing.
_tests: st.SearchStrategy[Condition] = st.builds(
    Is, st.sampled_from("pq"), st.sampled_from("ab")
) | st.builds(In, st.sampled_from("pq"), st.just(("a", "b")))
_conditions: st.SearchStrategy[Condition] = st.recursive(
    _tests,
    lambda part: (
        part.map(Not)
        | st.builds(All, st.lists(part, max_size=3).map(tuple))
        | st.builds(Any_, st.lists(part, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def said(a_knowledge: Build) -> Callable[..., list[str]]:
    """Return a function: subjects and messages on these rules."""

    def run(*rules: Rule) -> list[str]:
        found = list(check(a_knowledge(rules=rules)))
        assert all(each.help for each in found)
        return [f"{each.subject} {each.message}" for each in found]

    return run


@pytest.mark.parametrize(
    "condition",
    [
        All((RED, BLUE)),
        All((RED, Not(RED))),
        All((In("colour", ("red", "blue")), Not(In("colour", ("blue", "red"))))),
        All((Includes("parts", ("a",)), Not(Includes("parts", ("a", "b"))))),
        Any_(()),
        Not(All(())),
        All((RED, Not(Any_((RED, Is("goal", "x")))))),
    ],
)
def test_a_rule_that_can_never_fire_is_found(
    condition: Condition, said: Callable[..., list[str]], a_rule: Build
) -> None:
    (found,) = said(a_rule("r1", condition))
    assert found.startswith(f"rule:r1 {NEVER}")


@pytest.mark.parametrize(
    "condition",
    [
        All(()),
        Not(RED),
        Not(In("colour", ("red", "blue"))),
        Not(Includes("parts", ("a", "b"))),
        All((Includes("parts", ("a",)), Includes("parts", ("b",)))),
        All((Includes("parts", ("a",)), Not(Includes("parts", ("b",))))),
        All((RED, Includes("parts", ("red",)))),
    ],
)
def test_a_rule_that_can_fire_passes(
    condition: Condition, said: Callable[..., list[str]], a_rule: Build
) -> None:
    assert said(a_rule("r1", condition)) == []


@given(_conditions)
def test_what_is_called_impossible_holds_for_no_answer(
    said: Callable[..., list[str]], a_rule: Build, condition: Condition
) -> None:
    choices = [None, "a", "b", "c"]
    holds = [
        evaluate(condition, {n: v for n, v in {"p": p, "q": q}.items() if v})
        for p in choices
        for q in choices
    ]
    assert bool(said(a_rule("r1", condition))) is (Truth.TRUE not in holds)


def test_two_options_of_three_can_be_answered(
    said: Callable[..., list[str]], a_rule: Build
) -> None:
    two = All(
        (
            Includes("parts", ("a",)),
            Includes("parts", ("b",)),
            Not(Includes("parts", ("c",))),
        )
    )
    assert evaluate(two, {"parts": ("a", "b")}) is Truth.TRUE
    assert said(a_rule("r1", two)) == []


def test_too_many_combinations_to_try_count_as_possible(
    said: Callable[..., list[str]], a_rule: Build
) -> None:
    many = tuple(Is(f"q{n}", "yes") for n in range(12))
    assert said(a_rule("r1", All((*many, Not(many[0]))))) == []
    few = many[:4]
    assert len(said(a_rule("r1", All((*few, Not(few[0])))))) == 1


def test_a_question_that_is_never_asked_is_found(
    a_knowledge: Build, a_question: Build
) -> None:
    base: Knowledge = a_knowledge(
        questions=[
            a_question("open", 1),
            a_question("asked", 2, when=RED),
            a_question("shut", 3, when=All((RED, BLUE))),
        ]
    )
    (found,) = check(base)
    assert found.subject == "question:shut"
    assert found.severity is Severity.ERROR


def test_two_rules_that_say_how_much_is_enough_contradict_each_other(
    said: Callable[..., list[str]], a_rule: Build
) -> None:
    first = a_rule("r1", RED, enough={"speed": 0.6})
    assert said(first, a_rule("r2", RED, enough={"speed": 0.8})) == [
        "rule:r2 contradicts 'r1' on how much of 'speed' is enough"
    ]
    assert said(first, a_rule("r2", RED, enough={"speed": 0.6})) == []
    assert said(first, a_rule("r2", BLUE, enough={"speed": 0.8})) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (All((RED, Is("goal", "x"))), All((Is("goal", "x"), RED))),
        (Any_((RED, Not(BLUE))), Any_((Not(BLUE), RED))),
        (In("colour", ("red", "blue")), In("colour", ("blue", "red"))),
        (RED, In("colour", ("red",))),
    ],
)
def test_a_rule_that_repeats_another_is_shadowed_by_it_however_it_is_spelt(
    one: Condition, other: Condition, said: Callable[..., list[str]], a_rule: Build
) -> None:
    first = a_rule("r1", one, raise_={"speed": 1, "docs": 1})
    second = a_rule("r2", other, raise_={"docs": 2, "speed": 2, "tools": 2})
    assert said(first, second) == [
        "rule:r2 is shadowed by 'r1', which raises docs, speed as well"
    ]


def test_a_shadow_is_a_warning_and_a_rule_on_something_else_is_none(
    a_knowledge: Build, a_rule: Build
) -> None:
    first = a_rule("r1", RED, raise_={"speed": 1})
    base: Knowledge = a_knowledge(rules=[first, a_rule("r2", RED, raise_={"speed": 1})])
    assert [each.severity for each in check(base)] == [Severity.WARNING]
    apart = {**base.rules, "r2": a_rule("r2", RED, raise_={"docs": 1})}
    assert list(check(replace(base, rules=apart))) == []


@pytest.mark.parametrize(
    ("family", "key", "outcome"),
    [
        ("claims", "when", "the claim is never heard"),
        ("paths", "when", "nobody can go it"),
        ("paths", "fits", "it is never the way of choice"),
        ("layers", "fits", "it is never recommended"),
    ],
)
def test_whatever_carries_a_condition_that_cannot_hold_is_found(
    knowledge: Knowledge,
    changed: Callable[..., Knowledge],
    family: str,
    key: str,
    outcome: str,
) -> None:
    first = next(iter(getattr(knowledge, family)))
    fields: dict[str, Any] = {key: All((RED, BLUE))}
    found = [each.message for each in check(changed(family, first, **fields))]
    assert f"{key}: can never be true, so {outcome}" in found
