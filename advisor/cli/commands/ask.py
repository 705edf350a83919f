"""`advisor ask`: the interview on the terminal."""

import os
import shlex
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from advisor.cli.format import Format
from advisor.cli.options import (
    AsOfOption,
    EvidenceOption,
    FormatOption,
    KnowledgeOption,
    NoBuiltinOption,
    OutputOption,
)
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.model.knowledge import Knowledge
    from advisor.model.profile import Profile
    from advisor.survey.script import Line

_PROMPT = "> "
_WIDTH = 80


def ask(  # noqa: PLR0913 - one parameter for each option
    profile: Annotated[
        Path, typer.Argument(metavar="PROFILE", help="The file for the answers.")
    ] = Path("profile.yaml"),
    as_of: AsOfOption = None,
    evidence: EvidenceOption = Evidence.ALL,
    knowledge: KnowledgeOption = None,
    no_builtin: NoBuiltinOption = False,
    restart: Annotated[
        bool, typer.Option("--restart", help="Forget what PROFILE says and ask anew.")
    ] = False,
    format_: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
) -> None:
    """Answer an interview and get a recommendation.

    The answers are saved in PROFILE; run it again to go on where you stopped.

    Example: advisor ask profile.yaml
    """
    from advisor.cli.inputs import get_knowledge, get_report
    from advisor.cli.output import emit_report, keep_apart
    from advisor.knowledge.wording import shown
    from advisor.survey.script import BLANK, Line, farewell_lines

    _check_streams()
    _check_place(profile)
    keep_apart(str(profile), output)
    base = get_knowledge(knowledge, no_builtin=no_builtin)
    terminal = _Terminal()
    known = _interview(profile, base, terminal, restart=restart)
    if not known.answers:
        terminal.say((Line("Without any answer there is nothing to recommend from."),))
        return
    report = get_report(known, base, as_of, evidence)
    terminal.say((BLANK,))
    emit_report(report, base, format_, output)
    terminal.say(farewell_lines(shown(shlex.quote(str(profile)))))


def _check_streams() -> None:
    streams = {"input": sys.stdin, "output": sys.stdout, "error": sys.stderr}
    for name, stream in streams.items():
        if stream is None:
            raise InputError(f"standard {name} is closed; an interview needs it")


def _check_place(path: Path) -> None:
    """Find out before the first question, not after the last, what cannot be saved."""
    from advisor.knowledge.files import is_folder
    from advisor.knowledge.wording import shown

    where, folder = shown(str(path)), shown(str(path.parent))
    if is_folder(path):
        raise InputError(f"{where}: this is a directory; name a file in it")
    if not is_folder(path.parent):
        raise InputError(f"{where}: no such folder: {folder}; make it first")
    if not os.access(path.parent, os.W_OK):
        raise InputError(f"{where}: no permission to write in {folder}")


def _interview(
    path: Path, base: "Knowledge", terminal: "_Terminal", *, restart: bool
) -> "Profile":
    """Hold the interview and save what it found out, also when it is broken off."""
    from advisor.survey.conversation import Conversation
    from advisor.survey.interview import Interview
    from advisor.survey.script import BLANK

    stored = _stored(path, base, terminal, restart=restart)
    talk = Conversation(base, Interview(stored), terminal)
    try:
        talk.hold()
    finally:
        # Also after Ctrl-C, which then goes on to the exit code of an interruption.
        terminal.say((BLANK,))
        _save(path, base, stored, talk.interview.profile, terminal)
    return talk.interview.profile


def _stored(
    path: Path, base: "Knowledge", terminal: "_Terminal", *, restart: bool
) -> "Profile":
    """Return what the file says, and tell what will happen to it."""
    from advisor.knowledge.files import read_text
    from advisor.knowledge.profile_text import has_comments
    from advisor.knowledge.profiles import read_profile
    from advisor.knowledge.wording import shown
    from advisor.model.profile import Profile
    from advisor.survey.interview import Interview, open_now
    from advisor.survey.script import INTRODUCTION, replaced_lines, resumed_lines

    if not path.exists():
        terminal.say(INTRODUCTION)
        return Profile()
    if restart:
        terminal.say((*INTRODUCTION, *replaced_lines(shown(str(path)))))
        return Profile()
    text = read_text(path)
    profile = read_profile(text, str(path), base)
    left = len(open_now(base, Interview(profile)))
    name = shown(str(path))
    terminal.say(resumed_lines(name, profile, left, comments=has_comments(text)))
    return profile


def _save(
    path: Path,
    base: "Knowledge",
    stored: "Profile",
    known: "Profile",
    terminal: "_Terminal",
) -> None:
    """Write the profile if the interview found out anything."""
    from advisor.knowledge.files import write_text
    from advisor.knowledge.profile_text import profile_text
    from advisor.knowledge.wording import shown
    from advisor.survey.script import Line, Tone

    where = shown(str(path))
    if known == stored:
        kept = f"{where} is left as it was" if path.exists() else "nothing is saved"
        terminal.say((Line(f"Nothing new was answered; {kept}."),))
        return
    text = profile_text(known, base)
    try:
        write_text(path, text)
    except InputError:
        terminal.say((Line("Keep your answers; they could not be saved:"),))
        sys.stderr.write(text)
        raise
    terminal.say((Line(f"Saved in {where}.", Tone.GOOD),))


class _Terminal:
    """The conversation's partner: standard error to talk, standard input to listen."""

    def __init__(self) -> None:
        """Look at the terminal once; a window that is resized later keeps its width."""
        self._colour = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
        self._width = _terminal_width()
        self._typed = sys.stdin.isatty()
        self._edited = self._typed and sys.stdout.isatty() and sys.stderr.isatty()
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")
        if self._edited:
            # Arrow keys and history. It must know the prompt and writes it itself.
            with suppress(ImportError):
                import readline  # noqa: F401

    def say(self, lines: "Iterable[Line]") -> None:
        """Write lines to standard error."""
        from advisor.survey.layout import laid_out

        for line in lines:
            text = laid_out(line, self._width, colour=self._colour)
            sys.stderr.write(f"{text}\n")
        sys.stderr.flush()

    def hear(self) -> str | None:
        """Return what is typed, asking again after control characters."""
        from advisor.knowledge.wording import printable
        from advisor.survey.script import Line, Tone

        while True:
            try:
                line = self._line().rstrip("\r").replace("\t", " ")
            except EOFError:
                self.say((Line(),))
                return None
            if printable(line):
                return line
            problem = "That has invisible characters in it, from an arrow key perhaps;"
            self.say((Line(f"{problem} type it again.", Tone.BAD, 2, 2),))

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


def _terminal_width() -> int:
    with suppress(OSError, ValueError):
        return os.get_terminal_size(sys.stderr.fileno()).columns or _WIDTH
    return _WIDTH
