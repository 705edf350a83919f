"""The line of keys at the bottom: what can be pressed now."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from advisor.cli.dialogue.keys import LETTERS
from advisor.cli.dialogue.rows import FAINT, STRONG, Look, Row
from advisor.cli.dialogue.state import State
from advisor.model.columns import columns
from advisor.model.language import Wording
from advisor.survey.partner import Command, Form


@dataclass(frozen=True, slots=True)
class Item:
    """A key and what it does."""

    key: str
    does: str


def list_items(
    state: State, commands: AbstractSet[Command], look: Look
) -> tuple[Item, ...]:
    """Return the keys of a list, the most needed first."""
    wording = look.wording
    mark = [Item(wording("dialogue.space-key"), wording("dialogue.mark"))]
    marking = mark if state.several else []
    enter = wording("dialogue.enter-key")
    escape = Item(wording("dialogue.escape-key"), wording("dialogue.end-search"))
    if state.query is not None:
        picks = wording("dialogue.mark" if state.several else "dialogue.choose")
        return (Item(enter, picks), *marking, escape, _moving(look))
    done = wording("dialogue.confirm" if state.several else "dialogue.choose")
    search = [Item("/", wording("dialogue.search"))] if state.searchable else []
    first = [Item(enter, done), *marking, *search, why_item(wording)]
    return (*first, *command_items(commands, wording), *_picking(state, look))


def command_items(commands: AbstractSet[Command], wording: Wording) -> Iterator[Item]:
    """Yield the letters of the commands that are possible."""
    does = {
        Command.BACK: wording("dialogue.back"),
        Command.SKIP: wording("dialogue.skip"),
        Command.DONT_KNOW: wording("dialogue.dont-know"),
        Command.STOP: wording("dialogue.stop"),
        Command.REVIEW: wording("dialogue.review"),
        Command.SIDE_LINE: wording("dialogue.side-line"),
    }
    for command, text in does.items():
        if command in commands:
            yield Item(LETTERS[command], text)


def why_item(wording: Wording) -> Item:
    """Return the key that says why something is asked."""
    return Item("?", wording("dialogue.why"))


def _picking(state: State, look: Look) -> Iterator[Item]:
    wording = look.wording
    if state.form is Form.YES_NO:
        yield Item("y n", wording("dialogue.choose"))
    elif state.numbered:
        does = wording("dialogue.mark" if state.several else "dialogue.choose")
        yield Item(f"1-{len(state.choices)}", does)
    yield _moving(look)


def _moving(look: Look) -> Item:
    return Item(f"{look.marks.up} {look.marks.down}", look.wording("dialogue.move"))


def legend_rows(items: Sequence[Item], look: Look, most: int) -> list[Row]:
    """Return the items in `most` rows at most; those at the end that do not fit go."""
    between = f" {look.marks.dot} "
    rows: list[Row] = [[]]
    used = 0
    for item in items:
        size = columns(f"{item.key} {item.does}")
        if used and used + len(between) + size > look.width:
            if len(rows) == most:
                break
            rows.append([])
            used = 0
        if used:
            rows[-1].append((FAINT, between))
            used += len(between)
        rows[-1] += [(STRONG, item.key), (FAINT, f" {item.does}")]
        used += size
    return rows
