from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.cli.dialogue.keys import Key
from advisor.cli.dialogue.legend import Item
from advisor.cli.dialogue.pane import Pane, opened, pane_rows, turned
from advisor.cli.dialogue.rows import Look, Row
from tests.cli.dialogue.asking import COMMON

ITEMS = [Item("Enter", "choose"), Item("b", "back")]
Text = Callable[[list[Row]], str]


@pytest.fixture
def look(a_look: Callable[..., Look]) -> Look:
    return a_look(60, 16)


@pytest.fixture
def pane(look: Look) -> Pane:
    return opened(COMMON, ITEMS, look)


def after(pane: Pane, look: Look, *keys: Key | str) -> Pane:
    for key in keys:
        turn = turned(pane, key, look)
        assert turn is not None
        pane = turn
    return pane


def test_it_has_the_question_the_reasons_and_the_keys(
    pane: Pane, look: Look, text_of: Text
) -> None:
    tall = replace(look, height=60)
    shown = text_of(pane_rows(pane, tall))
    assert shown.startswith(COMMON.title)
    assert "only a distant wish." in shown
    assert "- reason 30" in shown
    assert "  b      back" in shown
    assert "scroll" not in shown


@pytest.mark.parametrize("key", ["?", "？", "q", Key.ENTER, Key.ESCAPE])
def test_it_closes(key: Key | str, pane: Pane, look: Look) -> None:
    assert turned(pane, key, look) is None


@pytest.mark.parametrize("key", ["x", "b", Key.TAB, Key.BACKSPACE])
def test_other_keys_do_nothing(key: Key | str, pane: Pane, look: Look) -> None:
    assert turned(pane, key, look) == pane


def test_it_scrolls_and_stops_at_the_ends(
    pane: Pane, look: Look, text_of: Text
) -> None:
    assert after(pane, look, Key.UP, "k").top == 0
    assert after(pane, look, Key.DOWN, "j", Key.DOWN, Key.UP).top == 2
    assert after(pane, look, " ").top == after(pane, look, Key.PAGE_DOWN).top == 14
    end = after(pane, look, Key.END)
    assert after(end, look, Key.DOWN) == end
    assert "b      back" in text_of(pane_rows(end, look))
    assert after(end, look, Key.HOME) == pane


def test_it_says_how_much_is_left(pane: Pane, look: Look, text_of: Text) -> None:
    left = len(text_of(pane_rows(pane, replace(look, height=90))).split("\n")) - 16
    assert f"scroll, {left} more lines" in text_of(pane_rows(pane, look))


def test_a_window_that_grew_shows_the_end(
    pane: Pane, look: Look, text_of: Text
) -> None:
    end = after(pane, look, Key.END)
    shown = text_of(pane_rows(end, replace(look, height=90)))
    assert shown.startswith(COMMON.title)


def test_the_screen_is_never_higher_than_the_terminal(pane: Pane, look: Look) -> None:
    for height in range(3, 30):
        assert len(pane_rows(pane, replace(look, height=height))) <= height
