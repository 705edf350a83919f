"""Foreign text in messages: short, and nothing in it that a terminal would obey."""

import unicodedata

# Controls, invisible format characters, lone surrogates, line and paragraph separators.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_LONGEST = 80


def printable(text: str) -> bool:
    """Say whether `text` is free of control and text-direction characters."""
    return flaw(text) == ""


def flaw(text: str) -> str:
    """Return what to say about the first character that must not be there, or ""."""
    if text.isprintable():
        return ""
    for each in text:
        if unicodedata.category(each) in _UNSAFE:
            code = f"U+{ord(each):04X}"
            return f"contains a control or invisible character ({code}); remove it"
    return ""


def shown(text: str) -> str:
    """Return `text` as it is, or with escapes where it is not printable."""
    return text if text and printable(text) else repr(text)


def short(text: str) -> str:
    """Return the beginning of a long text."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def quoted(text: str) -> str:
    """Return the beginning of `text` in quotes, with escapes where needed."""
    return repr(short(text))
