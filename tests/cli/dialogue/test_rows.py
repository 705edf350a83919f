from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.dialogue.rows import Look, Row, at_most, joined, shortened, wrapped
from advisor.model.columns import columns
from advisor.survey.lines import Line, Tone


@given(st.text("ab 训练，"), st.integers(1, 20), st.sampled_from(["…", "..."]))
def test_a_shortened_text_is_never_too_wide(text: str, width: int, mark: str) -> None:
    short = shortened(text, width, mark)
    assert columns(short) <= max(width, len(mark))
    assert short == text or short.endswith(mark)


def test_a_text_that_fits_stays() -> None:
    assert shortened("训练", 4, "…") == "训练"
    assert shortened("训练好", 4, "…") == "训…"


def test_a_line_becomes_rows_with_its_tone() -> None:
    rows = wrapped(Line("one two three four five six", Tone.STRONG, aside=" x"), 24)
    assert len(rows) == 2
    assert all("bold" in each[0] for each in rows[0] if each[1])


def test_a_blank_line_is_a_row() -> None:
    assert len(wrapped(Line(), 24)) == 1


def test_the_last_row_kept_shows_that_there_are_more(
    a_look: Callable[..., Look], text_of: Callable[[list[Row]], str]
) -> None:
    look = a_look()
    rows: list[Row] = [[("", "a")], [("", "b")], [("", "c")]]
    assert at_most(rows, 3, look) == rows
    assert joined(at_most(rows, 2, look)) == [
        ("", "a"),
        ("", "\n"),
        ("", "b"),
        ("dim", " …"),
    ]
    assert at_most(rows, 0, look) == []
    full: list[Row] = [[("", "one "), ("bold", "two")], [("", "three")]]
    assert text_of(at_most(full, 1, a_look(7))) == "one t …"
