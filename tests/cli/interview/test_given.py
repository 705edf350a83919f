import pytest

from advisor.cli.interview.given import read_changes, read_settings
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.robustness import Cleared


def test_settings_are_answers_as_profiles_have_them(knowledge: Knowledge) -> None:
    texts = (
        "goal=production",
        "deployment-targets = android, server",
        "hot-swap=yes",
        "python-version=3.12",
        "priorities=training-speed,debugging",
    )
    assert read_settings(texts, knowledge) == {
        "goal": "production",
        "deployment-targets": ("android", "server"),
        "hot-swap": True,
        "python-version": "3.12",
        "priorities": ("training-speed", "debugging"),
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("goal", "--set: write question=answer, not 'goal'"),
        ("gaol=production", "'gaol' is not a question; did you mean 'goal'?"),
        ("goal=prodction", "--set: goal: 'prodction' is not an option; did you mean"),
        ("domain=nlp,nlp", "--set: domain: 'nlp' is given twice"),
        ("domain=", "--set: domain: '' is not an option"),
        ("hot-swap=maybe", "--set: hot-swap: takes true or false"),
        ("\x1b=1", r"'\x1b' is not a question"),
    ],
)
def test_a_wrong_setting_is_named_with_what_would_be_right(
    text: str, message: str, knowledge: Knowledge
) -> None:
    with pytest.raises(InputError) as caught:
        read_settings([text], knowledge)
    assert message in str(caught.value)


def test_a_question_is_set_only_once(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match="goal is given twice; keep one"):
        read_settings(["goal=research", "goal=production"], knowledge)


def test_changes_are_answers_weights_or_nothing(knowledge: Knowledge) -> None:
    texts = ("goal=research", "domain=", "weights.debugging=0.5", "weights.maturity = ")
    assert read_changes(texts, knowledge) == {
        "goal": "research",
        "domain": Cleared.CLEARED,
        "weights.debugging": 0.5,
        "weights.maturity": Cleared.CLEARED,
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("gaol=", "'gaol' is not a question; did you mean 'goal'?"),
        ("weights.debuging=", "'debuging' is not a scored criterion; did you mean"),
        ("weights.debugging=much", "weights.debugging: takes a number from 0 to 1000"),
        ("weights.debugging=nan", "takes a number from 0 to 1000, not 'nan'"),
        ("weights.debugging", "--set: write question=answer"),
    ],
)
def test_a_wrong_change_is_named_with_what_would_be_right(
    text: str, message: str, knowledge: Knowledge
) -> None:
    with pytest.raises(InputError) as caught:
        read_changes([text], knowledge)
    assert message in str(caught.value)
