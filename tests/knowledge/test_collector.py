import pytest

from advisor.files.nodes import text_of
from advisor.files.tree import Items, Node, Table, parse
from advisor.knowledge.collector import Collector, EnoughError, one_of, report
from advisor.model.errors import InputError

MOST = 50


def table(text: str) -> Table:
    root = parse(text, "F")
    assert isinstance(root, Table)
    return root


def upper(node: Node, key: str) -> str:
    return f"{key}={text_of(node).upper()}"


def test_what_stands_under_a_key_is_read_with_its_full_name() -> None:
    collector = Collector("F")
    assert collector.read(table("a: x"), "a", upper, "", "gate.") == "gate.a=X"
    assert collector.problems == []


@pytest.mark.parametrize("text", ["b: x", "a:", "a: ~"])
def test_what_is_absent_is_the_default_and_no_problem(text: str) -> None:
    collector = Collector("F")
    assert collector.read(table(text), "a", upper, "default") == "default"
    assert collector.problems == []


def test_what_is_wrong_is_the_default_and_a_problem_with_its_line() -> None:
    collector = Collector("F")
    assert collector.read(table("b: x\na: [x]"), "a", upper, "default") == "default"
    assert report(collector.problems) == "F:2: a: takes a simple value, not a list"


def test_a_key_that_is_unknown_is_told_with_the_nearest_one() -> None:
    collector = Collector("F")
    collector.known_keys(table("margin: 1\nmargn: 2"), ("margin",), "gate.")
    assert report(collector.problems) == (
        "F:2: gate.margn: unknown key; did you mean 'margin'?"
    )


def test_of_a_table_what_is_right_is_kept() -> None:
    collector = Collector("F")
    node = table("a: x\nb: [y]\nc: z\nd:")

    def read(name: str, value: Node) -> str:
        return upper(value, name)

    assert collector.entries(node, "t", ("a", "b", "d"), read) == {"a": "a=X"}
    assert report(collector.problems) == (
        "F:2: t.b: takes a simple value, not a list\n"
        "F:3: t.c: unknown key; valid are: a, b, d"
    )


def test_of_a_list_what_is_right_is_kept_and_what_is_wrong_is_named() -> None:
    collector = Collector("F")
    items = table("l: [jax, pytroch, [x]]").entries["l"]
    assert isinstance(items, Items)
    valid = ("jax", "pytorch")
    assert collector.words(items, "l", lambda each: one_of(each, valid)) == ("jax",)
    assert [each.item for each in collector.problems] == ["pytroch", ""]


def test_problems_come_in_the_order_of_their_lines() -> None:
    collector = Collector("F")
    for line in (3, 1, 2):
        collector.problem(line, "k", f"number {line}")
    assert report(collector.problems).split("\n") == [
        "F:1: k: number 1",
        "F:2: k: number 2",
        "F:3: k: number 3",
    ]


def test_nobody_reads_more_problems_than_these() -> None:
    collector = Collector("F")
    for line in range(MOST):
        collector.problem(line, "k", "wrong")
    with pytest.raises(EnoughError):
        collector.problem(MOST, "k", "wrong")
    assert len(collector.problems) == MOST


def test_a_name_must_be_one_of_those_that_are_valid() -> None:
    assert one_of("jax", ("jax", "pytorch")) == "jax"
    with pytest.raises(InputError, match="'jaxx' is unknown; did you mean 'jax'"):
        one_of("jaxx", ("jax", "pytorch"))
