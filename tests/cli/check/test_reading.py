import io
import sys
from pathlib import Path

import pytest

from advisor.cli.check.reading import Invalid, key_lines, read_target
from advisor.cli.check.targets import PIPED, Filed, Piped, Target
from advisor.files.tree import parse
from advisor.model.checked import ProfileFile
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge

PROFILE = """\
schema: 1
answers:
  goal: production
  deployment-targets:
    - android
    - server
gate:
  exceptions:
    - finding: no-basis
      reason: new
      owner: team
      expires: 2027-01-01
"""


def filed(folder: Path, text: str | bytes, name: str = "profile.yaml") -> Target:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return Filed(path, f"package/{name}")


def problems(target: Target, knowledge: Knowledge) -> tuple[tuple[int, str, str], ...]:
    read = read_target(target, knowledge)
    assert isinstance(read, Invalid)
    assert read.file == target.file
    return read.problems


def test_a_valid_profile_knows_the_lines_of_its_keys(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    read = read_target(filed(tmp_path, PROFILE), knowledge)
    assert isinstance(read, ProfileFile)
    assert read.profile.answers["goal"] == "production"
    assert read.lines["answers.goal"] == 3
    assert read.lines["answers.deployment-targets.1"] == 6
    assert read.place("gate.exceptions.0.owner").line == 11
    assert read.place("gate.exceptions.0.about").line == 9
    assert read.place("weights.debugging").line == 1
    assert read.place("answers.goal").file == "package/profile.yaml"


def test_keys_with_dots_and_lists_in_lists_have_lines() -> None:
    lines = key_lines(parse("a.b:\n  - [x,\n     y]\n", "x"))
    assert lines == {"a.b": 1, "a.b.0": 2, "a.b.0.0": 2, "a.b.0.1": 3}


def test_every_problem_is_told_with_line_and_key(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    text = "schema: 1\nproject: [x]\nanswers: {goal: productoin}\nanswer: x\n"
    found = problems(filed(tmp_path, text), knowledge)
    assert [each[:2] for each in found] == [
        (2, "project"),
        (3, "answers.goal"),
        (4, "answer"),
    ]
    assert "did you mean 'production'?" in found[1][2]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("schema: 1\nanswers: [\n", 3, "not valid YAML"),
        ("schema: 1\n'goal: x': 1\n'goal: x': 2\n", 3, "'goal: x' is given twice"),
        ("", 1, "the file is empty"),
        ("schema: 1\n<<<<<<< HEAD\nproject: x\n=======\n", 2, "a merge conflict"),
        ("- a\n", 1, "a profile is a mapping"),
        (b"schema: 1\nproject: \xff\n", 2, "not UTF-8 text"),
    ],
)
def test_a_text_that_is_no_profile_is_told_at_its_line(
    text: str | bytes, line: int, said: str, knowledge: Knowledge, tmp_path: Path
) -> None:
    ((at, key, message),) = problems(filed(tmp_path, text), knowledge)
    assert (at, key) == (line, "")
    assert message.startswith(said)


def test_of_countless_problems_the_first_are_told(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    text = "schema: 1\n" + "".join(f"key-{n}: x\n" for n in range(200))
    found = problems(filed(tmp_path, text), knowledge)
    assert len(found) == 50
    assert found[0][:2] == (2, "key-0")
    assert all(message.startswith("unknown key") for _, _, message in found)


def test_a_section_of_a_pyproject_is_read_as_the_file_would_be(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    text = (
        '[project]\nname = "x"\n[tool.advisor]\nschema = 1\nallow-retired = true\n'
        "as-of = 2026-11-21\n"
        '[tool.advisor.answers]\ngoal = "production"\nhot-swap = false\n'
        "[tool.advisor.gate]\nmargin = 0.05\n"
    )
    read = read_target(filed(tmp_path, text, "pyproject.toml"), knowledge)
    assert isinstance(read, ProfileFile)
    assert read.profile.answers == {"goal": "production", "hot-swap": False}
    assert read.profile.gate.margin == 0.05
    assert read.profile.allow_retired
    assert read.place("answers.goal").line == 8
    wrong = text.replace('"production"', "3")
    ((line, key, _),) = problems(filed(tmp_path, wrong, "pyproject.toml"), knowledge)
    assert (line, key) == (8, "answers.goal")


def test_a_broken_pyproject_is_an_invalid_profile(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    target = filed(tmp_path, "[tool.advisor]\nschema = 1\nx = [\n", "pyproject.toml")
    ((_, key, message),) = problems(target, knowledge)
    assert key == ""
    assert message.startswith("not valid TOML")


def test_what_is_not_there_is_an_error_by_the_name_that_was_typed(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    path = tmp_path / "missing.yaml"
    with pytest.raises(InputError, match=rf"^{path}: no such file"):
        read_target(Filed(path, "package/missing.yaml"), knowledge)


def test_standard_input_is_read_by_that_name(
    knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, said in (("schema: 2\n", "takes 1"), ("\xff", "not UTF-8 text")):
        stream = io.TextIOWrapper(io.BytesIO(text.encode("latin-1")))
        monkeypatch.setattr(sys, "stdin", stream)
        read = read_target(Piped(tmp_path), knowledge)
        assert isinstance(read, Invalid)
        assert read.file == PIPED
        assert read.problems[0][2].startswith(said)
