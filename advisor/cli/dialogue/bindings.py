"""The keys of the terminal as the keys that a screen understands."""

from collections.abc import Callable

from prompt_toolkit.filters import Always, Filter
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from advisor.cli.dialogue.keys import Key
from advisor.survey.partner import Command

Press = Callable[[Key | str], None]

_KEYS = {
    Keys.Up: Key.UP,
    Keys.Down: Key.DOWN,
    Keys.PageUp: Key.PAGE_UP,
    Keys.PageDown: Key.PAGE_DOWN,
    Keys.Home: Key.HOME,
    Keys.End: Key.END,
    Keys.Enter: Key.ENTER,
    Keys.ControlJ: Key.ENTER,  # Enter, typed ahead while the terminal was not asking
    Keys.Escape: Key.ESCAPE,
    Keys.Backspace: Key.BACKSPACE,
    Keys.Tab: Key.TAB,
}
_ALWAYS = Always()


def pressing(press: Press, active: Filter = _ALWAYS) -> KeyBindings:
    """Return bindings that hand every key to `press` while `active`."""
    bindings = KeyBindings()
    for name, key in _KEYS.items():
        # Eager: Escape must not wait for a letter to make it Alt with that letter.
        bindings.add(name, filter=active, eager=True)(_handler(press, key))

    @bindings.add(Keys.Any, filter=active)
    def _(event: KeyPressEvent) -> None:
        if event.data.isprintable():
            press(event.data)

    return bindings


def leaving() -> KeyBindings:
    """Return the bindings that work everywhere: breaking off, the end, suspending."""
    bindings = KeyBindings()

    @bindings.add(Keys.ControlC)
    @bindings.add(Keys.SIGINT)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @bindings.add(Keys.ControlD)
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result=Command.STOP)

    @bindings.add(Keys.ControlZ)
    def _(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    return bindings


def _handler(press: Press, key: Key) -> Callable[[KeyPressEvent], None]:
    def handle(_: KeyPressEvent) -> None:
        press(key)

    return handle
