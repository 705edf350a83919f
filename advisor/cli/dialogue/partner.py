"""The interview with arrow keys: a partner with whom a terminal can be scrolled."""

import os
import sys
from collections.abc import Iterable
from dataclasses import replace

from prompt_toolkit import print_formatted_text
from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import ANSI, FormattedText
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.key_binding import merge_key_bindings
from prompt_toolkit.layout import Layout
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from advisor.cli.dialogue.bindings import leaving
from advisor.cli.dialogue.list_screen import ListScreen
from advisor.cli.dialogue.marks import marks_for
from advisor.cli.dialogue.rows import FAINT, STRONG, Look, shortened
from advisor.cli.dialogue.state import State, begin
from advisor.cli.dialogue.text_screen import TextScreen
from advisor.model.columns import columns
from advisor.model.language import Wording
from advisor.model.question import Answer
from advisor.survey.choices import Choice
from advisor.survey.layout import laid_out
from advisor.survey.lines import Line
from advisor.survey.partner import Command, Form, Given, Prompt

_WIDEST = 100
_MOST_FRESH = 3  # the part of the height that a question leaves to what was just shown
# How long a terminal may take to send the rest of an arrow key after its Escape.
_ESCAPE_SECONDS = 0.1
_BETWEEN = "  "


class Dialogue:
    """A partner at a terminal that can move its cursor.

    Questions and lines go to standard error; standard output is for results. A question
    is erased when it is answered, and one line with the answer stays.
    """

    def __init__(
        self,
        wording: Wording,
        input_: Input | None = None,
        output: Output | None = None,
    ) -> None:
        """Speak with these words; without others, the terminal is the standard one."""
        self._wording = wording
        self._input = input_ or create_input()
        self._output = output or _standard_error()
        self._marks = marks_for(
            self._output.encoding(), os.environ, windows=sys.platform == "win32"
        )
        # A prompt that was left to change the side line, and what was done with it.
        self._left: tuple[Prompt, State | str] | None = None
        self._fresh = 0  # rows that were shown since the last reply

    def say(self, lines: Iterable[Line]) -> None:
        """Show lines."""
        width = self._look().width
        for line in lines:
            text = laid_out(line, width, colour=True)
            self._fresh += text.count("\n") + 1
            print_formatted_text(ANSI(text), output=self._output)

    def ask(self, prompt: Prompt) -> Given | Command:
        """Return a valid answer, or one of the commands the prompt allows.

        Raises `KeyboardInterrupt` on Ctrl-C.
        """
        prompt = _with_choices(prompt, self._wording)
        screen = self._screen(prompt)
        self._left = None
        reply = self._run(screen)
        if reply is Command.SIDE_LINE:
            done = screen.text if isinstance(screen, TextScreen) else screen.state
            self._left = (prompt, done)
        else:
            self._fresh = 0
        self._conclude(prompt, reply)
        return reply

    def _screen(self, prompt: Prompt) -> ListScreen | TextScreen:
        """Return the screen of a prompt, as it was left if it is asked once more."""
        before = self._left[1] if self._left and _same(self._left[0], prompt) else None
        if prompt.form is Form.TEXT:
            current = prompt.current if isinstance(prompt.current, str) else ""
            text = before if isinstance(before, str) else current
            return TextScreen(prompt, text, self._look)
        fresh = begin(prompt.form, prompt.choices, prompt.exclusive, prompt.current)
        state = before if isinstance(before, State) else fresh
        return ListScreen(prompt, state, self._look)

    def _run(self, screen: ListScreen | TextScreen) -> Given | Command:
        application: Application[Given | Command] = Application(
            layout=Layout(screen.container, focused_element=screen.focus),
            key_bindings=merge_key_bindings([screen.bindings(), leaving()]),
            erase_when_done=True,
            include_default_pygments_style=False,
            input=self._input,
            output=self._output,
        )
        application.ttimeoutlen = _ESCAPE_SECONDS
        try:
            return application.run()
        except EOFError:
            return Command.STOP

    def _look(self) -> Look:
        """Return the size to draw in, below what was shown and may not be read yet."""
        size = self._output.get_size()
        width = min(size.columns, _WIDEST)
        height = size.rows - min(self._fresh, size.rows // _MOST_FRESH)
        return Look(width, height, self._marks, self._wording)

    def _conclude(self, prompt: Prompt, reply: Given | Command) -> None:
        """Leave the question and what was said to it in one line, if that settles it."""
        said = _said(prompt, reply, self._wording)
        if not said:
            return
        width, mark = self._look().width, self._marks.cut
        left = width - columns(prompt.title) - len(_BETWEEN)
        answer = shortened(said, max(left, width // 2), mark)
        rest = width - columns(answer) - len(_BETWEEN)
        title = shortened(prompt.title, rest, mark)
        row = FormattedText([(FAINT, title), ("", _BETWEEN), (STRONG, answer)])
        print_formatted_text(row, output=self._output)


def _standard_error() -> Output:
    output = create_output(stdout=sys.stderr)
    if isinstance(output, Vt100_Output):
        # Nothing here depends on where the cursor is, and some terminals never answer.
        output.enable_cpr = False
    return output


def _with_choices(prompt: Prompt, wording: Wording) -> Prompt:
    """Give a yes/no prompt the two choices if it has none."""
    if prompt.form is not Form.YES_NO or prompt.choices:
        return prompt
    yes = Choice("yes", wording("common.yes"))
    return replace(prompt, choices=(yes, Choice("no", wording("common.no"))))


def _same(one: Prompt, other: Prompt) -> bool:
    return (one.title, one.form, one.choices) == (
        other.title,
        other.form,
        other.choices,
    )


def _said(prompt: Prompt, reply: Given | Command, wording: Wording) -> str:
    match reply:
        case Given(answer):
            return _in_words(prompt, answer, wording)
        case Command.SKIP:
            return wording("dialogue.skipped")
        case Command.DONT_KNOW:
            return wording("dialogue.not-known")
        case _:
            return ""


def _in_words(prompt: Prompt, answer: Answer, wording: Wording) -> str:
    if isinstance(answer, bool):
        answer = "yes" if answer else "no"
    picked = (answer,) if isinstance(answer, str) else answer
    titles = {each.id: each.title for each in prompt.choices}
    return wording.series(titles.get(each, each) for each in picked)
