import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.wording import flaw, printable, quoted, short, shown


@pytest.mark.parametrize("text", ["", "a b", "é", "日本語", "🙂", "a\u00a0b"])
def test_letters_of_all_kinds_are_printable(text: str) -> None:
    assert printable(text)


@pytest.mark.parametrize(
    "bad",
    ["\n", "\0", "\x1b", "\x9b", "\u202e", "\u2066", "\ufeff", "\u2028", "\ud800"],
)
def test_what_a_terminal_would_obey_is_named_by_its_number(bad: str) -> None:
    assert not printable(f"a{bad}")
    assert f"(U+{ord(bad):04X})" in flaw(f"a{bad}")


def test_printable_text_is_shown_as_it_is_and_an_empty_one_is_visible() -> None:
    assert shown("goal") == "goal"
    assert shown("") == "''"


def test_a_long_text_is_cut() -> None:
    assert short("a" * 80) == "a" * 80
    assert short("a" * 81) == "a" * 80 + "…"


@given(st.text(st.characters()))
def test_nothing_quoted_or_shown_can_move_the_cursor(text: str) -> None:
    assert printable(quoted(text))
    assert printable(shown(text))
