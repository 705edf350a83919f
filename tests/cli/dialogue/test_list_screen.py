from collections.abc import Callable

import pytest

from advisor.survey.partner import Command, Given
from tests.cli.dialogue.asking import MANY, PROMPTS
from tests.cli.dialogue.screen import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    DOWN,
    END,
    ENTER,
    ESCAPE,
    HOME,
    PAGE_DOWN,
    PAGE_UP,
    UP,
)

Answer = Callable[..., Given | Command]


@pytest.mark.parametrize(
    ("name", "keys", "reply"),
    [
        ("one", ENTER, Given("learning")),
        ("one", DOWN + DOWN + UP + ENTER, Given("research")),
        ("one", END + ENTER, Given("production")),
        ("one", "3", Given("prototype")),
        ("current", ENTER, Given("prototype")),
        ("many", DOWN + " " + DOWN + " " + ENTER, Given(("server", "cloud"))),
        ("many", PAGE_DOWN + PAGE_UP + END + HOME + " " + ENTER, Given(("none",))),
        ("many", "/mbc" + BACKSPACE * 2 + "ac " + ENTER + ENTER, Given(("macos",))),
        ("many", ENTER + ENTER, Command.SKIP),
        ("ordered", DOWN + " " + UP + " " + ENTER, Given(("speed-2", "speed-1"))),
        ("yes-no", "y", Given(True)),
        ("yes-no", DOWN + ENTER, Given(False)),
        ("one", "d", Command.DONT_KNOW),
        ("one", "b", Command.BACK),
        ("one", "?" + "q" + "2", Given("research")),
        ("many", DOWN + " ?" + DOWN + "?" + ENTER, Given(("server",))),
        ("many", "/q" + CTRL_D, Command.STOP),
    ],
)
def test_keys_answer(
    name: str, keys: str, reply: Given | Command, answer: Answer
) -> None:
    assert answer(PROMPTS[name], keys) == reply


@pytest.mark.parametrize("before", ["", "/q", "?", " "])
def test_control_c_breaks_off_wherever_one_is(before: str, answer: Answer) -> None:
    with pytest.raises(KeyboardInterrupt):
        answer(MANY, before, CTRL_C)


def test_control_d_stops_even_where_nothing_but_an_answer_is_possible(
    answer: Answer,
) -> None:
    assert answer(PROMPTS["bare"], "q", CTRL_D) is Command.STOP


def test_a_pasted_text_presses_no_keys(answer: Answer) -> None:
    pasted = "\x1b[200~q\r\x1b[201~"
    assert answer(MANY, pasted, " ", ENTER) == Given(("none",))


def test_escape_gives_a_search_up(answer: Answer) -> None:
    # Nothing follows the Escape that could make it the beginning of another key.
    assert answer(MANY, "/web", ESCAPE * 2, " ", ENTER) == Given(("browser",))
