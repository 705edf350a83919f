import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from advisor.cli.exit import Exit
from advisor.cli.modeline import kept_modelines, modeline
from advisor.model.errors import InputError

Run = Callable[..., Any]  # Any: Outcome

# As redhat-developer/yaml-language-server reads it (modelineUtil.ts).
IS_MODELINE = re.compile(r"^#\s+(?:yaml-language-server\s*:|\$schema:)")
SCHEMA_OF = re.compile(r"\$schema(?:=|:[^\S\r\n]*)(\S+)")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


def problems(profile: Path) -> list[str]:
    """Return what an editor would underline, by the schema that the profile names."""
    text = profile.read_text(encoding="utf-8")
    first = text.splitlines()[0]
    assert IS_MODELINE.match(first)
    found = SCHEMA_OF.search(first)
    assert found is not None
    schema = json.loads((profile.parent / found[1]).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(yaml.safe_load(text))
    return [each.message for each in errors]


def test_the_template_names_a_schema_that_accepts_it(invoke: Run) -> None:
    done = invoke("init", "--schema", "profile.schema.json")
    assert (done.code, done.out) == (Exit.OK, "")
    profile = Path("profile.yaml")
    assert problems(profile) == []
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("answers:", "anwsers:"), encoding="utf-8")
    assert "'anwsers' was unexpected" in " ".join(problems(profile))


def test_the_schema_is_the_one_that_the_schema_command_prints(invoke: Run) -> None:
    invoke("init", "--schema", "profile.schema.json")
    written = Path("profile.schema.json").read_text(encoding="utf-8")
    assert written == invoke("schema", "profile").out


def test_an_example_names_its_schema_too(invoke: Run) -> None:
    invoke("init", "--example", "small-server", "--schema", "profile.schema.json")
    assert problems(Path("profile.yaml")) == []
    assert invoke("recommend", "profile.yaml", "--quick").code == Exit.OK


def test_the_schema_is_named_from_where_the_profile_lies(invoke: Run) -> None:
    Path("a").mkdir()
    Path("schemas").mkdir()
    done = invoke("init", "-o", "a/profile.yaml", "--schema", "schemas/profile.json")
    assert done.code == Exit.OK
    first = Path("a/profile.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schemas/profile.json"
    assert problems(Path("a/profile.yaml")) == []


def test_several_profiles_share_a_schema(invoke: Run) -> None:
    for name in ("a.yaml", "b.yaml"):
        assert invoke("init", "-o", name, "--schema", "schema.json").code == Exit.OK


def test_on_the_screen_the_schema_is_named_from_the_current_folder(
    invoke: Run,
) -> None:
    done = invoke("init", "-o", "-", "--schema", "schema.json")
    assert done.out.startswith("# yaml-language-server: $schema=schema.json\n# A ")
    assert Path("schema.json").exists()


def test_another_file_is_not_replaced_by_the_schema(invoke: Run) -> None:
    Path("mine.json").write_text("{}", encoding="utf-8")
    done = invoke("init", "--schema", "mine.json")
    assert done.code == Exit.USAGE
    assert "mine.json: exists already; use --force to replace it" in done.err
    assert Path("mine.json").read_text(encoding="utf-8") == "{}"
    assert not Path("profile.yaml").exists()
    assert invoke("init", "--schema", "mine.json", "--force").code == Exit.OK
    assert problems(Path("profile.yaml")) == []


@pytest.mark.parametrize("schema", ["-", "profile.yaml", "./profile.yaml"])
def test_a_schema_needs_a_file_of_its_own(schema: str, invoke: Run) -> None:
    done = invoke("init", "--schema", schema)
    assert done.code == Exit.USAGE
    assert "name a file of its own" in done.err
    assert list(Path().iterdir()) == []


def test_a_name_that_editors_cannot_follow_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="editors follow no spaces"):
        modeline(tmp_path / "my schema.json", tmp_path / "profile.yaml")


def test_replacing_a_profile_keeps_its_modelines(invoke: Run) -> None:
    invoke("init", "--schema", "schema.json")
    invoke("init", "--example", "small-server", "--force")
    assert problems(Path("profile.yaml")) == []
    assert "small-server" in Path("profile.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"", b"schema: 1\n"])
def test_a_file_without_one_keeps_none(content: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    if content is not None:
        path.write_bytes(content)
    assert kept_modelines(path) == ""
    assert kept_modelines(tmp_path) == ""


def test_the_interview_saves_a_profile_with_the_modeline_it_had(invoke: Run) -> None:
    line = "# yaml-language-server: $schema=profile.schema.json\n"
    Path("profile.yaml").write_text(f"{line}schema: 1\nanswers: {{}}\n", "utf-8")
    done = invoke("ask", "profile.yaml", "--plain", stdin="1\nq\ny\n")
    assert "are lost" not in done.out + done.err
    text = Path("profile.yaml").read_text(encoding="utf-8")
    assert text.startswith(f"{line}# What is known about a project")
    assert text.count("yaml-language-server") == 1
    assert "answers:\n" in text
