import tomllib
from contextlib import suppress
from datetime import date, datetime, time
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.toml import parse
from advisor.files.tree import Node, Plain, Scalar, Table, line_at, plain
from advisor.files.wording import printable
from advisor.model.errors import InputError

DOCUMENT = """\
title = "a # b"      # a comment = not a key
site."google.com".'x y' = true
list = [ 1,
  # [2]
  [ 3, "]" ],
  { a = 4, b.c = '''
}''' },
]

[tool.advisor]
text = \"\"\"
two = 2
lines\\\"\"\"\"
"quo\\u0074ed" = 0x10

[[package]]
name = "one"
[package.source]
url = 'u'
[[package]]
name = "two"
when = 1979-05-27 07:32:00Z
"""


def problem(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse(text, "F")
    assert printable(str(caught.value))
    return str(caught.value)


def as_text(value: object) -> Plain:
    """Return a value of tomllib's as our tree has it."""
    match value:
        case dict():
            return {key: as_text(each) for key, each in value.items()}
        case list():
            return [as_text(each) for each in value]
        case bool():
            return str(value).lower()
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)


def test_the_values_are_those_of_the_standard_library() -> None:
    assert plain(parse(DOCUMENT, "F")) == as_text(tomllib.loads(DOCUMENT))


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("site",), 2),
        (("site", "google.com", "x y"), 2),
        (("list",), 3),
        (("list", 0), 3),
        (("list", 1), 5),
        (("list", 1, 1), 5),
        (("list", 2, "b", "c"), 6),
        (("tool",), 10),
        (("tool", "advisor", "text"), 11),
        (("tool", "advisor", "quoted"), 14),
        (("package",), 16),
        (("package", 0, "name"), 17),
        (("package", 0, "source", "url"), 19),
        (("package", 1), 20),
        (("package", 1, "when"), 22),
    ],
)
def test_everything_knows_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert line_at(parse(DOCUMENT, "F"), path) == line


def test_lines_that_end_with_carriage_returns_count_once() -> None:
    tree = parse("a = 1\r\nb = '''\r\nx'''\r\nc = 2\r\n", "F")
    assert tree.lines == {"a": 1, "b": 2, "c": 4}


def test_an_empty_document_is_an_empty_table() -> None:
    assert parse("# nothing\n", "F") == Table(1)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("3", "3"),
        ("3.10", "3.10"),
        ("0.05", "0.05"),
        ("1_000.5e1", "1000.5e1"),
        ("-inf", "-inf"),
        ("0xff", "255"),
        ("true", "true"),
        ("2026-11-21", "2026-11-21"),
        ("07:32:00", "07:32:00"),
        ('""', ""),
    ],
)
def test_a_value_is_a_text(written: str, text: str) -> None:
    tree = parse(f"a = {written}", "F")
    assert tree.entries["a"] == Scalar(1, text, null=False)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = 1\na = 2", "F:2: not valid TOML: Cannot overwrite a value; correct it"),
        ("a = 1\n[a.b]", "F:2: not valid TOML: Cannot overwrite a value"),
        ("a = 1\n\n[a]\n", "F:3: not valid TOML"),
        ("[a]\n[a]", "F:2: not valid TOML: Cannot declare"),
        ("[[a]]\n[a]\n", "F:2: not valid TOML"),
        ("a = []\n[[a]]\n", "F:2: not valid TOML"),
        ("a = [1]\n[a.b]\n", "F:2: not valid TOML"),
        ("a = 1 b = 2", "F:1: not valid TOML: Expected newline"),
        ("a\nb = 1", "F:1: not valid TOML: Expected '='"),
        ("a = \x1b", "F:1: not valid TOML"),
        ("b = 1\na = '\x1b'", "F:2: not valid TOML: Found invalid character '\\x1b'"),
        ("a = [1,\n2", "F:2: not valid TOML: Unclosed array"),
        ("a = {", "F:1: not valid TOML"),
        ("a =", "F:1: not valid TOML: Invalid value"),
        ('a = "\\x"', "F:1: not valid TOML"),
        ('"\\x" = 1', "F:1: not valid TOML"),
        ("[[a]\n", "F:1: not valid TOML"),
        ("a = '''", "F:1: not valid TOML"),
        ("\n" + "a." * 20 + "b = 1", "F:2: nested deeper than 20 levels"),
        ("\n[" + "a." * 19 + "b]", "F:2: nested deeper than 20 levels"),
        ("[[a]]\n" * 2 + "[[" + ".".join("abcdefghijklmnopqrs") + "]]", "F:3: nested"),
        ("a = " + "[" * 20 + "]" * 20, "F:1: nested deeper than 20 levels"),
        ("a = " + "{a=" * 20, "F:1: nested deeper than 20 levels"),
        ("\na = " + "9" * 5000, "F:2: a value without quotes is far too long"),
    ],
)
def test_an_error_is_one_sentence_with_its_line(text: str, message: str) -> None:
    said = problem(text)
    assert said.startswith(message)
    assert "\n" not in said


@pytest.mark.parametrize(
    "text",
    [
        "a." * 19 + "b = 1",
        "[" + "a." * 18 + "b]",
        "a = " + "[" * 19 + "]" * 19,
    ],
)
def test_twenty_levels_are_not_too_deep(text: str) -> None:
    assert plain(parse(text, "F")) == as_text(tomllib.loads(text))


def test_too_many_values_are_an_error() -> None:
    assert "F:3: too many values" in problem("a = [\n1,\n" + "1," * 100_000 + "]")
    assert "F:50001: too many values" in problem("[[a]]\n" * 60_000)
    assert "too many values" not in problem("a = 1\na = 1")


KEYS = st.one_of(
    st.sampled_from(["a", "b", "c-d", "1"]),
    st.text(max_size=4).map(
        lambda text: '"' + "".join(f"\\U{ord(each):08x}" for each in text) + '"'
    ),
    st.text('ab .#[]="', max_size=4).map("'{}'".format),
)
SCALARS = st.one_of(
    st.integers(-(10**20), 10**20).map(str),
    st.floats(allow_nan=False).map(repr),
    st.booleans().map(lambda each: str(each).lower()),
    st.dates(date(1000, 1, 1)).map(str),
    st.datetimes(datetime(1000, 1, 1)).map(str),  # noqa: DTZ001 - TOML's local time
    st.text("ab'\\\" #[]{}=,\n", max_size=6).map(lambda t: '"' + escaped(t) + '"'),
    st.text('ab\\" #[]{}=,.', max_size=6).map("'{}'".format),
    st.text("ab\\ #[]{}=,\n", max_size=6).map("'''{}'''".format),
    st.text("ab #[]{}=,\n'", max_size=6).map('"""{}"""'.format),
    st.sampled_from(['"""a"""""', "'''a'''''", '""""""', "''''''", '"""\\\n  a"""']),
)
GAPS = st.sampled_from(["", " ", "\n", " # ] }\n", "\r\n\t"])


def escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def array(members: list[tuple[str, str]]) -> str:
    return "[" + ",".join(gap + each + gap for gap, each in members) + "]"


def inline(members: list[tuple[str, str]]) -> str:
    return "{ " + ", ".join(f"{key} = {each}" for key, each in members) + " }"


VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(st.tuples(GAPS, inner), max_size=3).map(array)
        | st.lists(
            st.tuples(KEYS, inner), max_size=2, unique_by=lambda each: each[0]
        ).map(inline)
    ),
    max_leaves=6,
)
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(" . ".join)
STATEMENTS = st.one_of(
    st.tuples(DOTTED, VALUES).map(" = ".join),
    DOTTED.map("[{}]".format),
    DOTTED.map("[[ {} ]] # x".format),
    st.sampled_from(["", "# a = 1"]),
)
DOCUMENTS = st.lists(STATEMENTS, max_size=8).map("\n".join)


@given(DOCUMENTS)
def test_what_the_standard_library_reads_reads_the_same(text: str) -> None:
    try:
        values = tomllib.loads(text, parse_float=lambda raw: raw.replace("_", ""))
    except tomllib.TOMLDecodeError:
        assert problem(text).startswith("F:")
    else:
        assert plain(parse(text, "F")) == as_text(values)


@given(st.text("a1.='\"\\[]{},# \n\t\r-:TZ", max_size=60) | st.text(max_size=40))
def test_any_text_is_read_or_refused_with_a_line(text: str) -> None:
    try:
        values = tomllib.loads(text, parse_float=lambda raw: raw.replace("_", ""))
    except tomllib.TOMLDecodeError:
        assert problem(text).startswith("F:")
    else:
        assert plain(parse(text, "F")) == as_text(values)


@given(st.lists(VALUES, min_size=1, max_size=5))
def test_a_key_stands_where_it_was_written(values: list[str]) -> None:
    text, lines = "", {}
    for number, value in enumerate(values):
        if value.startswith("{") and "\n" in value:
            value = "0"
        lines[f"k{number}"] = text.count("\n") + 1
        text += f"k{number} = {value}\n"
    try:
        tree = parse(text, "F")
    except InputError:
        with pytest.raises(tomllib.TOMLDecodeError):
            tomllib.loads(text)
    else:
        assert tree.lines == lines
        check_lines(tree, text.split("\n"))


def check_lines(node: Node, lines: list[str]) -> None:
    """Every simple number is in the line that it names."""
    match node:
        case Table():
            for each in node.entries.values():
                check_lines(each, lines)
        case Scalar():
            if node.text.isascii() and node.text.isdecimal():
                assert node.text in lines[node.line - 1]
        case _:
            for item in node.items:
                check_lines(item, lines)


@pytest.mark.parametrize(
    "text",
    [
        "a." * 400_000 + "b = 1",
        "[" + "a." * 400_000 + "b]",
        "a = " + "[" * 500_000,
        "a = " + "{b = " * 200_000,
        "a = " + "9" * 900_000,
        "a = 0x" + "f" * 900_000,
        'a = """' + "x" * 900_000,
        'a = """' + "\\n" * 450_000 + '"""',
        "a = '''" + "''x" * 300_000 + "'''",
        "a = [" + "#\n" * 400_000,
        "[[a]]\n" * 160_000,
        "[[a]]\n[[a.b]]\n[[a.b.c]]\n" * 38_000,
        "a = [" + "1, " * 99_000 + "]",
        "\n".join(f"k{each} = 1" for each in range(49_000)),
    ],
    ids=lambda text: text[:12],
)
def test_a_megabyte_takes_no_more_than_seconds(text: str) -> None:
    begun = perf_counter()
    with suppress(InputError):
        parse(text, "F")
    assert perf_counter() - begun < 5  # under one on its own; others run beside it
