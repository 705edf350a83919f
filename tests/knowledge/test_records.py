from dataclasses import field
from pathlib import Path

import pytest

from advisor.files.tree import parse
from advisor.files.wording import printable
from advisor.knowledge.families import FAMILIES
from advisor.knowledge.records import MOST_PROBLEMS, read_record
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.constants import Constants
from advisor.model.errors import KnowledgeError
from advisor.model.evidence import ClaimFile
from advisor.model.record import record

NOT_A_CONDITION = (
    "not a condition; write all, any or not, or fact with is, in or includes"
)


@record
class Inner:
    half_life: float
    names: tuple[str, ...] = ()


@record
class Outer:
    id: str
    parts: tuple[Inner, ...] = ()
    maybe: Inner | None = None
    named: dict[str, Inner] = field(default_factory=dict)
    either: str | tuple[str, ...] = ""


@record
class Holder:
    when: Condition


def problems(text: str, record: type = Outer) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        read_record(parse(text, "F"), record, "F")
    assert all(printable(each) for each in caught.value.problems)
    return list(caught.value.problems)


def read(when: str) -> Condition:
    return read_record(parse(f"when: {when}", "F"), Holder, "F").when


def test_a_tree_becomes_the_record() -> None:
    text = "id: a\nparts: [{half-life: 2, names: [x]}]\neither: [p, q]\n"
    expected = Outer("a", (Inner(2.0, ("x",)),), either=("p", "q"))
    assert read_record(parse(text, "F"), Outer, "F") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: a\nprats: []", ["F:2: prats: unknown key; did you mean 'parts'?"]),
        (
            "id: a\nzzz: 1",
            ["F:2: zzz: unknown key; valid are: either, id, maybe, named, parts"],
        ),
        (
            "id: a\nparts:\n  - half-life: 1\n    nams: [a]",
            ["F:4: parts.0.nams: unknown key; did you mean 'names'?"],
        ),
        (
            "id: a\nmaybe: {halflife: 1}",
            [
                "F:2: maybe.half-life: missing",
                "F:2: maybe.halflife: unknown key; did you mean 'half-life'?",
            ],
        ),
        (
            "id: a\nnamed:\n  x: {half-life: 1, nams: []}",
            ["F:3: named.x.nams: unknown key; did you mean 'names'?"],
        ),
        ("id: a\nhalf_life: 1\nparts: 3", None),
        ("parts: []", ["F:1: id: missing"]),
        ("id: [a]", ["F:1: id: takes text"]),
        ("id: ~", ["F:1: id: takes text"]),
        ("id: a\nparts: x", ["F:2: parts: takes a list"]),
        ("id: a\nparts: [x]", ["F:2: parts.0: takes 'key: value' lines"]),
        ("id: a\nnamed: []", ["F:2: named: takes 'key: value' lines"]),
        ("id: a\neither: {b: c}", ["F:2: either: takes text"]),
        ("id: a\neither:\n  - b\n  - [c]", ["F:4: either.1: takes text"]),
        ("[id]", ["F:1: outer: takes 'key: value' lines"]),
        ("id", ["F:1: outer: takes 'key: value' lines"]),
    ],
)
def test_each_wrong_place_is_one_line_with_line_and_key(
    text: str, expected: list[str] | None
) -> None:
    found = problems(text)
    if expected is None:
        assert [each.split(":")[1] for each in found] == ["2", "3"]
    else:
        assert found == expected


def test_problems_come_in_the_order_of_the_lines() -> None:
    found = problems('either: {}\nnamed: 1\n"\\e": x\nmaybe: 2\nparts: 3\nid: []\n')
    assert [int(each.split(":")[1]) for each in found] == [1, 2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{all: []}", All(())),
        ("{any: [{fact: a, is: b}]}", Any_((Is("a", "b"),))),
        ("{not: {fact: a, in: [b, c]}}", Not(In("a", ("b", "c")))),
        ("{fact: a, includes: [b]}", Includes("a", ("b",))),
        ("{fact: a, is: no}", Is("a", "no")),
    ],
)
def test_every_kind_of_condition_is_read(when: str, expected: Condition) -> None:
    assert read(when) == expected


@pytest.mark.parametrize(
    "when",
    [
        "{}",
        "[]",
        "text",
        "~",
        "{fact: a}",
        "{is: b}",
        "{fact: a, iz: b}",
        "{fact: a, is: b, in: [c]}",
        "{all: [], any: []}",
        "[{fact: a, is: b}]",
    ],
)
def test_what_is_no_condition_gets_one_line_that_says_what_is(when: str) -> None:
    assert problems(f"when: {when}", Holder) == [f"F:1: when: {NOT_A_CONDITION}"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("{all: {fact: a, is: b}}", ["when.all: takes a list"]),
        ("{fact: a, in: b}", ["when.in: takes a list"]),
        ("{fact: a, is: [b]}", ["when.is: takes text"]),
        ("{not: []}", [f"when.not: {NOT_A_CONDITION}"]),
        (
            "{any: [{fact: a, is: b}, {not: {all: [{fact: [c], is: d}, x]}}]}",
            [
                "when.any.1.not.all.0.fact: takes text",
                f"when.any.1.not.all.1: {NOT_A_CONDITION}",
            ],
        ),
    ],
)
def test_a_condition_that_is_wrong_inside_is_told_where(
    when: str, expected: list[str]
) -> None:
    found = problems(f"when: {when}", Holder)
    assert found == [f"F:1: {each}" for each in expected]


def test_a_wrong_word_lists_the_right_ones() -> None:
    text = "criterion: c\nclaims:\n  - kind: opinon\n"
    assert (
        "F:3: claims.0.kind: takes 'factual', 'comparative', 'opinion', "
        "'recommendation' or 'historical', not 'opinon'"
    ) in problems(text, ClaimFile)


def test_a_wrong_key_of_a_table_of_words_is_told_at_the_key() -> None:
    text = "favours:\n  because: x\n  values:\n    wek: 1\n"
    assert (
        "F:4: favours.values.wek: takes 'weak', 'moderate' or 'strong', not 'wek'"
    ) in problems(text, Constants)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('id: "\\e[31m"', "id"),
        ('id: "\\0"', "id"),
        ('id: "a\\u202eb"', "id"),
        ('id: a\n"\\e[31m": b', r"'\x1b[31m'"),
        ('id: a\nnamed: {"\\e": {half-life: 1}}', r"named.'\x1b'"),
        ('id: a\neither: [b, "\\a"]', "either.1"),
    ],
)
def test_control_characters_are_one_problem_at_their_place(text: str, key: str) -> None:
    found = problems(text)
    assert len(found) == 1
    assert f": {key}: contains a control or invisible character" in found[0]


def test_a_text_may_have_several_lines() -> None:
    assert read_record(parse("id: |\n  a\n  b\n", "F"), Outer, "F").id == "a\nb\n"


def test_a_file_name_with_an_escape_is_shown_without_it() -> None:
    with pytest.raises(KnowledgeError, match=r"^'\\x1b\[31m':1: id: missing"):
        read_record(parse("parts: []", "F"), Outer, "\x1b[31m")


@pytest.mark.parametrize("family", FAMILIES)
def test_an_unknown_key_is_refused_in_every_family(family: str) -> None:
    found = problems("no-such-key: 1", FAMILIES[family])
    assert any("no-such-key: unknown key" in each for each in found)
    assert "F:1: id: missing" in found


def test_every_folder_of_the_rule_base_is_a_family_or_known() -> None:
    folders = {
        each.name
        for each in (Path(__file__).parents[2] / "knowledge").iterdir()
        if each.is_dir()
    }
    assert folders <= {*FAMILIES, "claims", "languages", "profiles"}


def test_of_endless_problems_so_many_are_told_as_anybody_reads() -> None:
    unknown = "".join(f"k{number}: 1\n" for number in range(3000))
    assert len(problems(f"id: a\n{unknown}")) == MOST_PROBLEMS
    unseen = "".join(f'k{number}: "\\e"\n' for number in range(3000))
    assert len(problems(f"id: a\n{unseen}")) == 2 * MOST_PROBLEMS
