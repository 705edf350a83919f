from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.text import read_text
from advisor.files.wording import printable
from advisor.knowledge.profile_parts import KEYS
from advisor.knowledge.profiles import read_kept, read_profile
from advisor.model.errors import InputError
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile

BROKEN = Path(__file__).parents[1] / "broken" / "profiles"
FILES = sorted(BROKEN.glob("*.yaml"))

WORDS = st.sampled_from(
    [*KEYS, "goal", "production", "domain", "nlp", "no", "~", "1", "-1", "nan", "x", ""]
)
NODES = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda each: f"[{', '.join(each)}]")
        | st.dictionaries(WORDS.filter(bool), inner, max_size=4).map(
            lambda each: f"{{{', '.join(f'{k}: {v}' for k, v in each.items())}}}"
        )
    ),
)


def problem(text: str, knowledge: Knowledge) -> str:
    with pytest.raises(InputError) as caught:
        read_profile(text, "F", knowledge)
    assert all(printable(line) for line in str(caught.value).split("\n"))
    return str(caught.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_profile_gives_exactly_the_expected_message(
    path: Path, knowledge: Knowledge
) -> None:
    with pytest.raises(InputError) as caught:
        read_profile(read_text(path), path.name, knowledge)
    message = str(caught.value).replace(f"{BROKEN}/", "")
    assert message == path.with_suffix(".txt").read_text(encoding="utf-8").rstrip("\n")
    assert all(printable(line) for line in message.split("\n"))


def test_every_broken_profile_has_its_message_and_the_other_way_round() -> None:
    assert FILES
    expected = {path.stem for path in BROKEN.glob("*.txt")}
    assert {path.stem for path in FILES} == expected


def test_everything_a_profile_can_say_is_read(knowledge: Knowledge) -> None:
    text = """\
schema: 1
project: shelf-scanner
as-of: 2026-11-21
knowledge: 2026.11.21
answers:
  goal: production
  deployment-targets: [android, server]
  experience: python
  priorities: [inference-speed, deployment-mobile]
  hot-swap: no
  untrusted-models: true
  python-version: 3.10
weights: {debugging: 3, learning-curve: 0.5, flexibility: 0}
allow-retired: true
unknown: [cloud, region]
gate:
  framework: pytorch
"""
    assert read_profile(text, "F", knowledge) == Profile(
        project="shelf-scanner",
        as_of=date(2026, 11, 21),
        knowledge="2026.11.21",
        answers={
            "goal": "production",
            "deployment-targets": ("android", "server"),
            "experience": ("python",),
            "priorities": ("inference-speed", "deployment-mobile"),
            "hot-swap": False,
            "untrusted-models": True,
            "python-version": "3.10",
        },
        weights={"debugging": 3.0, "learning-curve": 0.5, "flexibility": 0.0},
        allow_retired=True,
        unknown=("cloud", "region"),
        gate=Gate(framework="pytorch"),
    )


def test_the_schema_alone_is_the_empty_profile(knowledge: Knowledge) -> None:
    assert read_profile("schema: 1", "F", knowledge) == Profile()


@pytest.mark.parametrize("key", KEYS[1:])
def test_a_key_left_empty_is_the_same_as_no_key(key: str, knowledge: Knowledge) -> None:
    assert read_profile(f"schema: 1\n{key}:\n", "F", knowledge) == Profile()


@pytest.mark.parametrize(
    "lines", ["answers: {goal: }", "weights: {debugging: ~}", "gate: {framework: null}"]
)
def test_an_entry_left_empty_is_not_given(lines: str, knowledge: Knowledge) -> None:
    assert read_profile(f"schema: 1\n{lines}\n", "F", knowledge) == Profile()


@pytest.mark.parametrize("flag", ["true", "True", "yes", '"yes"'])
def test_flags_are_read_like_yes_no_answers(flag: str, knowledge: Knowledge) -> None:
    profile = read_profile(f"schema: 1\nallow-retired: {flag}\n", "F", knowledge)
    assert profile.allow_retired


@pytest.mark.parametrize("value", ["[a]", "{a: b}", "[[a]]", "[{a: b}]", "[~]"])
@pytest.mark.parametrize(
    "key", [*KEYS, "answers.goal", "answers.domain", "gate.framework"]
)
def test_a_wrong_shape_is_one_problem_of_its_line_and_key(
    key: str, value: str, knowledge: Knowledge
) -> None:
    outer, _, inner = key.partition(".")
    text = f"{outer}:\n  {inner}: {value}\n" if inner else f"{outer}: {value}\n"
    lines = problem(text if outer == "schema" else f"schema: 1\n{text}", knowledge)
    assert len(lines.split("\n")) == 1
    number = 1 if outer == "schema" else 3 if inner else 2
    assert lines.startswith(f"F:{number}: {key}")


def test_problems_come_in_the_order_of_the_lines(knowledge: Knowledge) -> None:
    text = "gate: 1\nweights: 2\nanswers: 3\nas-of: 4\nxyz: 5\nproject: [6]\n"
    numbers = [int(line.split(":")[1]) for line in problem(text, knowledge).split("\n")]
    assert numbers == [1, 1, 2, 3, 4, 5, 6]  # the schema is missing in line 1


def test_after_fifty_problems_it_is_enough(knowledge: Knowledge) -> None:
    many = "".join(f"k{number}: 1\n" for number in range(50_000))
    lines = problem(f"schema: 1\n{many}", knowledge).split("\n")
    assert len(lines) == 51
    assert lines[-1] == "… and more; mend these first"


def test_exactly_fifty_problems_are_all_of_them(knowledge: Knowledge) -> None:
    many = "".join(f"k{number}: 1\n" for number in range(50))
    lines = problem(f"schema: 1\n{many}", knowledge).split("\n")
    assert len(lines) == 50


def test_a_name_with_an_escape_is_shown_without_it(knowledge: Knowledge) -> None:
    for text in ("- a", "schema: 2"):
        with pytest.raises(InputError) as caught:
            read_profile(text, "\x1b[31m", knowledge)
        assert printable(str(caught.value))


@pytest.mark.parametrize("weight", ["0", "1000", "1e3", "0.001"])
def test_weights_run_from_nothing_to_a_thousand(
    weight: str, knowledge: Knowledge
) -> None:
    text = f"schema: 1\nweights: {{debugging: {weight}}}\n"
    assert read_profile(text, "F", knowledge).weights == {"debugging": float(weight)}


@given(st.text() | NODES | NODES.map(lambda node: f"schema: 1\nanswers: {node}"))
def test_any_text_gives_a_profile_or_printable_messages(
    knowledge: Knowledge, text: str
) -> None:
    try:
        profile = read_profile(text, "F", knowledge)
    except InputError as error:
        for line in str(error).split("\n"):
            assert printable(line)
            assert line.startswith(("F:", "…"))
    else:
        assert isinstance(profile, Profile)


def test_answers_that_no_longer_fit_are_told_and_the_others_kept(
    knowledge: Knowledge,
) -> None:
    text = """\
schema: 1
answers:
  goal: productive
  gone: true
  domain: [vision, visions]
  latency: relaxed
unknown: [gone, cloud]
weights: {debugging: 3}
"""
    profile, outdated = read_kept(text, "F", knowledge)
    assert profile == Profile(
        answers={"domain": ("vision",), "latency": "relaxed"},
        unknown=("cloud",),
        weights={"debugging": 3.0},
    )
    assert [each.question for each in outdated] == ["", "goal", "domain", ""]
    assert outdated[1].message.startswith("F:3: answers.goal: 'productive' is not an")


def test_what_is_wrong_beside_the_answers_is_an_error_all_the_same(
    knowledge: Knowledge,
) -> None:
    with pytest.raises(InputError, match=r"F:3: weights\.speed"):
        read_kept("schema: 1\nanswers: {goal: x}\nweights: {speed: 1}", "F", knowledge)
    with pytest.raises(InputError, match="unknown-key"):
        read_kept("schema: 1\nunknown-key: 1", "F", knowledge)


@pytest.mark.parametrize(
    "value", ["cloud", "[cloud, cloud]", "[[cloud]]", "[cloud, ~]"]
)
def test_of_what_is_not_known_only_a_lost_question_is_outdated(
    value: str, knowledge: Knowledge
) -> None:
    with pytest.raises(InputError, match="F:2: unknown"):
        read_kept(f"schema: 1\nunknown: {value}", "F", knowledge)
    profile, outdated = read_kept("schema: 1\nunknown: [gone]", "F", knowledge)
    assert (profile, len(outdated)) == (Profile(), 1)


def test_a_list_of_which_nothing_fits_is_not_kept(knowledge: Knowledge) -> None:
    text = "schema: 1\nanswers: {domain: [x, y], experience: [python, python]}\n"
    profile, outdated = read_kept(text, "F", knowledge)
    assert profile == Profile()
    assert [each.question for each in outdated] == ["domain", "domain", "experience"]


def test_a_profile_that_still_fits_is_kept_whole(knowledge: Knowledge) -> None:
    text = "schema: 1\nanswers: {goal: research}\nunknown: [cloud]\n"
    assert read_kept(text, "F", knowledge) == (read_profile(text, "F", knowledge), ())
