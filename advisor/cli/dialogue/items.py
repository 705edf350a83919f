"""The rows of a list: pointer, mark, title and, where all fit, the helps beside them."""

from dataclasses import dataclass

from advisor.cli.dialogue.rows import (
    FAINT,
    HERE,
    STRONG,
    Look,
    Row,
    shortened,
    wrapped,
)
from advisor.cli.dialogue.scroll import Entry
from advisor.cli.dialogue.state import State
from advisor.model.columns import columns
from advisor.survey.choices import Choice
from advisor.survey.lines import Line, Tone
from advisor.survey.partner import Form

_GAP = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the titles are; `helped` says that every help fits beside its title."""

    before: int
    title: int
    helped: bool


def columns_of(state: State, look: Look) -> Columns:
    """Measure the list; this does not depend on what has been done with it."""
    before = len(look.marks.pointer) + 1 + columns(_mark(state, state.choices[0], look))
    title = max(columns(each.title) for each in state.choices)
    help_ = max(columns(each.help) for each in state.choices)
    helped = 0 < help_ <= look.width - before - title - _GAP
    return Columns(before, min(title, look.width - before), helped)


def item_row(entry: Entry, state: State, sizes: Columns, look: Look) -> Row:
    """Return the row of a heading or of a choice."""
    if entry.place is None:
        indent = " " * (len(look.marks.pointer) + 1)
        heading = shortened(entry.heading, look.width - len(indent), look.marks.cut)
        return [("", indent), (FAINT, heading)]
    choice = state.choices[entry.place]
    here = entry.place == state.cursor
    blank = " " * len(look.marks.pointer)
    pointer: Row = [(STRONG, look.marks.pointer)] if here else [("", blank)]
    if here and state.query is None:
        pointer.insert(0, HERE)
    title = shortened(choice.title, sizes.title, look.marks.cut)
    style = STRONG if here else ""
    row: Row = [*pointer, (style, f" {_mark(state, choice, look)}"), (style, title)]
    if sizes.helped and choice.help:
        pad = " " * (sizes.title - columns(title) + _GAP)
        row.append((FAINT, pad + choice.help))
    return row


def _mark(state: State, choice: Choice, look: Look) -> str:
    """Return what stands before a title: its number or letter, box or rank."""
    if state.form is Form.YES_NO:
        return "y  " if choice.id == "yes" else "n  "
    if state.form is Form.ORDERED:
        ranked = choice.id in state.marked
        rank = f"{state.marked.index(choice.id) + 1}." if ranked else look.marks.dot
        return f"{rank:>3}  "
    number = f"{state.choices.index(choice) + 1}  " if state.numbered else ""
    if state.form is Form.MANY:
        return f"{number}[{'x' if choice.id in state.marked else ' '}] "
    return number


def detail_rows(state: State, sizes: Columns, look: Look) -> list[Row]:
    """Return what the list has no room for, about the choice that is pointed at."""
    return _about(state.focus, sizes, look) if state.focus else []


def tallest_detail(state: State, sizes: Columns, look: Look) -> int:
    """Return how many rows the details can take, so that the list need not move."""
    return max(len(_about(each, sizes, look)) for each in state.choices)


def _about(choice: Choice, sizes: Columns, look: Look) -> list[Row]:
    whole = columns(choice.title) <= sizes.title
    unseen = [] if whole else [choice.title]
    unseen += [choice.help] if choice.help and not sizes.helped else []
    if not unseen:
        return []
    line = Line(". ".join(unseen), Tone.FAINT, indent=sizes.before)
    return list(wrapped(line, look.width))
