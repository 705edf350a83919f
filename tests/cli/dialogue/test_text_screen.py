from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.survey.partner import Command, Given
from tests.cli.dialogue.asking import PROMPTS
from tests.cli.dialogue.screen import BACKSPACE, CTRL_C, CTRL_D, ENTER, LEFT, TAB

Answer = Callable[..., Given | Command]
TEXT = PROMPTS["text"]
FREE = replace(TEXT, check=lambda _: "")


@pytest.mark.parametrize(
    ("keys", "reply"),
    [
        ("3.12" + ENTER, Given("3.12")),
        (" 3.12 " + ENTER, Given("3.12")),
        ("3.2" + LEFT + "1" + ENTER, Given("3.12")),
        ("2.7" + ENTER + BACKSPACE * 3 + "3.9" + ENTER, Given("3.9")),
        ("\x1b[200~3.\n10\x1b[201~" + BACKSPACE * 3 + "9" + ENTER, Given("3.9")),
        (ENTER + ENTER, Command.SKIP),
        (ENTER + "3.1" + ENTER, Given("3.1")),
        ("2.7" + TAB + "b", Command.BACK),
        ("3.1" + TAB + "x" + "2" + ENTER, Given("3.12")),
        ("3.1" + TAB + "?" + "b" + "q" + "2" + ENTER, Given("3.12")),
        ("3.1" + CTRL_D, Command.STOP),
    ],
)
def test_keys_answer(keys: str, reply: Given | Command, answer: Answer) -> None:
    assert answer(TEXT, keys) == reply


@pytest.mark.parametrize("letters", ["bsdqrl?", "shelf scanner"])
def test_letters_are_text(letters: str, answer: Answer) -> None:
    assert answer(FREE, letters, ENTER) == Given(letters)


def test_the_current_text_stands_there(answer: Answer) -> None:
    current = replace(TEXT, current="3.11")
    assert answer(current, ENTER) == Given("3.11")
    assert answer(current, BACKSPACE, "2", ENTER) == Given("3.12")


def test_a_current_text_can_be_removed_where_none_is_valid(answer: Answer) -> None:
    current = replace(FREE, current="x")
    assert answer(current, BACKSPACE, ENTER) == Given("")
    assert answer(replace(TEXT, current="3"), BACKSPACE, ENTER * 2) is Command.SKIP


def test_no_text_is_an_answer_like_any_other_where_nothing_can_be_skipped(
    answer: Answer,
) -> None:
    assert answer(replace(FREE, commands=frozenset()), ENTER) == Given("")


@pytest.mark.parametrize("before", ["", "3.", TAB, TAB + "?"])
def test_control_c_breaks_off_wherever_one_is(before: str, answer: Answer) -> None:
    with pytest.raises(KeyboardInterrupt):
        answer(TEXT, before, CTRL_C)
