"""What rules can read."""

import pytest

from advisor.engine.facts import as_text, facts_of
from advisor.model.profile import Profile
from advisor.model.question import Answer


def test_answers_are_facts_and_so_is_the_one_setting() -> None:
    profile = Profile(answers={"goal": "research", "hot-swap": False})
    assert facts_of(profile) == {
        "goal": "research",
        "hot-swap": False,
        "allow-retired": False,
    }
    assert facts_of(Profile(allow_retired=True)) == {"allow-retired": True}


def test_questions_that_could_not_be_answered_are_no_facts() -> None:
    assert "goal" not in facts_of(Profile(unknown=("goal",)))


@pytest.mark.parametrize(
    ("answer", "text"),
    [(True, "true"), (False, "false"), ("small", "small"), (("b", "a"), "b, a")],
)
def test_answers_are_spelt_as_rules_spell_them(answer: Answer, text: str) -> None:
    assert as_text(answer) == text
