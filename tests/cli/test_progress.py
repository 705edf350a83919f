"""Signs of life, for people at a terminal only."""

import sys
from io import StringIO

import pytest

from advisor.cli.progress import animated, busy, track


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return standard error as a terminal that nothing keeps still.

    Called by the test itself: between a fixture and its test, pytest puts its own back.
    """
    for name in ("NO_COLOR", "ACCESSIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_a_terminal_sees_that_something_is_going_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = watched(monkeypatch)
    with busy("Thinking [bold]hard"):
        pass
    assert "Thinking [bold]hard" in terminal.getvalue()
    assert list(track([1, 2], "Counting", 2)) == [1, 2]
    assert "Counting" in terminal.getvalue()


@pytest.mark.parametrize(
    ("name", "value"), [("NO_COLOR", "1"), ("ACCESSIBLE", "1"), ("TERM", "dumb")]
)
def test_who_wants_no_animation_gets_none(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    terminal = watched(monkeypatch)
    monkeypatch.setenv(name, value)
    with busy("Thinking"):
        assert list(track([1, 2], "Counting")) == [1, 2]
    assert terminal.getvalue() == ""


def test_a_pipe_and_a_closed_stream_stay_quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", StringIO())
    assert not animated()
    monkeypatch.setattr(sys, "stderr", None)
    assert not animated()
