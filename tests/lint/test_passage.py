import pytest

from advisor.lint.passage import digest, normalise, passage

_TEXT = "one\ntwo\nthree\nfour\n"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("1", "one"),
        ("2-3", "two\nthree"),
        ("1, 4", "one\nfour"),
        ("1,3-4", "one\nthree\nfour"),
    ],
)
def test_a_locator_names_its_lines(lines: str, expected: str) -> None:
    assert passage(_TEXT, lines) == expected


@pytest.mark.parametrize("lines", ["0", "6", "4-7"])
def test_a_line_that_is_not_there_cannot_pass_unseen(lines: str) -> None:
    with pytest.raises(IndexError):
        passage(_TEXT, lines)


def test_only_line_feeds_end_a_line() -> None:
    assert passage("a\u2028b\nc", "2") == "c"


def test_pinyin_in_brackets_does_not_count_but_other_brackets_do() -> None:
    assert normalise("動(dòng)態 (dynamic)") == "動態(dynamic)"


def test_width_case_and_space_do_not_count() -> None:
    assert normalise("\uff30y\uff34orch  2.0\n") == "pytorch2.0"


def test_the_digest_is_that_of_the_normalised_passage() -> None:
    assert digest("x\nPy Torch", "2") == digest("PYTORCH", "1")
    assert digest("x\nPy Torch", "2") != digest("x\nPy Torch", "1")
    assert digest("", "1").startswith("sha256:e3b0c442")
