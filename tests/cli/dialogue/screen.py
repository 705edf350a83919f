"""A program on a pseudo-terminal: keys are sent to it, and its screen is read."""

import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pexpect
import pyte

UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"
HOME, END, PAGE_UP, PAGE_DOWN = "\x1b[H", "\x1b[F", "\x1b[5~", "\x1b[6~"
ENTER, ESCAPE, TAB, BACKSPACE = "\r", "\x1b", "\t", "\x7f"
CTRL_C, CTRL_D = "\x03", "\x04"

_SECONDS = 30.0
_CHUNK = 65_536


class Screen:
    """A terminal of so many columns and rows with a program in it.

    Nothing here sleeps: everything waits for what the screen shows, or for the end of
    the program, and fails with the screen as it is if that does not come in time.
    """

    def __init__(
        self,
        argv: Sequence[str],
        env: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        folder: Path | None = None,
    ) -> None:
        """Start the program in `folder`."""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._child: pexpect.spawn[str] = pexpect.spawn(
            argv[0],
            list(argv[1:]),
            cwd=str(folder) if folder else None,
            env=dict(env),
            dimensions=(rows, columns),
            encoding="utf-8",
            codec_errors="replace",
        )
        self._child.delaybeforesend = None

    @property
    def text(self) -> str:
        """Return what is on the screen, without the blanks at the ends of rows."""
        return "\n".join(row.rstrip() for row in self._screen.display).rstrip()

    @property
    def here(self) -> str:
        """Return the row in which the cursor is."""
        return self._screen.display[self._screen.cursor.y].rstrip()

    def send(self, *keys: str) -> None:
        """Press keys, all at once."""
        self._child.send("".join(keys))

    def wait_for(self, text: str) -> None:
        """Wait until the screen shows a text."""
        self.wait_until(lambda shown: text in shown, text)

    def wait_until(self, holds: Callable[[str], bool], what: str = "it") -> None:
        """Wait until something holds of the text on the screen."""
        until = time.monotonic() + _SECONDS
        while not holds(self.text):
            left = until - time.monotonic()
            assert left > 0, f"waited in vain for {what!r}:\n{self.text}"
            assert self._read(left), f"ended without {what!r}:\n{self.text}"

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal while the program runs."""
        self._screen.resize(rows, columns)
        self._child.setwinsize(rows, columns)

    def kill(self) -> None:
        """End the program at once, as `kill -9` does, and close the terminal."""
        self._child.close(force=True)

    def end(self) -> int | None:
        """Wait for the end of the program; return its exit code."""
        until = time.monotonic() + _SECONDS
        while self._read(until - time.monotonic()):
            assert time.monotonic() < until, f"it does not end:\n{self.text}"
        self._child.close()
        return self._child.exitstatus

    def _read(self, seconds: float) -> bool:
        """Take what comes; say whether there can be more."""
        try:
            self._stream.feed(self._child.read_nonblocking(_CHUNK, max(seconds, 0.0)))
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        return True
