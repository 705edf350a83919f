from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.dialogue.state import (
    State,
    answer_of,
    begin,
    moved,
    searched,
    toggled,
    unsearched,
)
from advisor.survey.choices import Choice
from advisor.survey.partner import Form
from tests.cli.dialogue.asking import GOALS, PLACES

MARKING = (Form.MANY, Form.ORDERED)

steps = st.one_of(
    st.tuples(st.just("move"), st.integers(-20, 20)),
    st.tuples(st.just("toggle"), st.none()),
    st.tuples(st.just("search"), st.sampled_from(["", "e", "S", "desktop", "zzz"])),
    st.tuples(st.just("all"), st.none()),
)


def taken(state: State, step: tuple[str, object]) -> State:
    match step:
        case ("move", int(by)):
            return moved(state, by)
        case ("search", str(query)):
            return searched(state, query)
        case ("toggle", _):
            return toggled(state)
        case _:
            return unsearched(state)


def many(current: tuple[str, ...] | None = None) -> State:
    return begin(Form.MANY, PLACES, ("none",), current)


@given(st.sampled_from(Form), st.lists(steps))
def test_the_pointer_is_always_at_something_that_is_shown(
    form: Form, path: list[tuple[str, object]]
) -> None:
    state = begin(form, PLACES, ("none",))
    for step in path:
        state = taken(state, step)
        assert state.cursor in state.shown or not state.shown
        assert (state.focus is None) == (not state.shown)


@given(st.sampled_from(MARKING), st.lists(steps))
def test_what_is_exclusive_is_never_marked_with_anything_else(
    form: Form, path: list[tuple[str, object]]
) -> None:
    state = begin(form, PLACES, ("none",))
    for step in path:
        state = taken(state, step)
        assert "none" not in state.marked or state.marked == ("none",)
        assert len(set(state.marked)) == len(state.marked)


@given(st.sampled_from(MARKING), st.lists(steps), st.sampled_from(["", "e", "zzz"]))
def test_a_search_changes_no_marks(
    form: Form, path: list[tuple[str, object]], query: str
) -> None:
    state = begin(form, PLACES, ("none",))
    for step in path:
        state = taken(state, step)
    found = searched(state, query)
    assert found.marked == state.marked
    assert unsearched(found).shown == tuple(range(len(PLACES)))


@given(st.permutations([each.id for each in PLACES[1:]]))
def test_the_current_answer_is_given_again_by_leaving_it_as_it_is(
    order: list[str],
) -> None:
    chosen = tuple(order[:4])
    ordered = begin(Form.ORDERED, PLACES, (), chosen)
    assert answer_of(ordered) == chosen
    listed = tuple(each.id for each in PLACES if each.id in chosen)
    assert answer_of(many(chosen)) == listed


@pytest.mark.parametrize("answer", [True, False])
def test_a_current_yes_or_no_is_preselected(answer: bool) -> None:
    choices = (Choice("yes", "Yes"), Choice("no", "No"))
    assert answer_of(begin(Form.YES_NO, choices, (), answer)) is answer


def test_a_current_choice_is_preselected() -> None:
    state = begin(Form.ONE, GOALS, (), "prototype")
    assert state.cursor == 2
    assert answer_of(state) == "prototype"


def test_without_a_current_answer_the_pointer_is_at_the_first() -> None:
    assert begin(Form.ONE, GOALS).cursor == 0


def test_a_current_choice_that_is_gone_is_not_marked() -> None:
    assert many(("server", "fridge")).marked == ("server",)


def test_nothing_marked_is_no_answer() -> None:
    assert answer_of(many()) is None
    assert answer_of(begin(Form.ORDERED, PLACES)) is None


def test_the_pointer_stops_at_the_ends() -> None:
    state = begin(Form.ONE, GOALS)
    assert moved(state, -1).cursor == 0
    assert moved(state, 99).cursor == len(GOALS) - 1


def test_taking_a_rank_away_moves_the_others_up() -> None:
    state = begin(Form.ORDERED, GOALS, (), ("research", "learning", "production"))
    assert state.cursor == 0
    assert toggled(state).marked == ("research", "production")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("DESKTOP", ["windows", "macos", "linux"]),
        ("kilobytes", ["micro"]),
        ("hpc", ["hpc"]),
        ("zzz", []),
    ],
)
def test_a_search_looks_at_titles_ids_and_helps(query: str, found: list[str]) -> None:
    state = searched(many(), query)
    assert [PLACES[place].id for place in state.shown] == found


def test_a_search_keeps_the_pointer_where_it_still_can_be() -> None:
    there = replace(many(), cursor=7)
    assert searched(there, "mac").cursor == 7
    assert searched(there, "web").cursor == 5
    assert searched(there, "zzz").cursor == 7


def test_a_search_points_at_a_title_before_an_id_and_a_help() -> None:
    state = searched(many(), "mac")
    assert [PLACES[place].id for place in state.shown] == ["server", "macos"]
    assert state.cursor == 7


def test_nothing_is_marked_or_chosen_where_nothing_is_shown() -> None:
    state = searched(many(("server",)), "zzz")
    assert toggled(state) == state
    assert moved(state, 1) == state
    assert answer_of(searched(begin(Form.ONE, PLACES), "zzz")) is None
