"""Completion: what shells ask the program, and a real bash that asks it."""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pexpect
import pytest

from advisor.cli.format import CheckFormat
from advisor.model.gate import Check

Program = Callable[..., Any]  # Any: CompletedProcess
Ask = Callable[[str], set[str]]

SHELLS = ("bash", "zsh", "fish", "powershell")
OPTIONS = {
    *("--record", "--update", "--locked", "--baseline", "--write-baseline"),
    *("--fail-on", "--exit-zero", "--as-of", "--evidence", "--knowledge"),
    *("--no-builtin", "--lang", "--format", "--output", "--help"),
}


@pytest.fixture(params=SHELLS)
def ask(request: pytest.FixtureRequest, program: Program) -> Ask:
    """Return a function that completes a line as one of the shells has it done."""
    shell = request.param

    def asked(line: str) -> set[str]:
        words = line.split(" ")
        extra = {
            "bash": {"COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)},
            "powershell": {
                "_TYPER_COMPLETE_ARGS": line,
                "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
            },
        }.get(shell, {"_TYPER_COMPLETE_ARGS": line})
        if shell == "fish":
            extra["_TYPER_COMPLETE_FISH_ACTION"] = "get-args"
        done = program(**extra, _ADVISOR_COMPLETE=f"complete_{shell}")
        assert (done.returncode, done.stderr) == (0, "")
        return read(shell, done.stdout)

    return asked


def read(shell: str, answer: str) -> set[str]:
    """Return the words that a shell would offer."""
    match shell:
        case "zsh":
            offered = answer.partition("((")[2]
            return {*re.findall(r'^"([^"]+)"', offered, re.MULTILINE)}
        case "fish":
            return {line.split("\t")[0] for line in answer.splitlines() if line}
        case "powershell":
            return {line.split(":::")[0] for line in answer.splitlines() if line}
        case _:
            return {*answer.split()}


def test_every_option_of_check_completes(ask: Ask) -> None:
    assert ask("advisor check --") >= OPTIONS


def test_a_begun_option_completes_to_what_begins_so(ask: Ask) -> None:
    assert ask("advisor check --fo") == {"--format"}
    assert ask("advisor check --lo") == {"--locked"}


def test_the_formats_of_check_complete(ask: Ask) -> None:
    assert ask("advisor check --format ") == {each.value for each in CheckFormat}
    assert ask("advisor check --format gi") == {"github", "gitlab"}


def test_the_findings_that_can_be_explained_complete(ask: Ask) -> None:
    assert ask("advisor check --explain ") == {*(each.value for each in Check), "all"}
    assert ask("advisor check --explain path-") == {"path-legacy", "path-died"}


def test_the_severities_complete(ask: Ask) -> None:
    assert ask("advisor check --fail-on ") == {"note", "warning", "error"}


def test_the_command_itself_completes(ask: Ask) -> None:
    assert ask("advisor chec") == {"check"}


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here to type into")
def test_a_real_bash_completes_what_somebody_types(
    program: Program, environment: dict[str, str], tmp_path: Path
) -> None:
    script = program(_ADVISOR_COMPLETE="source_bash").stdout
    (tmp_path / "completion.bash").write_text(script, encoding="utf-8")
    advisor = tmp_path / "advisor"
    python = shlex.quote(sys.executable)
    advisor.write_text(
        f'#!/bin/sh\nexec {python} -P -m advisor "$@"\n', encoding="utf-8"
    )
    advisor.chmod(0o755)
    variables = {
        **environment,
        "PATH": f"{tmp_path}{os.pathsep}{environment['PATH']}",
        "PS1": "ready> ",
        "TERM": "dumb",
    }
    bash = pexpect.spawn(
        "bash",
        ["--noprofile", "--norc", "-i"],
        cwd=tmp_path,
        env=variables,
        encoding="utf-8",
        timeout=60,
        dimensions=(24, 160),
    )
    try:
        bash.expect("ready> ")
        bash.sendline("bind 'set enable-bracketed-paste off'; . ./completion.bash")
        bash.expect("ready> ")
        bash.send("advisor check --fo\t")
        assert bash.expect("--format ") == 0
        bash.send("sar\t")
        assert bash.expect("sarif ") == 0
    finally:
        bash.close(force=True)
