"""A long list in a window: which part of it is seen, and how much is not."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.cli.dialogue.state import State


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a list: the choice at a place, or the heading of a group."""

    place: int | None
    heading: str


@dataclass(frozen=True, slots=True)
class Part:
    """The rows that are seen, and how many choices are above and below them."""

    entries: tuple[Entry, ...]
    above: int
    below: int


def entries_of(state: State, shown: Sequence[int]) -> list[Entry]:
    """Return the rows of these choices, each group of them under its heading."""
    entries: list[Entry] = []
    heading = ""
    for place in shown:
        own = state.choices[place].heading
        if own and own != heading:
            entries.append(Entry(None, own))
        heading = own
        entries.append(Entry(place, own))
    return entries


def part_of(state: State, height: int) -> Part:
    """Return the part around the pointer, which stays in the middle where it can.

    The first row says to which group those below it belong, unless they say so.
    """
    every = entries_of(state, state.shown)
    if len(every) <= height:
        return Part(tuple(every), 0, 0)
    places = [each.place for each in every]
    start = places.index(state.cursor) - height // 2
    start = max(0, min(start, len(every) - height))
    seen = every[start : start + height]
    inside = all(each.place is not None for each in seen[:2])
    if seen[0].heading and inside and seen[0].place != state.cursor:
        seen[0] = Entry(None, seen[0].heading)
    kept = [each.place for each in seen if each.place is not None]
    above = state.shown.index(kept[0])
    return Part(tuple(seen), above, len(state.shown) - above - len(kept))
