"""The text that `?` shows in place of the question, to be scrolled through."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from advisor.cli.dialogue.keys import Key, movement, plain
from advisor.cli.dialogue.legend import Item, legend_rows
from advisor.cli.dialogue.rows import HERE, Look, Row, wrapped
from advisor.model.columns import columns
from advisor.survey.lines import BLANK, Line, Tone
from advisor.survey.partner import Prompt

_KEY = 7  # columns for the name of a key
_CLOSING = (Key.ENTER, Key.ESCAPE, "?", "q")


@dataclass(frozen=True, slots=True)
class Pane:
    """Lines, and the number of rows above those that are seen."""

    lines: tuple[Line, ...]
    top: int = 0


def opened(prompt: Prompt, items: Sequence[Item], look: Look) -> Pane:
    """Return a prompt in full: its help, why it is asked, and every key."""
    about = [Line(prompt.title, Tone.STRONG)]
    about += [Line(prompt.help)] if prompt.help else []
    keys = [Line(look.wording("dialogue.keys"), Tone.STRONG), *map(_line, items)]
    why = tuple(prompt.why())
    return Pane((*about, *([BLANK, *why] if why else []), BLANK, *keys))


def turned(pane: Pane, key: Key | str, look: Look) -> Pane | None:
    """Return the pane after a key, `None` if that closes it."""
    sign = plain(key) if isinstance(key, str) else key
    if sign in _CLOSING:
        return None
    page = _height(look)
    last = max(0, len(_rows(pane, look)) - page)
    step = {"j": 1, "k": -1, " ": page}.get(sign, 0) if isinstance(sign, str) else 0
    by = movement(key, page, len(_rows(pane, look))) or step
    return replace(pane, top=max(0, min(pane.top + by, last)))


def pane_rows(pane: Pane, look: Look) -> list[Row]:
    """Return what is seen of the text, and below it how to scroll and to go back."""
    every = _rows(pane, look)
    height = _height(look)
    top = max(0, min(pane.top, len(every) - height))
    seen = every[top : top + height]
    below = len(every) - top - len(seen)
    wording = look.wording
    items = [Item(wording("dialogue.escape-key"), wording("dialogue.close"))]
    if below or top:
        marks = f"{look.marks.up} {look.marks.down}"
        more = wording("dialogue.scroll-more", count=below)
        items.append(Item(marks, more if below else wording("dialogue.scroll")))
    return [[HERE, *seen[0]], *seen[1:], [], *legend_rows(items, look, 1)]


def _line(item: Item) -> Line:
    pad = " " * max(1, _KEY - columns(item.key))
    return Line(f"{item.key}{pad}{item.does}", indent=2, hang=_KEY)


def _rows(pane: Pane, look: Look) -> list[Row]:
    return [row for line in pane.lines for row in wrapped(line, look.width)]


def _height(look: Look) -> int:
    return max(1, look.height - 2)
