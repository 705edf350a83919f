import pytest

from advisor.model.names import LONGEST_NAME, can_name, unsafe


@pytest.mark.parametrize("text", ["", "Shelf scanner", "货架　扫描", "naïve 🙂"])
def test_what_can_be_read_is_a_name(text: str) -> None:
    assert unsafe(text) == ""
    assert can_name(text)


@pytest.mark.parametrize("char", ["\n", "\x1b", "\u200b", "\u202e", "\ud800", "\u2028"])
def test_what_cannot_be_seen_is_no_name(char: str) -> None:
    assert unsafe(f"a{char}b\t") == char
    assert not can_name(f"a{char}b")


def test_a_name_has_a_limit() -> None:
    assert can_name("x" * LONGEST_NAME)
    assert not can_name("x" * (LONGEST_NAME + 1))
