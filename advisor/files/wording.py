"""Foreign text in messages: short, and nothing in it that a terminal would obey."""

from advisor.model.names import unsafe

_LONGEST = 80


def printable(text: str) -> bool:
    """Say whether `text` is free of control and text-direction characters."""
    return not unsafe(text)


def flaw(text: str) -> str:
    """Return what to say about the first character that must not be there, or ""."""
    char = unsafe(text)
    if not char:
        return ""
    return f"contains a control or invisible character (U+{ord(char):04X}); remove it"


def shown(text: str) -> str:
    """Return `text` as it is, or with escapes where it is not printable."""
    return text if text and printable(text) else repr(text)


def short(text: str) -> str:
    """Return the beginning of a long text."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def quoted(text: str) -> str:
    """Return the beginning of `text` in quotes, with escapes where needed."""
    return repr(short(text))
