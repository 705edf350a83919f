from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.dialogue.marks import ASCII, UNICODE, Marks
from advisor.cli.dialogue.rows import Look, Row
from advisor.cli.dialogue.state import begin, searched
from advisor.cli.dialogue.view import draw
from advisor.model.columns import columns
from advisor.model.language import Wording
from advisor.survey.partner import Prompt
from tests.cli.dialogue.asking import COMMON, MANY, PROMPTS

Text = Callable[[list[Row]], str]
Looks = Callable[..., Look]

LISTS = ("one", "many", "ordered", "chinese")


def drawn(prompt: Prompt, look: Look, text_of: Text, query: str | None = None) -> str:
    state = begin(prompt.form, prompt.choices, prompt.exclusive, prompt.current)
    if query is not None:
        state = searched(state, query)
    return text_of(list(draw(prompt, state, look).rows))


@given(
    st.sampled_from(LISTS),
    st.integers(24, 120),
    st.integers(1, 40),
    st.integers(0, 39),
    st.sampled_from([None, "", "e", "zzz"]),
    st.sampled_from([ASCII, UNICODE]),
)
def test_a_screen_fits_its_terminal(
    wording: Wording,
    text_of: Text,
    name: str,
    width: int,
    height: int,
    cursor: int,
    query: str | None,
    marks: Marks,
) -> None:
    prompt = PROMPTS[name]
    look = Look(width, height, marks, wording)
    state = begin(prompt.form, prompt.choices)
    state = replace(state, cursor=min(cursor, len(prompt.choices) - 1))
    if query is not None:
        state = searched(state, query)
    rows = list(draw(prompt, state, look).rows)
    assert len(rows) <= height
    assert max(columns(row) for row in text_of(rows).split("\n")) <= width


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(("width", "height"), [(40, 16), (60, 16), (80, 24)])
def test_what_is_needed_is_seen_everywhere(
    name: str, width: int, height: int, a_look: Looks, text_of: Text
) -> None:
    prompt = PROMPTS[name]
    shown = drawn(prompt, a_look(width, height), text_of)
    assert prompt.title in shown
    assert UNICODE.pointer in shown
    assert sum(each.title in shown for each in prompt.choices) >= 3
    for key in ("Enter", "? why", "b back", "s skip", "d don't know", "q stop"):
        assert key in shown
    assert prompt.status in shown


def test_a_search_moves_nothing(a_look: Looks, text_of: Text) -> None:
    look = a_look(60, 24)
    before = drawn(MANY, look, text_of).split("\n")
    after = drawn(MANY, look, text_of, "mac").split("\n")
    found = before.index(MANY.status)
    assert after.index(MANY.status) == found
    assert any(row.startswith("/ mac") and "2 of 13" in row for row in after)


def test_a_search_that_finds_nothing_says_so(a_look: Looks, text_of: Text) -> None:
    assert "Nothing in the list matches." in drawn(MANY, a_look(), text_of, "zzz")


def test_helps_stand_beside_the_titles_where_all_of_them_fit(
    a_look: Looks, text_of: Text
) -> None:
    wide = drawn(COMMON, a_look(80), text_of)
    assert f"{UNICODE.pointer} 1  Learning    a course" in wide
    assert "publications" in wide
    narrow = drawn(COMMON, a_look(40), text_of)
    assert "a course" in narrow
    assert "publications" not in narrow


def test_marks_and_ranks_are_signs_and_no_mere_colours(
    a_look: Looks, text_of: Text
) -> None:
    many = drawn(replace(MANY, current=("server",)), a_look(), text_of)
    assert f"{UNICODE.pointer} [x] Our own servers" in many
    assert "  [ ] Nowhere yet" in many
    ranked = replace(PROMPTS["ordered"], current=("speed-2", "speed-1"))
    assert "  1.  Speed criterion 2" in drawn(ranked, a_look(), text_of)
    assert f"{UNICODE.pointer}  2.  Speed criterion 1" in drawn(
        ranked, a_look(), text_of
    )


def test_a_long_list_says_how_much_is_not_seen(a_look: Looks, text_of: Text) -> None:
    prompt = replace(PROMPTS["ordered"], current=("community-1", "speed-1"))
    state = replace(begin(prompt.form, prompt.choices, (), prompt.current), cursor=20)
    shown = text_of(list(draw(prompt, state, a_look(60, 16)).rows))
    assert "↑ 19 more · ↓ 17 more · 2 marked: Community criterion 1" in shown


def test_a_warning_takes_the_place_of_the_side_line(
    a_look: Looks, text_of: Text
) -> None:
    state = replace(begin(MANY.form, MANY.choices), warned=True)
    shown = text_of(list(draw(MANY, state, a_look()).rows))
    assert "Enter again skips" in shown
    assert MANY.status not in shown
    strict = PROMPTS["strict"]
    shown = text_of(list(draw(strict, state, a_look()).rows))
    assert "skips" not in shown
    assert "Nothing is marked yet." in shown


def test_without_unicode_every_sign_is_ascii(a_look: Looks, text_of: Text) -> None:
    for name in ("one", "many", "ordered"):
        prompt = replace(PROMPTS[name], heading="Project")
        assert drawn(prompt, a_look(60, 16, marks=ASCII), text_of).isascii()


def test_a_page_is_what_the_list_has_room_for(a_look: Looks) -> None:
    prompt = PROMPTS["ordered"]
    state = begin(prompt.form, prompt.choices)
    assert draw(prompt, state, a_look(60, 60)).page == 43
    assert draw(prompt, state, a_look(60, 16)).page < 10
