"""What counts as one change of a project's answers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.challenge.changes import (
    answered_all_the_same,
    changed,
    changes_of,
)
from advisor.knowledge.answers import read_answer
from advisor.model.condition import Condition, Is, Not
from advisor.model.criterion import Criterion
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Option, Question
from advisor.model.robustness import Cleared

TODAY = date(2026, 11, 21)
CLEARED = Cleared.CLEARED


def question(
    id: str,
    kind: Kind,
    options: str = "",
    exclusive: tuple[str, ...] = (),
    when: Condition | None = None,
) -> Question:
    """Return a question; its options are words."""
    every = tuple(Option(each, each) for each in options.split())
    return Question(id, 1, "", id, "", kind, every, exclusive, when=when)


def answers_to(
    asked: Question, now: Answer | None, base: Knowledge
) -> list[Answer | Cleared]:
    return [each.answer for each in changes_of(asked, now, base, TODAY)]


@pytest.fixture
def base(
    a_knowledge: Callable[..., Knowledge], a_criterion: Callable[..., Criterion]
) -> Knowledge:
    return a_knowledge(criteria=[a_criterion(each) for each in ("c1", "c2", "c3")])


def test_one_option_gives_way_to_each_other_one_or_to_none(base: Knowledge) -> None:
    goal = question("goal", Kind.ONE, "a b c")
    assert answers_to(goal, "b", base) == ["a", "c", CLEARED]
    assert answers_to(goal, None, base) == ["a", "b", "c"]


def test_yes_gives_way_to_no_or_to_nothing(base: Knowledge) -> None:
    asked = question("hot-swap", Kind.YES_NO)
    assert answers_to(asked, True, base) == [False, CLEARED]
    assert answers_to(asked, None, base) == [True, False]


def test_of_several_options_one_comes_goes_or_stays_alone(base: Knowledge) -> None:
    asked = question("domain", Kind.MANY, "a b c d")
    assert answers_to(asked, ("a", "b", "c"), base) == [
        *(("a",), ("b",), ("c",), ("d",)),
        ("a", "b", "c", "d"),
        *(("b", "c"), ("a", "c"), ("a", "b")),
        CLEARED,
    ]


def test_what_excludes_others_is_never_combined_with_them(base: Knowledge) -> None:
    asked = question("targets", Kind.MANY, "a b none", exclusive=("none",))
    assert answers_to(asked, ("none",), base) == [("a",), ("b",), CLEARED]
    assert answers_to(asked, ("a",), base) == [("b",), ("none",), ("a", "b"), CLEARED]


def test_each_criterion_comes_first_and_the_others_keep_their_order(
    base: Knowledge,
) -> None:
    asked = question("priorities", Kind.CRITERIA)
    assert answers_to(asked, None, base) == [("c1",), ("c2",), ("c3",)]
    assert answers_to(asked, ("c2", "c1"), base) == [
        ("c1", "c2"),
        ("c3", "c2", "c1"),
        CLEARED,
    ]


def test_no_change_of_the_real_questions_is_refused_by_the_reader(
    knowledge: Knowledge,
) -> None:
    for case in knowledge.cases.values():
        for asked in knowledge.interview():
            now = case.answers.get(asked.id)
            found = answers_to(asked, now, knowledge)
            assert now not in found
            assert len(set(found)) == len(found)
            assert (CLEARED in found) == (now is not None)
            for each in found:
                if not isinstance(each, Cleared):
                    raw: Any = str(each).lower() if isinstance(each, bool) else each
                    assert read_answer(asked, raw, knowledge) == each


@pytest.fixture
def two_questions(base: Knowledge) -> Knowledge:
    """Return a rule base in which the second question hangs on the first."""
    asked = [
        question("q1", Kind.ONE, "a b"),
        question("q2", Kind.YES_NO, when=Not(Is("q1", "a"))),
    ]
    return replace(base, questions={each.id: each for each in asked})


def test_an_answer_that_does_not_apply_any_more_is_gone(
    two_questions: Knowledge,
) -> None:
    profile = Profile(answers={"q1": "b", "q2": True})
    assert changed(two_questions, profile, {"q1": "a"}).answers == {"q1": "a"}
    assert changed(two_questions, profile, {"q1": CLEARED}).answers == {"q2": True}
    assert changed(two_questions, profile, {}) == profile


def test_an_answer_that_never_applied_counts_as_it_always_did(
    two_questions: Knowledge,
) -> None:
    profile = Profile(answers={"q1": "a", "q2": True})
    own = answered_all_the_same(two_questions, profile)
    assert changed(own, profile, {}) == profile
    assert changed(own, profile, {"q2": False}).answers == {"q1": "a", "q2": False}
    assert answered_all_the_same(two_questions, Profile()) == two_questions
