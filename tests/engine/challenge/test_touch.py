"""Which changes of answers can alter a condition, whatever else changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from advisor.engine.challenge.changes import Change
from advisor.engine.challenge.touch import Touch
from advisor.engine.completions.ground import ground_of
from advisor.model.condition import All, Any_, Condition, Includes, Is, Not
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Kind, Option, Question
from advisor.model.robustness import Cleared
from advisor.model.rule import Rule

TODAY = date(2024, 1, 1)
CHANGES = (
    Change("q1", "b"),
    Change("q1", Cleared.CLEARED),
    Change("q2", True),
    Change("q3", ("a",)),
    Change("q3", ("b",)),
)
B, GONE, YES, OTHER_A, OTHER_B = range(5)
Touching = Callable[[Condition], set[int]]


@pytest.fixture
def base(a_knowledge: Callable[..., Knowledge]) -> Knowledge:
    """Return a rule base whose third question hangs on the second."""
    options = (Option("a", ""), Option("b", ""))
    questions = [
        Question("q1", 1, "", "", "", Kind.ONE, options),
        Question("q2", 2, "", "", "", Kind.YES_NO),
        Question("q3", 3, "", "", "", Kind.MANY, options, when=Not(Is("q2", "true"))),
    ]
    return a_knowledge(questions=questions)


@pytest.fixture
def touching(base: Knowledge) -> Touching:
    """Return a function that tells what touches a condition; `q1` is answered with a."""
    return lambda condition: touched(base, condition)


def touched(base: Knowledge, condition: Condition) -> set[int]:
    profile = Profile(answers={"q1": "a"})
    touch = Touch(ground_of(base, TODAY, Evidence.ALL), profile, CHANGES)
    found = touch.condition(condition)
    return {place for place in range(len(CHANGES)) if found[place]}


def test_a_change_touches_what_tests_its_old_or_its_new_answer(
    touching: Touching,
) -> None:
    assert touching(Is("q1", "a")) == {B, GONE}
    assert touching(Is("q1", "b")) == {B}
    assert touching(Is("q1", "c")) == set()


def test_below_a_not_it_counts_whether_the_test_is_known_to_fail(
    touching: Touching,
) -> None:
    assert touching(Not(Is("q1", "b"))) == {B, GONE}
    assert touching(Not(Is("q2", "true"))) == set()
    assert touching(Not(Is("q2", "false"))) == {YES}
    assert touching(Not(Not(Is("q1", "b")))) == {B}


def test_a_whole_is_touched_by_what_touches_its_parts(touching: Touching) -> None:
    parts = (Is("q1", "b"), Is("q2", "true"))
    assert touching(All(parts)) == {B, YES}
    assert touching(Any_(parts)) == {B, YES}
    assert touching(All(())) == set()


def test_an_answer_is_touched_by_what_decides_whether_it_is_asked_for(
    touching: Touching,
) -> None:
    assert touching(Includes("q3", ("a",))) == {YES, OTHER_A}


def test_flags_pass_a_touch_on_also_in_a_circle(
    base: Knowledge, a_rule: Callable[..., Rule]
) -> None:
    rules = [
        a_rule("r1", Is("f2", "true"), derive=("f1",)),
        a_rule("r2", Any_((Is("f1", "true"), Is("f3", "true"))), derive=("f2",)),
        a_rule("r3", Is("q2", "true"), derive=("f3",)),
    ]
    own = replace(base, rules={each.id: each for each in rules})
    assert touched(own, Is("f1", "true")) == {YES}
    assert touched(own, Is("f4", "true")) == set()
