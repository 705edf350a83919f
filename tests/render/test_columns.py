from hypothesis import given
from hypothesis import strategies as st

from advisor.render.columns import column_widths, plain
from advisor.render.page import Grid, Span, words

TEXT = st.text("ab ", max_size=12)
ROWS = st.lists(st.tuples(TEXT, TEXT, TEXT), min_size=1, max_size=4)


def grid_of(rows: list[tuple[str, str, str]]) -> Grid:
    return Grid(
        ("one", "two words", "n"),
        tuple(tuple(words(cell) for cell in row) for row in rows),
        numeric=(2,),
    )


@given(ROWS, st.integers(1, 80))
def test_columns_fit_into_the_room_and_break_no_word(
    rows: list[tuple[str, str, str]], room: int
) -> None:
    grid = grid_of(rows)
    widths = column_widths(grid, room, 3)
    if widths is None:
        return
    assert sum(widths) + 3 * 2 <= room
    for row in rows:
        for text, width in zip(row, widths, strict=True):
            assert all(len(word) <= width for word in text.split())
        assert len(row[2]) <= widths[2], "a number is not broken at all"


@given(ROWS)
def test_with_room_enough_every_column_is_as_wide_as_its_text(
    rows: list[tuple[str, str, str]],
) -> None:
    columns = list(zip(("one", "two words", "n"), *rows, strict=True))
    expected = [max(len(text) for text in column) for column in columns]
    assert column_widths(grid_of(rows), 200, 3) == expected


def test_where_even_words_do_not_fit_there_are_no_widths() -> None:
    grid = Grid(("a", "b"), ((words("eleven char"), words("seven")),))
    assert column_widths(grid, 6 + 3 + 5, 3) is not None
    assert column_widths(grid, 6 + 3 + 4, 3) is None


def test_spare_room_goes_to_the_columns_that_can_use_it() -> None:
    grid = Grid(("a", "b"), ((words("aa"), words("bb bb bb")),))
    assert column_widths(grid, 10, 2) == [2, 6]


def test_plain_is_the_text_of_all_pieces() -> None:
    assert plain((Span("a "), Span("b"))) == "a b"


def test_a_column_of_numbers_without_rows_is_as_wide_as_its_title() -> None:
    assert column_widths(Grid(("a", "count"), (), numeric=(1,)), 20, 2) == [1, 5]
