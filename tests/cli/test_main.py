import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from advisor import __version__
from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome or CompletedProcess

COMMANDS = (
    *("ask", "recommend", "explain", "compare", "what-if"),
    *("check", "record", "init", "schema"),
)
PLANNED = ("scan", "probe")


def test_without_arguments_the_help_says_where_to_begin(invoke: Run) -> None:
    done = invoke()
    text = done.out + done.err
    assert done.code == Exit.USAGE
    assert "Usage: advisor" in text
    assert "Example: advisor " in text


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_the_commands_that_there_are(option: str, invoke: Run) -> None:
    done = invoke(option)
    listed = {line.split()[0] for line in done.out.splitlines() if line.strip()}
    assert done.code == Exit.OK
    assert listed >= {*COMMANDS, "knowledge", "Example:"}
    assert listed.isdisjoint(PLANNED)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(command: str, invoke: Run) -> None:
    done = invoke(command, "--help")
    assert done.code == Exit.OK
    assert f"Example: advisor {command} " in " ".join(done.out.split())
    assert done.err == ""


def test_the_version_is_that_of_the_package(invoke: Run) -> None:
    done = invoke("--version")
    assert (done.code, done.out) == (Exit.OK, f"advisor {__version__}\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("unheard-of",),
        ("recommend",),
        ("recommend", "--bogus", "x"),
        ("recommend", "missing.yaml"),
        ("recommend", "missing.yaml", "--format", "xml"),
        ("recommend", "missing.yaml", "--as-of", "yesterday"),
        ("recommend", "missing.yaml", "--knowledge", "missing"),
        ("recommend", "missing.yaml", "--no-builtin"),
        ("explain", "missing.yaml"),
        ("compare", "pytorch"),
        ("schema", "everything"),
        ("check", "missing.yaml"),
        ("check", "missing.yaml", "--format", "xml"),
        ("check", "missing.yaml", "--fail-on", "nothing"),
        ("check", "missing.yaml", "--baseline", "missing.yaml"),
    ],
)
def test_wrong_usage_is_said_on_standard_error(
    arguments: tuple[str, ...], invoke: Run
) -> None:
    done = invoke(*arguments)
    assert done.code == Exit.USAGE
    assert done.out == ""
    assert "Error: " in done.err
    assert "Traceback" not in done.err


def test_a_broken_rule_base_has_an_exit_code_of_its_own(
    invoke: Run, example: str, tmp_path: Path
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "broken.yaml").write_text("id: [", encoding="utf-8")
    done = invoke("recommend", example, "--quick", "--knowledge", str(tmp_path))
    assert done.code == Exit.KNOWLEDGE
    assert done.out == ""
    assert "broken.yaml:" in done.err


def test_the_module_is_the_program(program: Run, example: str) -> None:
    done = program("recommend", example, "--quick", "--as-of", "2026-11-21")
    assert done.returncode == Exit.OK
    assert done.stdout.startswith("android-browser\n")
    assert done.stderr == ""


@pytest.mark.parametrize("command", ["recommend", "explain"])
def test_an_interruption_ends_with_a_word_and_no_traceback(
    command: str, environment: Mapping[str, str], tmp_path: Path
) -> None:
    fifo = tmp_path / "profile.yaml"
    os.mkfifo(fifo)
    running = subprocess.Popen(
        [sys.executable, "-m", "advisor", command, str(fifo)],
        env=dict(environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    with fifo.open("wb"):  # returns once the program has opened the other end
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert (running.returncode, out, err) == (Exit.INTERRUPTED, "", "Interrupted.\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ("recommend", "EXAMPLE", "--quick", "--format", "json"),
        ("explain", "EXAMPLE", "--quick"),
        ("init", "-o", "-"),
        ("--help",),
    ],
)
def test_a_reader_that_goes_away_leaves_no_traceback(
    arguments: tuple[str, ...], environment: Mapping[str, str], example: str
) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    words = [example if word == "EXAMPLE" else word for word in arguments]
    done = subprocess.run(
        [sys.executable, "-m", "advisor", *words],
        env=dict(environment),
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (Exit.OK, "")
