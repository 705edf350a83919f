"""A repository that somebody hostile has prepared, and `advisor check` run in it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.format import CheckFormat

Run = Callable[..., Any]  # Any: an outcome, which conftest.py defines
Started = subprocess.CompletedProcess[str]

SECRET = "hunter2"
PROFILE = "schema: 1\nanswers: {goal: production}\ngate: {framework: pytorch}\n"
FOREIGN = f"""root:{SECRET}:0:0:root:/root:/bin/bash
{SECRET}: [{SECRET}, "{SECRET}
"""
FORMATS = list(CheckFormat)
# Anything that would wait for ever fails after so many seconds.
PATIENCE = 60


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository to stand in, and put a file with a secret beside it."""
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    (tmp_path / "foreign").write_text(FOREIGN)
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def start(project: Path, environment: Mapping[str, str]) -> Callable[..., Started]:
    """Return a function that runs the program and does not wait for ever."""

    def start(*arguments: str) -> Started:
        return subprocess.run(
            [sys.executable, "-m", "advisor", "check", *arguments],
            cwd=project,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
            timeout=PATIENCE,
        )

    return start


def silent(done: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether nothing of the foreign file was told."""
    return SECRET not in done.out and SECRET not in done.err


@pytest.mark.parametrize("name", ["advisor.yaml", "profile.yaml", "pyproject.toml"])
def test_a_profile_that_is_a_link_out_of_the_repository_is_not_followed(
    invoke: Run, project: Path, name: str
) -> None:
    (project / name).symlink_to("../foreign")
    done = invoke("check")
    assert done.code == 2
    assert f"{name}: a link that leads outside of the repository" in done.err
    assert silent(done)


def test_a_folder_that_is_a_link_out_of_the_repository_is_not_looked_into(
    invoke: Run, project: Path
) -> None:
    (project.parent / "elsewhere").mkdir()
    (project.parent / "elsewhere" / "profile.yaml").write_text(PROFILE)
    (project / "inner").symlink_to("../elsewhere")
    assert invoke("check", ".").code == 2
    (project / "profile.yaml").write_text(PROFILE)
    assert invoke("check", ".").code == 0


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("content", [FOREIGN, f"schema: {SECRET}\n{SECRET}: 1\n"])
def test_of_a_foreign_file_that_a_link_typed_by_name_leads_to_nothing_is_told(
    invoke: Run, project: Path, content: str, format_: CheckFormat
) -> None:
    (project.parent / "foreign").write_text(content)
    (project / "link.yaml").symlink_to("../foreign")
    (project / "my-pyproject.toml").symlink_to("../foreign")
    for name in ("link.yaml", "my-pyproject.toml"):
        done = invoke("check", name, "--format", format_.value)
        assert done.code == 2
        assert f"{name}: a link that leads outside of the repository" in done.err
        assert silent(done)


def test_a_file_outside_of_the_repository_can_be_typed_itself(
    invoke: Run, project: Path
) -> None:
    (project.parent / "shared.yaml").write_text(PROFILE)
    (project.parent / "link.yaml").symlink_to("shared.yaml")
    for name in ("../shared.yaml", "../link.yaml"):
        assert invoke("check", name).code == 0


@pytest.mark.parametrize(
    "pattern",
    [
        "../foreign",
        "/etc/passwd",
        "link.yaml",
        "*/../../foreign",
        "inner/foreign",
        "a\\u0000",
    ],
)
def test_profiles_that_a_file_names_lie_in_the_repository(
    invoke: Run, project: Path, pattern: str
) -> None:
    (project / "link.yaml").symlink_to("../foreign")
    (project / "inner").symlink_to("..")
    (project / "pyproject.toml").write_text(
        f'[tool.advisor]\nprofiles = ["{pattern}"]\n'
    )
    done = invoke("check")
    assert done.code == 2
    assert done.err.startswith("Error: pyproject.toml:2: tool.advisor.profiles: ")
    assert silent(done)


@pytest.mark.parametrize("option", ["--record", "--update", "--locked"])
def test_a_lock_that_is_a_link_out_is_neither_read_nor_written(
    invoke: Run, project: Path, option: str
) -> None:
    (project / "profile.yaml").write_text(PROFILE)
    (project / "advisor.lock").symlink_to("../foreign")
    done = invoke("check", option)
    assert done.code == 2
    assert "advisor.lock: a link that leads outside of the repository" in done.err
    assert silent(done)
    assert (project.parent / "foreign").read_text() == FOREIGN


def test_a_lock_that_is_a_link_to_nowhere_outside_makes_no_file_there(
    invoke: Run, project: Path
) -> None:
    (project / "profile.yaml").write_text(PROFILE)
    (project / "advisor.lock").symlink_to("../new")
    done = invoke("check", "--record")
    assert done.code == 2
    assert not (project.parent / "new").exists()


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_baseline_that_is_a_link_out_is_neither_read_nor_written(
    invoke: Run, project: Path, option: str
) -> None:
    (project / "profile.yaml").write_text(PROFILE)
    (project / "known.yaml").symlink_to("../foreign")
    done = invoke("check", option, "known.yaml")
    assert done.code == 2
    assert "known.yaml: a link that leads outside of the repository" in done.err
    assert silent(done)
    assert (project.parent / "foreign").read_text() == FOREIGN


@pytest.mark.parametrize("format_", FORMATS)
def test_requirements_are_not_followed_out_of_the_repository(
    invoke: Run, project: Path, format_: CheckFormat
) -> None:
    (project / "profile.yaml").write_text(PROFILE)
    (project / "requirements.txt").write_text("torch\n-r ../foreign\n-c /etc/passwd\n")
    (project / "requirements-dev.txt").symlink_to("../foreign")
    done = invoke("check", "--format", format_.value)
    assert done.code == 0
    assert silent(done)
    assert "root:" not in done.out
    assert format_ in {CheckFormat.JUNIT} or "dependency-unreadable" in done.out


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.system ['touch ran']\n",
        "!!python/object/new:os.system ['touch ran']\n",
        "a: !!python/object/apply:subprocess.check_output [['touch', 'ran']]\n",
        "!!python/module:os\n",
        "a: !!binary aGk=\n",
    ],
)
@pytest.mark.parametrize("name", ["profile.yaml", "advisor.lock", "environment.yml"])
def test_nothing_in_a_file_is_run(
    invoke: Run, project: Path, name: str, text: str
) -> None:
    (project / "profile.yaml").write_text(PROFILE)
    (project / name).write_text(text)
    done = invoke("check")
    assert done.code == (0 if name == "environment.yml" else 2)
    assert "tags (!name) are not allowed" in f"{done.out}{done.err}".replace(
        "\n  ", " "
    )
    assert not (project / "ran").exists()


@pytest.mark.parametrize(
    "name",
    [
        *("profile.yaml", "advisor.yaml", "pyproject.toml", "advisor.lock"),
        *("requirements.txt", "uv.lock", "requirements"),
    ],
)
def test_a_pipe_in_the_repository_is_not_waited_for(
    start: Callable[..., Started], project: Path, name: str
) -> None:
    (project / "profile.yaml").write_text(PROFILE)
    (project / name).unlink(missing_ok=True)
    os.mkfifo(project / name)
    done = start("--record")
    assert "Traceback" not in done.stderr
    assert done.returncode in {0, 2}
    assert "regular file" in f"{done.stdout}{done.stderr}" or name == "requirements"


def test_a_device_is_no_profile(start: Callable[..., Started], project: Path) -> None:
    (project / "profile.yaml").symlink_to("/dev/zero")
    assert start().returncode == 2
    done = start("/dev/zero")
    assert done.returncode == 2
    assert "larger than 1000 kB" in done.stderr


def test_a_huge_profile_is_refused(invoke: Run, project: Path) -> None:
    with (project / "profile.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    done = invoke("check")
    assert done.code == 2
    assert "larger than 1000 kB" in done.err


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("valid", [True, False])
def test_names_of_files_reach_no_terminal_as_they_are(
    start: Callable[..., Started], project: Path, format_: CheckFormat, valid: bool
) -> None:
    for name in ("\x1b[31mred", "a\nb::error::c", "\udcff"):
        (project / name).mkdir()
        (project / name / "profile.yaml").write_text(PROFILE if valid else "a: b\n")
        (project / name / "requirements.txt").write_text("jax\n!\x1b\n")
    done = start(".", "--format", format_.value)
    assert done.returncode == (0 if valid else 2), done.stderr
    assert "Traceback" not in done.stderr
    for said in (done.stdout, done.stderr):
        assert "\x1b" not in said
        assert "\n::error::c" not in said
        said.encode()  # no byte that is not UTF-8
