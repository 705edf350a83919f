"""The interview as plain numbered lines, which work everywhere."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from io import TextIOWrapper

from advisor.files.wording import printable
from advisor.model.language import Wording
from advisor.survey.entry import Wish, Wrong, read_entry
from advisor.survey.layout import laid_out
from advisor.survey.lines import BLANK, Line, Tone
from advisor.survey.listing import how_lines, keys_lines, prompt_lines
from advisor.survey.partner import Command, Given, Prompt
from advisor.survey.words import said_in

_PROMPT = "> "
_WIDTH = 80


class PlainTerminal:
    """The partner who reads standard error and types on standard input, line by line."""

    def __init__(self, wording: Wording) -> None:
        """Find out what the terminal can do."""
        self._wording = wording
        self._keys_told = False
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self._colour = sys.stderr.isatty() and not plain
        self._typed = sys.stdin.isatty()
        self._edited = self._typed and sys.stdout.isatty() and sys.stderr.isatty()
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        if self._edited:
            # Arrow keys and history. It must know the prompt and writes it itself.
            with suppress(ImportError):
                import readline  # noqa: F401

    def say(self, lines: Iterable[Line]) -> None:
        """Write lines to standard error, as wide as the terminal is now."""
        width = _terminal_width()
        for line in lines:
            sys.stderr.write(f"{laid_out(line, width, colour=self._colour)}\n")
        sys.stderr.flush()

    def ask(self, prompt: Prompt) -> Given | Command:
        """Ask until a line settles it; the end of input is a stop."""
        wording = self._wording
        if not self._keys_told:
            self._keys_told = True
            self.say((BLANK, *keys_lines(wording)))
        self.say(prompt_lines(prompt, wording))
        while True:
            line = self._hear()
            if line is None:
                return Command.STOP
            entry = read_entry(prompt, line, wording)
            if isinstance(entry, Wrong):
                self._note(entry.message, Tone.BAD)
            elif entry is Wish.HELP:
                self.say((BLANK, *(tuple(prompt.why()) or keys_lines(wording))))
                self.say(how_lines(prompt, wording, again=True))
            else:
                self._echo(prompt, entry)
                return entry

    def _echo(self, prompt: Prompt, entry: Given | Command) -> None:
        """Say what was understood."""
        if isinstance(entry, Given):
            self._note(said_in(prompt, entry.answer, self._wording), Tone.GOOD)
        elif entry is Command.SKIP:
            self._note(self._wording("interview.left-open"), Tone.GOOD)
        elif entry is Command.DONT_KNOW:
            self._note(self._wording("interview.not-known"), Tone.GOOD)

    def _hear(self) -> str | None:
        """Return what is typed, asking again after control characters."""
        while True:
            try:
                line = self._line().rstrip("\r").replace("\t", " ")
            except EOFError:
                self.say((BLANK,))
                return None
            if printable(line):
                return line
            self._note(self._wording("interview.invisible"), Tone.BAD)

    def _line(self) -> str:
        if self._edited:
            return input(_PROMPT)
        sys.stderr.write(_PROMPT)
        sys.stderr.flush()
        line = input()
        if not self._typed:
            # Nobody saw the line being typed, so the record shows it.
            sys.stderr.write(f"{line if line.isprintable() else ''}\n")
        return line

    def _note(self, text: str, tone: Tone) -> None:
        self.say((Line(text, tone, 2, 2),))


def _terminal_width() -> int:
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stderr.fileno()).columns or _WIDTH
    return _WIDTH
