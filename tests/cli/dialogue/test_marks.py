from collections.abc import Mapping

import pytest

from advisor.cli.dialogue.marks import ASCII, UNICODE, Marks, marks_for


@pytest.mark.parametrize(
    ("encoding", "environment", "windows", "marks"),
    [
        ("utf-8", {}, False, UNICODE),
        ("UTF8", {"LANG": "de_DE.UTF-8"}, False, UNICODE),
        ("ascii", {}, False, ASCII),
        ("iso8859-1", {"LANG": "de_DE"}, False, ASCII),
        (None, {}, False, ASCII),
        ("utf-8", {"LC_ALL": "C", "LANG": "de_DE.UTF-8"}, False, ASCII),
        ("utf-8", {"LC_ALL": "", "LANG": "POSIX"}, False, ASCII),
        ("utf-8", {"LC_ALL": "C.UTF-8"}, False, UNICODE),
        ("utf-8", {"TERM": "linux"}, False, ASCII),
        ("utf-8", {}, True, ASCII),
        ("utf-8", {"WT_SESSION": "1"}, True, UNICODE),
    ],
)
def test_marks_are_what_the_terminal_can_show(
    encoding: str | None, environment: Mapping[str, str], windows: bool, marks: Marks
) -> None:
    assert marks_for(encoding, environment, windows=windows) == marks


def test_the_plain_marks_are_plain() -> None:
    signs = (ASCII.pointer, ASCII.up, ASCII.down, ASCII.dot, ASCII.cut)
    assert "".join(signs).isascii()
