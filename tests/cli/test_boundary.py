import errno
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

from advisor.cli.boundary import run
from advisor.cli.exit import Exit
from advisor.model.errors import InputError, KnowledgeError


def raising(error: BaseException) -> Callable[[], NoReturn]:
    def program() -> NoReturn:
        raise error

    return program


@pytest.mark.parametrize("code", [0, 1, 2])
def test_a_program_that_ends_well_keeps_its_code(
    code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(lambda: code) == code
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("error", "code", "message"),
    [
        (InputError("profile.yaml:3: no"), Exit.USAGE, "Error: profile.yaml:3: no\n"),
        (
            KnowledgeError(["a.yaml:1: one"]),
            Exit.KNOWLEDGE,
            "Error: the rule base has 1 problem:\n  a.yaml:1: one\n",
        ),
        (
            KnowledgeError(["a.yaml:1: one", "b.yaml:2: two"]),
            Exit.KNOWLEDGE,
            "Error: the rule base has 2 problems:\n  a.yaml:1: one\n  b.yaml:2: two\n",
        ),
        (KeyboardInterrupt(), Exit.INTERRUPTED, "Interrupted.\n"),
    ],
)
def test_an_expected_error_is_one_message_and_a_code(
    error: BaseException,
    code: Exit,
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(raising(error)) == code
    assert capsys.readouterr() == ("", message)


def test_a_bug_keeps_its_traceback_and_has_its_own_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(raising(ZeroDivisionError("secret"))) == Exit.INTERNAL
    said = capsys.readouterr()
    assert said.out == ""
    assert "Traceback (most recent call last)" in said.err
    assert "ZeroDivisionError: secret" in said.err
    assert said.err.endswith("This is a bug in advisor, not in your input.\n")


def test_very_many_problems_are_counted_not_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    problems = [f"a.yaml:{line}: wrong" for line in range(1, 61)]
    assert run(raising(KnowledgeError(problems))) == Exit.KNOWLEDGE
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Error: the rule base has 60 problems:"
    assert lines[-1] == "  … and 10 more"
    assert len(lines) == 52


def test_a_reader_that_went_away_is_no_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", sys.stdout)  # the boundary gives it up
    assert run(raising(BrokenPipeError())) == Exit.OK
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (OSError(errno.ENAMETOOLONG, "too long", "a.yaml"), "a.yaml: too long"),
        (OSError(errno.ENAMETOOLONG, "too long", b"a.yaml"), "a.yaml: too long"),
        (
            OSError(errno.ELOOP, "too many links", "\x1b[31m"),
            "'\\x1b[31m': too many links",
        ),
        (OSError(errno.EBADF, "closed"), "input or output: closed"),
        (OSError("no number"), "input or output: no number"),
    ],
)
def test_what_the_system_refuses_is_one_message_and_no_bug(
    error: OSError, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(raising(error)) == Exit.USAGE
    assert capsys.readouterr() == ("", f"Error: {message}\n")


def test_without_standard_error_no_message_gets_into_the_result(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert run(raising(InputError("no"))) == Exit.USAGE
    assert capsys.readouterr().out == ""
