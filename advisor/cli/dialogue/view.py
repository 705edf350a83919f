"""What a list looks like: everything that fits, the most needed first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from advisor.cli.dialogue.blocks import Block, heights, stacked
from advisor.cli.dialogue.frame import Legend, Rank, foot, gap, head
from advisor.cli.dialogue.items import (
    columns_of,
    detail_rows,
    item_row,
    tallest_detail,
)
from advisor.cli.dialogue.legend import list_items
from advisor.cli.dialogue.rows import (
    FAINT,
    HERE,
    STRONG,
    Look,
    Row,
    at_most,
    shortened,
)
from advisor.cli.dialogue.scroll import Part, entries_of, part_of
from advisor.cli.dialogue.state import State, unsearched
from advisor.model.columns import columns
from advisor.survey.partner import Command, Prompt

# The list has at least half of the height less these rows before long helps have any.
_SPARED = 2
_LEAST = 4
_MOST_DETAIL = 3


@dataclass(frozen=True, slots=True)
class Drawing:
    """The rows of a screen, and how many choices a page of the list has."""

    rows: Sequence[Row]
    page: int


def draw(prompt: Prompt, state: State, look: Look) -> Drawing:
    """Lay a list out in the size there is."""
    above = [*head(prompt, look), _search_block(state, look)]
    warning = _warning(prompt, state, look)
    items = list_items(state, prompt.commands, look)
    keys = Legend(items, list_items(unsearched(state), prompt.commands, look))
    blocks = [
        *above,
        _list_block(state, look),
        _detail_block(state, look),
        gap(),
        *foot(prompt, warning, keys, look),
    ]
    given = heights(blocks, look.height)
    return Drawing(stacked(blocks, given), max(1, given[len(above)] - 1))


def _warning(prompt: Prompt, state: State, look: Look) -> str:
    if not state.warned:
        return ""
    if Command.SKIP in prompt.commands:
        return look.wording("dialogue.nothing-marked-skip")
    return look.wording("dialogue.nothing-marked")


def _search_block(state: State, look: Look) -> Block:
    """Return the row above the list: empty, or what is searched for."""
    if state.query is None:
        return gap()
    return Block(Rank.INPUT, 1, lambda _: [_search_row(state, look)], least=1)


def _search_row(state: State, look: Look) -> Row:
    found = look.wording(
        "dialogue.found", count=len(state.shown), total=len(state.choices)
    )
    left = look.width - columns(found) - len("/ ") - 3
    query = shortened(state.query or "", left, look.marks.cut)
    return [(STRONG, "/ "), ("", query), HERE, (FAINT, f"   {found}")]


def _list_block(state: State, look: Look) -> Block:
    """Return the list; one that does not fit ends in a row about the rest of it."""
    whole = len(entries_of(state, range(len(state.choices))))
    least = max(_LEAST, look.height // 2 - _SPARED)

    def rows(height: int) -> list[Row]:
        if height >= whole or height == 1:
            return _list_rows(part_of(state, height), state, look)
        part = part_of(state, height - 1)
        listed = _list_rows(part, state, look)
        empty: list[Row] = [[]] * (height - 1 - len(listed))
        return [*listed, *empty, _overview(part, state, look)]

    return Block(Rank.LIST, whole, rows, least=min(whole, least))


def _list_rows(part: Part, state: State, look: Look) -> list[Row]:
    if not part.entries:
        nothing = f"  {look.wording('dialogue.no-match')}"
        return [[(FAINT, shortened(nothing, look.width, look.marks.cut))]]
    sizes = columns_of(state, look)
    return [item_row(each, state, sizes, look) for each in part.entries]


def _overview(part: Part, state: State, look: Look) -> Row:
    """Return how much is above and below, and what is marked wherever it is."""
    text = f" {look.marks.dot} ".join(_overview_parts(part, state, look))
    return [(FAINT, shortened(f"  {text}", look.width, look.marks.cut))]


def _overview_parts(part: Part, state: State, look: Look) -> Iterator[str]:
    wording = look.wording
    if part.above:
        yield wording("dialogue.above", mark=look.marks.up, count=part.above)
    if part.below:
        yield wording("dialogue.below", mark=look.marks.down, count=part.below)
    if state.marked:
        titles = {each.id: each.title for each in state.choices}
        listed = wording.series(titles[each] for each in state.marked)
        yield wording("dialogue.marked", titles=listed, count=len(state.marked))


def _detail_block(state: State, look: Look) -> Block:
    """Return room for what the list cannot show of the choice that is pointed at."""
    sizes = columns_of(state, look)
    tallest = min(_MOST_DETAIL, tallest_detail(state, sizes, look))
    return Block(
        Rank.DETAIL,
        tallest,
        lambda count: at_most(detail_rows(state, sizes, look), count, look),
    )
