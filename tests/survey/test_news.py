from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Kind, Option, Question
from advisor.survey.news import news

FEBRUARY = date(2027, 2, 1)


@pytest.fixture
def updated(
    a_knowledge: Callable[..., Knowledge], a_question: Callable[..., Question]
) -> Knowledge:
    """Return a rule base with one old question, one new one, and one new option."""
    options = (Option("old", "Old"), Option("new", "New", since=FEBRUARY))
    return a_knowledge(
        questions=[
            a_question("old", 1),
            replace(a_question("new", 2), since=FEBRUARY),
            replace(a_question("grown", 3, type=Kind.MANY), options=options),
        ]
    )


@pytest.mark.parametrize(
    ("version", "asked"),
    [
        ("2027.01.31", {"new", "grown"}),
        ("2027.02.01", set()),
        ("", {"new"}),
        ("strange", {"new"}),
    ],
)
def test_what_joined_after_the_version_is_new(
    version: str, asked: set[str], updated: Knowledge
) -> None:
    profile = Profile(answers={"old": "x", "grown": ("old",)}, knowledge=version)
    assert news(updated, profile, ()) == asked


def test_an_open_question_that_was_there_before_is_no_news(updated: Knowledge) -> None:
    assert news(updated, Profile(knowledge="2027.01.31"), ()) == {"new"}


def test_what_no_longer_fits_is_asked_again(updated: Knowledge) -> None:
    assert news(updated, Profile(knowledge="2028.01.01"), {"old"}) == {"old"}


def test_what_is_not_known_is_not_asked_again(updated: Knowledge) -> None:
    profile = Profile(unknown=("new",), knowledge="2027.01.31")
    assert news(updated, profile, ()) == frozenset()
