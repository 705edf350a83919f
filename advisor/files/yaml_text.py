"""Values as YAML text that `tree.parse` and every other reader of YAML read back equal."""

import re
from collections.abc import Iterator, Sequence

_WIDTH = 88
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
# Words that this program reads as text, but other readers of YAML do not.
_TAKEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


def listing(key: str, items: Sequence[str], indent: str) -> Iterator[str]:
    """Yield a list on one line where it fits, else one line for each item.

    `key` and `items` are YAML text already.
    """
    flow = f"{indent}{key}: [{', '.join(items)}]"
    if len(flow) <= _WIDTH:
        yield flow
        return
    yield f"{indent}{key}:"
    for item in items:
        yield f"{indent}  - {item}"


def number(value: float) -> str:
    """Return a number, without a fraction where it has none."""
    return str(int(value)) if value == int(value) else repr(value)


def scalar(text: str) -> str:
    """Return a text, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and text.lower() not in _TAKEN:
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """Return a text in quotes."""
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    """Escape as YAML does, which unlike JSON knows characters above U+FFFF."""
    if char in '"\\':
        return f"\\{char}"
    if char.isprintable():
        return char
    return f"\\U{ord(char):08X}"
