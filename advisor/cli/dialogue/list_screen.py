"""A list on the terminal: keys change its state, and the state is drawn."""

from collections.abc import Callable

from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindingsBase
from prompt_toolkit.layout import FormattedTextControl, Window

from advisor.cli.dialogue.bindings import pressing
from advisor.cli.dialogue.keys import Aside, Key, Step, pressed
from advisor.cli.dialogue.legend import list_items
from advisor.cli.dialogue.pane import Pane, opened, pane_rows, turned
from advisor.cli.dialogue.rows import Look, joined
from advisor.cli.dialogue.state import State, unsearched
from advisor.cli.dialogue.view import draw
from advisor.survey.partner import Prompt


class ListScreen:
    """One prompt with choices; `state` is current at every moment."""

    def __init__(self, prompt: Prompt, state: State, look: Callable[[], Look]) -> None:
        """Begin with a state; `look` tells how large the terminal is by now."""
        self.state = state
        self._prompt = prompt
        self._look = look
        self._pane: Pane | None = None
        self._page = 1
        self.focus = FormattedTextControl(self._text, focusable=True)
        self.container = Window(self.focus, dont_extend_height=True)

    def bindings(self) -> KeyBindingsBase:
        """Return what the keys do."""
        return pressing(self._press)

    def _press(self, key: Key | str) -> None:
        if self._pane is None:
            commands = self._prompt.commands
            self._take(pressed(self.state, key, commands, self._page))
        else:
            self._pane = turned(self._pane, key, self._look())

    def _take(self, step: Step) -> None:
        if isinstance(step, State):
            self.state = step
        elif isinstance(step, Aside):
            look = self._look()
            items = list_items(unsearched(self.state), self._prompt.commands, look)
            self._pane = opened(self._prompt, items, look)
        else:
            get_app().exit(result=step)

    def _text(self) -> StyleAndTextTuples:
        look = self._look()
        if self._pane is not None:
            return joined(pane_rows(self._pane, look))
        drawing = draw(self._prompt, self.state, look)
        self._page = drawing.page
        return joined(drawing.rows)
