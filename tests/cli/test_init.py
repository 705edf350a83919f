from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.exit import Exit
from advisor.knowledge.profiles import read_profile
from advisor.model.knowledge import Knowledge

Run = Callable[..., Any]  # Any: Outcome


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder: the default file name is relative."""
    monkeypatch.chdir(tmp_path)


def test_the_template_is_a_profile_that_can_be_read_as_it_is(
    invoke: Run, knowledge: Knowledge
) -> None:
    done = invoke("init")
    assert (done.code, done.out) == (Exit.OK, "")
    assert done.err == "Wrote profile.yaml. Next: advisor recommend profile.yaml\n"
    text = Path("profile.yaml").read_text(encoding="utf-8")
    assert read_profile(text, "profile.yaml", knowledge).answers == {}
    assert invoke("recommend", "profile.yaml", "--quick").code == Exit.OK


def test_an_existing_file_is_kept(invoke: Run) -> None:
    path = Path("profile.yaml")
    path.write_text("mine", encoding="utf-8")
    done = invoke("init")
    assert done.code == Exit.USAGE
    assert done.err == (
        "Error: profile.yaml: exists already; use --force to replace it\n"
    )
    assert path.read_text(encoding="utf-8") == "mine"


def test_force_replaces_it(invoke: Run) -> None:
    path = Path("profile.yaml")
    path.write_text("mine", encoding="utf-8")
    assert invoke("init", "--force").code == Exit.OK
    assert path.read_text(encoding="utf-8").startswith("# A project profile")


def test_a_hyphen_writes_to_standard_output(invoke: Run) -> None:
    done = invoke("init", "-o", "-")
    assert done.code == Exit.OK
    assert done.out.startswith("# A project profile")
    assert done.err == ""
    assert list(Path().iterdir()) == []


def test_an_example_is_written_as_it_is(invoke: Run, knowledge: Knowledge) -> None:
    for name, text in knowledge.profiles.items():
        assert invoke("init", "--example", name, "-o", f"{name}.yaml").code == Exit.OK
        assert Path(f"{name}.yaml").read_text(encoding="utf-8") == text


def test_an_unknown_example_brings_the_nearest(invoke: Run) -> None:
    done = invoke("init", "--example", "java-backend")
    assert done.code == Exit.USAGE
    assert done.out == ""
    assert "'java-backend' is not an example" in done.err
    assert "did you mean 'java-back-end'?" in done.err
    assert list(Path().iterdir()) == []


def test_the_examples_are_listed_with_what_they_are_about(
    invoke: Run, knowledge: Knowledge
) -> None:
    done = invoke("init", "--list")
    lines = done.out.splitlines()
    assert (done.code, done.err) == (Exit.OK, "")
    assert [line.split()[0] for line in lines] == list(knowledge.profiles)
    assert all(len(line.split(maxsplit=1)[1]) > 20 for line in lines)
    assert list(Path().iterdir()) == []


def test_a_file_name_with_a_space_can_be_copied_from_the_hint(invoke: Run) -> None:
    done = invoke("init", "-o", "my profile.yaml")
    assert done.code == Exit.OK
    assert "advisor recommend 'my profile.yaml'" in done.err


def test_a_folder_that_is_not_there_is_said(invoke: Run) -> None:
    done = invoke("init", "-o", "missing/profile.yaml")
    assert done.code == Exit.USAGE
    assert "missing/profile.yaml: cannot be written" in done.err
