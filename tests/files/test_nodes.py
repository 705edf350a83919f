import pytest

from advisor.files.nodes import is_absent, kind_of, table_of, text_of
from advisor.files.tree import Scalar, parse
from advisor.model.errors import InputError


@pytest.mark.parametrize(
    ("text", "kind"),
    [("a", "'a'"), ("~", "nothing"), ("[a]", "a list"), ("{a: b}", "a mapping")],
)
def test_every_node_has_a_name_in_messages(text: str, kind: str) -> None:
    assert kind_of(parse(text, "F")) == kind


def test_only_a_scalar_with_text_has_a_text() -> None:
    assert text_of(parse("no", "F")) == "no"
    for text in ("~", "[a]", "{a: b}"):
        with pytest.raises(InputError, match="takes a simple value, not "):
            text_of(parse(text, "F"))


def test_a_text_with_control_characters_is_refused() -> None:
    with pytest.raises(InputError, match="U\\+001B"):
        text_of(Scalar(1, "\x1b", null=False))


def test_only_a_mapping_is_a_table() -> None:
    assert table_of(parse("{a: b}", "F")).lines == {"a": 1}
    with pytest.raises(InputError, match="takes 'key: value' lines, not 'a'"):
        table_of(parse("a", "F"))


def test_only_what_was_left_empty_is_absent() -> None:
    assert is_absent(parse("~", "F"))
    assert not is_absent(parse("''", "F"))
    assert not is_absent(parse("[]", "F"))
