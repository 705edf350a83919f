from collections.abc import Callable

import pytest

from advisor.cli.dialogue.legend import Item, legend_rows, list_items
from advisor.cli.dialogue.rows import Look, Row
from advisor.cli.dialogue.state import begin, searched
from advisor.model.columns import columns
from advisor.survey.partner import Command, Form
from tests.cli.dialogue.asking import GOALS, PLACES

ITEMS = [Item("a", "one"), Item("b", "two"), Item("c", "three")]


@pytest.mark.parametrize("width", [5, 12, 17, 25, 80])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_items_fill_rows_and_the_last_ones_go_first(
    width: int,
    most: int,
    a_look: Callable[..., Look],
    text_of: Callable[[list[Row]], str],
) -> None:
    rows = text_of(legend_rows(ITEMS, a_look(width), most)).split("\n")
    assert len(rows) <= most
    assert all(columns(row) <= max(width, len("c three")) for row in rows)
    said = " · ".join(rows)
    assert "a one · b two · c three".startswith(said)


def test_only_possible_commands_are_named(a_look: Callable[..., Look]) -> None:
    look = a_look()
    few = list_items(begin(Form.ONE, GOALS), frozenset({Command.BACK}), look)
    assert [each.key for each in few] == ["Enter", "?", "b", "1-4", "↑ ↓"]


def test_every_command_has_words(a_look: Callable[..., Look]) -> None:
    items = list_items(begin(Form.ONE, GOALS), frozenset(Command), a_look())
    assert {"b", "s", "d", "q", "r", "l"} <= {each.key for each in items}


def test_a_search_names_only_its_own_keys(a_look: Callable[..., Look]) -> None:
    searching = searched(begin(Form.MANY, PLACES), "e")
    items = list_items(searching, frozenset(Command), a_look())
    assert [each.key for each in items] == ["Enter", "Space", "Esc", "↑ ↓"]
    assert items[0].does == items[1].does
