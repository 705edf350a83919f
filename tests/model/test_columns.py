from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.columns import breaks, columns, is_wide, pieces

TEXT = st.text(st.sampled_from("ab -，。（）中文字“”.x"), max_size=60)


@pytest.mark.parametrize(
    ("text", "taken"), [("", 0), ("abc", 3), ("中文", 4), ("a，", 3), ("e\u0301", 1)]
)
def test_chinese_takes_two_columns(text: str, taken: int) -> None:
    assert columns(text) == taken


@pytest.mark.parametrize(("text", "wide"), [("abc “x” – 1", False), ("a，b", True)])
def test_only_wide_text_breaks_inside_words(text: str, wide: bool) -> None:
    assert is_wide(text) is wide


def test_punctuation_stays_with_what_it_belongs_to() -> None:
    assert list(pieces("选（PyTorch）。 好")) == ["选", "（PyTorch）。", " ", "好"]


def test_a_row_ends_between_characters_and_never_inside_a_word() -> None:
    assert breaks("中文 PyTorch", 8) == [3]
    assert breaks("中文中文中文", 8) == [4]


def test_what_is_longer_than_a_row_is_cut() -> None:
    assert breaks("abcdefgh", 3) == [3, 6]


@given(TEXT, st.integers(2, 40))
def test_no_row_is_wider_than_allowed_and_nothing_is_lost(
    text: str, width: int
) -> None:
    places = [0, *breaks(text, width), len(text)]
    rows = [text[a:b] for a, b in pairwise(places)]
    assert "".join(rows) == text
    assert all(columns(row.rstrip()) <= width for row in rows)
    assert all(rows[:-1]), "no row is empty"
