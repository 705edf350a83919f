import pytest

from advisor.model.language import Wording
from advisor.model.question import Answer
from advisor.model.rule import Effects, Exclude, Screen
from advisor.render.firing import effects_text, shown


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(True, "true"), (False, "false"), ("a", "a"), (("a", "b"), "[a, b]")],
)
def test_an_answer_is_shown_as_it_is_written(answer: Answer, expected: str) -> None:
    assert shown(answer) == expected


@pytest.mark.parametrize(
    ("effects", "expected"),
    [
        (Effects(), "changes no weight"),
        (Effects(raise_={"a": 1.5, "b": 2.0}), "a +1.5; b +2"),
        (Effects(enough={"a": 0.7}), "0.7 is enough on a"),
        (Effects(derive=("flag",)), "sets flag"),
        (Effects(exclude=Exclude(Screen.VENDOR)), "excludes by vendor"),
        (Effects(raise_={"a": 1.0}, derive=("flag",)), "a +1; sets flag"),
    ],
)
def test_effects_are_put_into_words(
    effects: Effects, expected: str, wording: Wording
) -> None:
    assert effects_text(effects, wording) == expected
