import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.tree import parse, plain
from advisor.files.yaml_text import listing, number, quoted, scalar

TEXTS = st.text(st.characters(codec="utf-8"))


@given(text=TEXTS)
def test_a_text_is_read_back_as_text_by_every_reader(text: str) -> None:
    for written in (scalar(text), quoted(text)):
        assert plain(parse(f"key: {written}", "F")) == {"key": text}
        assert yaml.safe_load(f"key: {written}") == {"key": text}
        assert plain(parse(f"[{written}]", "F")) == [text]


@given(items=st.lists(TEXTS))
def test_a_list_is_read_back_on_one_line_or_on_many(items: list[str]) -> None:
    lines = list(listing("key", [quoted(each) for each in items], ""))
    assert plain(parse("\n".join(lines), "F")) in ({"key": items}, {"key": None})


def test_only_what_needs_quotes_has_them() -> None:
    assert scalar("path-legacy") == "path-legacy"
    assert scalar("no") == '"no"'
    assert scalar("3.12") == '"3.12"'


def test_a_short_list_stands_on_one_line_and_a_long_one_does_not() -> None:
    assert list(listing("key", ["a", "b"], "  ")) == ["  key: [a, b]"]
    long = [f"item-{each}" for each in range(12)]
    assert list(listing("key", long, "  ")) == [
        "  key:",
        *(f"    - {each}" for each in long),
    ]


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (0.05, "0.05"), (0, "0")])
def test_a_number_has_no_fraction_it_does_not_need(value: float, text: str) -> None:
    assert number(value) == text
