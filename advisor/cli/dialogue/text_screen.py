"""A text to be typed on the terminal: a line editor, with the commands behind Tab."""

from collections.abc import Callable

from prompt_toolkit.application import get_app
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import (
    KeyBindings,
    KeyBindingsBase,
    KeyPressEvent,
    merge_key_bindings,
)
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Window,
)
from prompt_toolkit.layout.processors import AfterInput

from advisor.cli.dialogue.bindings import pressing
from advisor.cli.dialogue.blocks import Block, heights, stacked
from advisor.cli.dialogue.frame import Legend, foot, gap, head
from advisor.cli.dialogue.keys import Key, command_of, plain
from advisor.cli.dialogue.legend import Item, command_items, why_item
from advisor.cli.dialogue.pane import Pane, opened, pane_rows, turned
from advisor.cli.dialogue.rows import FAINT, STRONG, Look, joined
from advisor.survey.partner import Command, Given, Prompt


class TextScreen:
    """One prompt without choices; `text` is what is typed at every moment."""

    def __init__(self, prompt: Prompt, text: str, look: Callable[[], Look]) -> None:
        """Begin with a text; `look` tells how large the terminal is by now."""
        self._prompt = prompt
        self._look = look
        self._pane: Pane | None = None
        self._commanding = False
        self._warning = ""
        self._buffer = Buffer(
            document=Document(text), multiline=False, on_text_changed=self._calm
        )
        self._typing = Condition(lambda: self._pane is None and not self._commanding)
        self._above = FormattedTextControl(self._text_above, focusable=True)
        self.focus = BufferControl(
            self._buffer, input_processors=[AfterInput(self._placeholder)]
        )
        self.container = self._container()

    @property
    def text(self) -> str:
        """Return what is typed so far."""
        return self._buffer.text

    def bindings(self) -> KeyBindingsBase:
        """Return what the keys do; while typing, the line editor has most of them."""
        typing = KeyBindings()

        @typing.add(Keys.Enter, filter=self._typing)
        def _(_: KeyPressEvent) -> None:
            self._accept()

        @typing.add(Keys.Tab, filter=self._typing)
        def _(_: KeyPressEvent) -> None:
            self._turn(None, commanding=True)

        @typing.add(Keys.BracketedPaste, filter=self._typing)
        def _(event: KeyPressEvent) -> None:
            self._buffer.insert_text(" ".join(event.data.split()))

        return merge_key_bindings([typing, pressing(self._press, ~self._typing)])

    def _accept(self) -> None:
        """Take the text, or say what is wrong with it; none at all can mean a skip."""
        text = self.text.strip()
        wrong = self._prompt.check(text)
        optional = Command.SKIP in self._prompt.commands
        emptied = bool(self._prompt.current) and not wrong
        if text or not optional or emptied:
            self._warning = wrong
            if not wrong:
                get_app().exit(result=Given(text))
        elif self._warning:
            get_app().exit(result=Command.SKIP)
        else:
            self._warning = self._look().wording("dialogue.nothing-typed-skip")

    def _press(self, key: Key | str) -> None:
        """Take a key while the text is not typed: in the pane, or as a command."""
        look = self._look()
        if self._pane is not None:
            self._turn(turned(self._pane, key, look))
            return
        command = (
            command_of(key, self._prompt.commands) if isinstance(key, str) else None
        )
        if command is not None:
            get_app().exit(result=command)
        elif isinstance(key, str) and plain(key) == "?":
            items = [self._done(look), *self._commands(look)]
            self._turn(opened(self._prompt, items, look))
        else:
            self._turn(None)

    def _turn(self, pane: Pane | None, *, commanding: bool = False) -> None:
        """Show the pane or the line; only what is shown takes keys."""
        self._pane = pane
        self._commanding = commanding
        get_app().layout.focus(self.focus if self._typing() else self._above)

    def _calm(self, _: Buffer) -> None:
        self._warning = ""

    def _done(self, look: Look) -> Item:
        return Item(look.wording("dialogue.enter-key"), look.wording("dialogue.done"))

    def _commands(self, look: Look) -> list[Item]:
        wording = look.wording
        return [why_item(wording), *command_items(self._prompt.commands, wording)]

    def _items(self, look: Look) -> list[Item]:
        if self._commanding:
            return self._others(look)
        wording = look.wording
        other = Item(wording("dialogue.tab-key"), wording("dialogue.other-keys"))
        return [self._done(look), other]

    def _others(self, look: Look) -> list[Item]:
        wording = look.wording
        back = Item(wording("dialogue.tab-key"), wording("dialogue.typing"))
        return [*self._commands(look), back]

    def _blocks(self, look: Look) -> tuple[list[Block], list[Block]]:
        """Return what is above the line and below it."""
        above = [*head(self._prompt, look), gap()]
        keys = Legend(self._items(look), self._others(look))
        below = [gap(), *foot(self._prompt, self._warning, keys, look)]
        return above, below

    def _text_above(self) -> StyleAndTextTuples:
        look = self._look()
        if self._pane is not None:
            return joined(pane_rows(self._pane, look))
        above, below = self._blocks(look)
        given = heights([*above, *below], look.height - 1)
        return joined(stacked(above, given[: len(above)]))

    def _text_below(self) -> StyleAndTextTuples:
        look = self._look()
        above, below = self._blocks(look)
        given = heights([*above, *below], look.height - 1)
        return joined(stacked(below, given[len(above) :]))

    def _prefix(self, _line: int, _wrap: int) -> StyleAndTextTuples:
        return [(STRONG, f"{self._look().marks.pointer} ")]

    def _placeholder(self) -> StyleAndTextTuples:
        if self._buffer.text or not self._prompt.example:
            return []
        example = self._look().wording("dialogue.example", example=self._prompt.example)
        return [(FAINT, example)]

    def _container(self) -> HSplit:
        below = HSplit(
            [
                Window(self.focus, height=1, get_line_prefix=self._prefix),
                Window(FormattedTextControl(self._text_below), dont_extend_height=True),
            ]
        )
        shown = Condition(lambda: self._pane is None)
        return HSplit(
            [
                Window(self._above, dont_extend_height=True),
                ConditionalContainer(below, shown),
            ]
        )
