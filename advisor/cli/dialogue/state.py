"""A list that is being answered: where the pointer is, what is marked and searched."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from advisor.model.question import Answer
from advisor.survey.choices import Choice
from advisor.survey.partner import Form

# Longer lists are searched, shorter ones are picked from by digit.
_MOST_NUMBERED = 9
_NOWHERE = 3  # the number of texts that are searched


@dataclass(frozen=True, slots=True)
class State:
    """A list and what has been done with it so far; it never changes.

    `cursor` is the place of the pointer in `choices`, `shown` the places that the
    search has left, `marked` ids in the order in which they were marked. `query` is
    `None` where nothing is searched. `warned` says that an empty answer was refused.
    """

    form: Form
    choices: tuple[Choice, ...]
    exclusive: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    cursor: int = 0
    query: str | None = None
    shown: tuple[int, ...] = ()
    warned: bool = False

    @property
    def several(self) -> bool:
        """Say whether choices are marked instead of picked."""
        return self.form in (Form.MANY, Form.ORDERED)

    @property
    def numbered(self) -> bool:
        """Say whether a digit picks a choice."""
        short = len(self.choices) <= _MOST_NUMBERED
        return short and self.form in (Form.ONE, Form.MANY)

    @property
    def searchable(self) -> bool:
        """Say whether the list is long enough for a search to be worth telling of."""
        return len(self.choices) > _MOST_NUMBERED

    @property
    def focus(self) -> Choice | None:
        """Return the choice that is pointed at; `None` where nothing is shown."""
        return self.choices[self.cursor] if self.shown else None


def begin(
    form: Form,
    choices: tuple[Choice, ...],
    exclusive: tuple[str, ...] = (),
    current: Answer | None = None,
) -> State:
    """Return a list as it is first seen, with the current answer in it."""
    held = _ids(current)
    known = tuple(each for each in held if each in {choice.id for choice in choices})
    places = [place for place, each in enumerate(choices) if each.id in known]
    state = State(form, choices, exclusive, shown=tuple(range(len(choices))))
    cursor = places[0] if places else 0
    return replace(state, cursor=cursor, marked=known if state.several else ())


def _ids(current: Answer | None) -> tuple[str, ...]:
    match current:
        case None:
            return ()
        case bool():
            return ("yes" if current else "no",)
        case str():
            return (current,)
        case _:
            return current


def answer_of(state: State) -> Answer | None:
    """Return the answer as it stands; `None` where there is none."""
    if state.form is Form.ORDERED:
        return state.marked or None
    if state.form is Form.MANY:
        listed = (each.id for each in state.choices if each.id in state.marked)
        return tuple(listed) or None
    if state.focus is None:
        return None
    return state.focus.id == "yes" if state.form is Form.YES_NO else state.focus.id


def moved(state: State, by: int) -> State:
    """Move the pointer by so many of the choices shown; it stops at the ends."""
    if not state.shown:
        return state
    place = state.shown.index(state.cursor) + by
    return replace(state, cursor=state.shown[max(0, min(place, len(state.shown) - 1))])


def pointed(state: State, number: int) -> State:
    """Point at a choice by its number in the list, from 1."""
    return replace(state, cursor=number - 1)


def toggled(state: State) -> State:
    """Mark what is pointed at, or take the mark away.

    What is exclusive removes the other marks, and any other mark removes it.
    """
    if state.focus is None:
        return state
    id_ = state.focus.id
    if id_ in state.marked:
        return _with_marks(state, lambda each: each != id_)
    alone = id_ in state.exclusive
    kept = _with_marks(state, lambda each: not alone and each not in state.exclusive)
    return replace(kept, marked=(*kept.marked, id_))


def _with_marks(state: State, keeps: Callable[[str], bool]) -> State:
    return replace(state, marked=tuple(filter(keeps, state.marked)))


def searched(state: State, query: str) -> State:
    """Show the choices with the query in title, id or help, whatever the case.

    The pointer goes to the first that has it in the title, else in the id, else in the
    help; it stays where it is if that is as good.
    """
    places = [_place(each, query.casefold()) for each in state.choices]
    shown = tuple(number for number, place in enumerate(places) if place < _NOWHERE)
    order = sorted(shown, key=lambda each: (places[each], each != state.cursor))
    cursor = next(iter(order), state.cursor)
    return replace(state, query=query, shown=shown, cursor=cursor)


def _place(choice: Choice, query: str) -> int:
    """Return in which of its texts a choice has the query, the title being 0."""
    texts = (choice.title, choice.id, choice.help)
    found = (number for number, each in enumerate(texts) if query in each.casefold())
    return next(found, _NOWHERE)


def unsearched(state: State) -> State:
    """Show the whole list again; the pointer stays."""
    return replace(state, query=None, shown=tuple(range(len(state.choices))))
