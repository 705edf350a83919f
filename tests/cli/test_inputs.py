"""What can be wrong with the names and streams that any command is given."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome

LONG = "x" * 300  # no file system has names of this length


@pytest.mark.parametrize(
    "arguments",
    [
        ("recommend", LONG),
        ("recommend", "EXAMPLE", "--output", LONG),
        ("recommend", "EXAMPLE", "--knowledge", LONG),
        ("recommend", LONG, "--output", "out.txt"),
        ("explain", LONG),
        ("knowledge", "lint", "--documents", LONG),
        ("knowledge", "lint", "--output", LONG),
        ("ask", LONG),
        ("ask", f"{LONG}/p.yaml"),
        ("init", "--output", LONG),
        ("init", "--output", LONG, "--force"),
    ],
)
def test_a_name_that_is_too_long_is_one_message(
    arguments: tuple[str, ...],
    invoke: Run,
    example: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "out.txt").touch()
    done = invoke(*(example if each == "EXAMPLE" else each for each in arguments))
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert done.err.startswith("Error: ")
    assert LONG in done.err
    assert done.err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="closes streams with a shell")
@pytest.mark.parametrize(
    ("command", "message"),
    [
        ("recommend - <&-", "standard input is closed; name a profile file"),
        ("ask p.yaml <&-", "standard input is closed; an interview needs it"),
        ("ask p.yaml >&-", "standard output is closed; an interview needs it"),
    ],
)
def test_a_stream_that_is_closed_is_one_message(
    command: str, message: str, environment: Mapping[str, str], tmp_path: Path
) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" -m advisor {command}', sys.executable],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (Exit.USAGE, "")
    assert done.stderr == f"Error: {message}\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("init", "--output", "\x1b]0;evil"),
        ("init", "--output", "\x1b]0;new.yaml"),
        ("ask", "\x1b]0;evil"),
        ("ask", "\x1b]0;missing/p.yaml"),
        ("ask", "\x1b]0;new.yaml", "--all"),
        ("knowledge", "lint", "--documents", "\x1b]0;missing"),
    ],
)
def test_no_file_name_gets_to_the_terminal_with_its_escapes(
    arguments: tuple[str, ...],
    invoke: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "\x1b]0;evil").mkdir()
    done = invoke(*arguments, stdin="shelf\nprod\n")
    assert done.code in (Exit.OK, Exit.USAGE)
    assert "\\x1b]0;" in done.err
    assert "\x1b" not in done.out + done.err


def test_a_profile_may_be_a_section_of_a_pyproject(invoke: Run, tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    section = '[tool.advisor]\nschema = 1\nproject = "shelf"\n'
    path.write_text(f"{section}[tool.advisor.answers]\ngoal = 'learning'\n")
    done = invoke("recommend", str(path), "--quick")
    assert (done.code, done.err) == (Exit.OK, "")
    assert done.out.startswith("shelf\n")
    for text, said in (
        (f"{section}goal = 1\n", f"{path}:4: goal: unknown key"),
        ("[project]\n", f"{path}: has no [tool.advisor]"),
        ("[tool.advisor]\nprofiles = ['p.yaml']\n", f"{path}:2: names profiles"),
        ("[tool.advisor\n", f"{path}:1: not valid TOML"),
    ):
        path.write_text(text)
        done = invoke("recommend", str(path), "--quick")
        assert (done.code, done.out) == (Exit.USAGE, "")
        assert done.err.startswith(f"Error: {said}")
