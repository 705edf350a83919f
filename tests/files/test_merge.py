import pytest

from advisor.files.merge import CONFLICT, conflict_line
from advisor.files.toml import parse as parse_toml
from advisor.files.tree import parse as parse_yaml
from advisor.model.errors import InputError

MERGED = "a{0} 1\n<<<<<<< HEAD\nb{0} 2\n=======\nb{0} 3\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n<<<<<<< HEAD\nb\n", 2),
        ("=======\n", 1),
        ("a\n\n>>>>>>> 0123abc (a message)\r\n", 3),
        ("||||||| base\r\n", 1),
        ("<<<<<<<", 1),
        ("", 0),
        (" <<<<<<< HEAD\n", 0),
        ("<<<<<<<HEAD\n========\n>>>>>>\n", 0),
    ],
)
def test_a_mark_is_a_line_of_its_own(text: str, line: int) -> None:
    assert conflict_line(text) == line


def test_what_cannot_be_read_for_a_conflict_says_so() -> None:
    for parse, text in (
        (parse_yaml, MERGED.format(":")),
        (parse_toml, MERGED.format(" =")),
    ):
        with pytest.raises(InputError) as raised:
            parse(text, "F")
        assert str(raised.value) == f"F:2: {CONFLICT}"


def test_what_can_be_read_is_no_conflict() -> None:
    assert "a" in parse_toml("a = '''\nTitle X\n=======\n'''\n", "F").entries
    assert parse_yaml("a: '\n  Title X\n\n=======\n\n'\n", "F").line == 1
