import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.tree import Items, Scalar, Table, line_at, parse, plain
from advisor.files.wording import printable
from advisor.model.errors import InputError

# Letters that mean something to YAML, mixed with some that mean something to terminals.
YAMLISH = st.text(
    alphabet="ab:-?[]{}&*!|>'\"%@#,~<.\\ \t\n\r\x00\x1b\x85\u202e\u2028é🙂"
)


def problem(text: str) -> str:
    with pytest.raises(InputError) as caught:
        parse(text, "F")
    return str(caught.value)


def test_scalars_stay_the_text_that_was_written() -> None:
    text = "[no, 3.10, 0o17, 1e3, 2026-11-21, 1_000, yes, .inf, 012]"
    assert plain(parse(text, "F")) == text[1:-1].split(", ")


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_nothing_and_null_are_no_text(written: str) -> None:
    assert plain(parse(f"a: {written}\n", "F")) == {"a": None}


@pytest.mark.parametrize("written", ['""', "'null'", '"~"', "nULL"])
def test_quotes_turn_null_into_text(written: str) -> None:
    assert plain(parse(f"a: {written}\n", "F")) == {"a": written.strip("'\"")}


def test_every_node_and_key_knows_its_line() -> None:
    tree = parse("# first\na:\n  - x\n  - b:\n      y\n", "F")
    value = Scalar(5, "y", null=False)
    item = Table(4, {"b": value}, {"b": 4})
    items = Items(3, [Scalar(3, "x", null=False), item])
    assert tree == Table(2, {"a": items}, {"a": 2})


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("a",), 1),
        (("a", 1), 3),
        (("a", 1, "b"), 3),
        (("a", 1, "missing"), 3),
        (("a", 7), 1),
        (("nowhere", 1), 1),
    ],
)
def test_line_at_is_the_line_of_the_deepest_node_reached(
    path: tuple[str | int, ...], line: int
) -> None:
    assert line_at(parse("a:\n  - x\n  - b: y\n", "F"), path) == line


@pytest.mark.parametrize(
    "opening",
    ["[", "{a: ", "- ", "? ", "{? ", "[{a: "],
    ids=["list", "mapping", "block-list", "key", "flow-key", "both"],
)
def test_a_hundred_thousand_levels_are_refused_quickly(opening: str) -> None:
    begin = time.perf_counter()
    message = problem(opening * 100_000)
    assert time.perf_counter() - begin < 2
    assert "nested deeper than 20 levels" in message or "a key must be" in message


def test_twenty_levels_are_allowed() -> None:
    assert plain(parse("[" * 20 + "]" * 20, "F"))


@pytest.mark.parametrize(
    "body",
    ["[" + "," * 900_000, "-\n" * 100_000, "a: #" * 200_000, '"' * 900_000],
    ids=["commas", "dashes", "comments", "quotes"],
)
def test_a_megabyte_of_nonsense_is_answered_within_seconds(body: str) -> None:
    begin = time.perf_counter()
    with suppress(InputError):
        parse(body, "F")
    assert time.perf_counter() - begin < 5


def test_exploding_aliases_stop_at_the_first_anchor() -> None:
    assert problem("a: &a [x, x]\nb: [*a, *a]\n") == (
        "F:1: anchors (&name) are not allowed; write it out"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: *b", "aliases (*name) are not allowed; write it out"),
        ("*b : a", "aliases (*name) are not allowed; write it out"),
        ("a: &b {c: d}", "anchors (&name) are not allowed; write it out"),
        ("a: &b [c]", "anchors (&name) are not allowed; write it out"),
        ("&b a: c", "anchors (&name) are not allowed; write it out"),
        ("a: !!str b", "tags (!name) are not allowed; write the value alone"),
        ("!!str a: b", "tags (!name) are not allowed; write the value alone"),
        ("a: ! b", "tags (!name) are not allowed; write the value alone"),
        ("!!map {a: b}", "tags (!name) are not allowed; write the value alone"),
        ("!!python/name:os.system x", "tags (!name) are not allowed; write the value"),
        ("<<: {a: b}", "merge keys (<<) are not allowed; write it out"),
        ("{a: b}: c", "a key must be a simple word, not a list or a mapping"),
        ("a: b\n---\nc: d", "a second document starts here; keep only one"),
    ],
)
def test_whatever_makes_yaml_more_than_text_is_refused(
    text: str, expected: str
) -> None:
    assert expected in problem(text)


def test_a_quoted_merge_sign_is_a_key_like_any_other() -> None:
    assert plain(parse('"<<": a', "F")) == {"<<": "a"}


@pytest.mark.parametrize(
    ("text", "line", "first"),
    [("a: 1\nb: 2\na: 3", 3, 1), ("x:\n  - a: 1\n    'a': 2", 3, 2)],
)
def test_a_key_given_twice_names_both_lines(text: str, line: int, first: int) -> None:
    assert (
        problem(text) == f"F:{line}: 'a' is given twice; the first is in line {first}"
    )


def test_a_very_long_key_is_not_repeated_whole() -> None:
    key = "a" * 100_000
    assert len(problem(f"? {key}\n: 1\n? {key}\n: 2\n")) < 200


@pytest.mark.parametrize("bad", ["\0", "\x1b", "\x07", "\x7f", "\x9b", "\ud800"])
def test_a_raw_control_character_is_named_with_its_own_line(bad: str) -> None:
    text = f"# äöü äöü äöü\r\n# äöü\na: {bad}\n"
    assert problem(text) == f"F:3: a control character (U+{ord(bad):04X}); remove it"


def test_a_tab_gets_advice_and_another_mistake_does_not() -> None:
    assert problem("a:\n\tb: c").endswith("; indent with spaces, not tabs")
    assert "tab" not in problem("a: b: c")


def test_a_file_name_with_an_escape_is_shown_without_it() -> None:
    with pytest.raises(InputError, match=r"^'\\x1b\[31m':2: ") as caught:
        parse("[", "\x1b[31m")
    assert printable(str(caught.value))


def test_text_that_looks_like_code_is_never_run(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    problem(f'a: !!python/object/apply:os.system ["touch {trap}"]')
    assert not trap.exists()


@given(st.text() | YAMLISH)
def test_any_text_gives_a_tree_or_one_printable_message(text: str) -> None:
    message = "F:"
    try:
        plain(parse(text, "F"))
    except InputError as error:
        message = str(error)
    assert message.startswith("F:")
    assert printable(message)


def test_tag_directives_are_refused_at_their_line() -> None:
    text = "# one\n%TAG !a! tag:example.org:\n---\na: 1\n"
    assert problem(text) == "F:2: tags (%TAG) are not allowed; remove it"
    assert plain(parse("%YAML 1.1\n---\na: '%TAG'\n", "F")) == {"a": "%TAG"}


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"%TAG !t{number}! tag:e" for number in range(50_000)),
        f"[{'{},' * 300_000}]",
        "- 1\n" * 240_000,
    ],
    ids=["directives", "empty mappings", "items"],
)
def test_what_would_take_too_long_is_refused(text: str) -> None:
    begun = time.process_time()
    problem(text)
    assert time.process_time() - begun < 1
