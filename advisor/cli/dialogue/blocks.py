"""Sharing the height of a screen among its parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from advisor.cli.dialogue.rows import EMPTY, Row


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a screen, which draws itself into the rows it is given.

    It gets its `least` before any part gets more, then up to `want`, the parts of low
    `rank` before the others. What it leaves empty stays empty: nothing jumps.
    """

    rank: int
    want: int
    draw: Callable[[int], Sequence[Row]]
    least: int = 0


def heights(blocks: Sequence[Block], height: int) -> list[int]:
    """Return how many of `height` rows each block gets."""
    given = [0] * len(blocks)
    order = sorted(range(len(blocks)), key=lambda place: blocks[place].rank)
    for most in ([each.least for each in blocks], [each.want for each in blocks]):
        for place in order:
            left = height - sum(given)
            given[place] += max(0, min(most[place] - given[place], left))
    return given


def stacked(blocks: Sequence[Block], given: Sequence[int]) -> list[Row]:
    """Return the rows of all blocks, each in its height, one above the other."""
    rows: list[Row] = []
    for block, height in zip(blocks, given, strict=True):
        drawn = block.draw(height) if height else ()
        rows += [*drawn, *[EMPTY] * (height - len(drawn))]
    return rows
