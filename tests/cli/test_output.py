import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pytest

from advisor.cli.format import Format
from advisor.cli.output import emit, emit_result
from advisor.model.errors import InputError
from advisor.model.language import Wording
from advisor.render.page import Page, paragraph

Run = Callable[..., Any]  # Any: Outcome or CompletedProcess

COLOUR = re.compile(r"\x1b\[[0-9;]+m")


def on_a_terminal(
    environment: Mapping[str, str], *arguments: str, **extra: str
) -> tuple[int, str]:
    """Run the program on a pseudo-terminal of 60 columns."""
    # The window, not COLUMNS, must give the width here.
    known = {name: text for name, text in environment.items() if name != "COLUMNS"}
    child: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "advisor", *arguments],
        env={**known, **extra},
        dimensions=(30, 60),
        encoding="utf-8",
        timeout=20,
    )
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus or 0, (child.before or "").replace("\r\n", "\n")


def test_a_terminal_gets_colour_and_its_own_width(
    environment: Mapping[str, str], example: str
) -> None:
    code, text = on_a_terminal(environment, "recommend", example, "--quick")
    bare = COLOUR.sub("", text)
    assert code == 0
    assert COLOUR.search(text)
    assert "\x1b" not in bare
    assert 50 < max(map(len, bare.splitlines())) <= 60


def test_no_color_is_honoured(environment: Mapping[str, str], example: str) -> None:
    code, text = on_a_terminal(
        environment, "recommend", example, "--quick", NO_COLOR="1"
    )
    assert code == 0
    assert text.startswith("android-browser")
    assert "\x1b" not in text


def test_no_color_without_a_value_means_nothing(
    environment: Mapping[str, str], example: str
) -> None:
    _, text = on_a_terminal(environment, "explain", example, "--quick", NO_COLOR="")
    assert COLOUR.search(text)


def test_machine_formats_have_no_colour_even_on_a_terminal(
    environment: Mapping[str, str], example: str
) -> None:
    _, text = on_a_terminal(
        environment, "recommend", example, "--quick", "-f", "markdown"
    )
    assert text.startswith("# android-browser")
    assert "\x1b" not in text


@pytest.mark.parametrize(
    "variable", ["FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE"]
)
def test_a_pipe_gets_no_colour(variable: str, program: Run, example: str) -> None:
    done = program("recommend", example, "--quick", **{variable: "1"})
    assert done.returncode == 0
    assert "\x1b" not in done.stdout


def test_a_pipe_is_utf_8_whatever_the_locale_says(program: Run, example: str) -> None:
    ascii_only = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    plain = program("recommend", example, "--quick")
    done = program("recommend", example, "--quick", **ascii_only)
    assert done.returncode == 0
    assert done.stdout == plain.stdout
    assert "█" in done.stdout


def test_the_width_of_a_pipe_is_that_of_columns(program: Run, example: str) -> None:
    for width in ("50", "100"):
        done = program("recommend", example, "--quick", COLUMNS=width)
        longest = max(map(len, done.stdout.splitlines()))
        assert int(width) - 10 < longest <= int(width)


def test_a_file_is_eighty_columns_wide_wherever_it_is_written_from(
    environment: Mapping[str, str], example: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.txt"
    code, said = on_a_terminal(
        environment, "recommend", example, "--quick", "-o", str(path)
    )
    text = path.read_text(encoding="utf-8")
    assert (code, said) == (0, "")
    assert "\x1b" not in text
    assert 70 < max(map(len, text.splitlines())) <= 80


def test_a_file_gets_all_of_it_and_standard_output_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "result"
    path.write_text("old", encoding="utf-8")
    emit("new\n", path)
    assert path.read_bytes() == b"new\n"
    assert capsys.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == [path], "nothing temporary is left behind"


def test_what_cannot_be_written_leaves_the_old_file_alone(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    with pytest.raises(InputError, match="cannot be written"):
        emit("new\n", folder / "result")
    assert not folder.exists()


def test_without_a_file_it_goes_to_standard_output(
    capsys: pytest.CaptureFixture[str],
) -> None:
    emit("text\n", None)
    assert capsys.readouterr() == ("text\n", "")


def test_a_dash_is_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    emit("text\n", Path("-"))
    assert capsys.readouterr() == ("text\n", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", Format)
def test_only_what_the_format_needs_is_built(
    format_: Format, capsys: pytest.CaptureFixture[str], wording: Wording
) -> None:
    built: list[str] = []

    def document() -> Mapping[str, Any]:
        built.append("document")
        return {"a": 1}

    def page() -> Page:
        built.append("page")
        return Page((paragraph("text"),))

    emit_result(format_, None, document, page, wording)
    assert built == ["document" if format_ is Format.JSON else "page"]
    assert ('"a": 1' if format_ is Format.JSON else "text") in capsys.readouterr().out


@pytest.mark.parametrize("command", [["recommend"], ["explain"]])
def test_a_result_never_replaces_the_profile_it_is_made_from(
    invoke: Run, example: str, tmp_path: Path, command: list[str]
) -> None:
    profile = tmp_path / "profile.yaml"
    text = Path(example).read_text(encoding="utf-8")
    profile.write_text(text, encoding="utf-8")
    for output in (profile, tmp_path / "." / "profile.yaml"):
        ended = invoke(*command, str(profile), "--output", str(output))
        assert ended.code == 2
        assert "is the profile itself; name another file" in ended.err
    assert profile.read_text(encoding="utf-8") == text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_a_message_and_no_bug(
    environment: Mapping[str, str], example: str
) -> None:
    command = [sys.executable, "-m", "advisor", "recommend", example, "--quick"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            command, env=environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 2
    assert b"standard output: cannot write" in ended.stderr
    assert b"Traceback" not in ended.stderr


def test_a_closed_standard_output_is_a_message_and_no_bug(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InputError, match="standard output is closed"):
        emit("text", None)


def test_a_terminal_that_says_it_is_dumb_gets_no_colour(
    environment: Mapping[str, str], example: str
) -> None:
    _, text = on_a_terminal(environment, "recommend", example, "--quick", TERM="dumb")
    assert "\x1b" not in text
