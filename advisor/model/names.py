"""What a text from outside must not have, and what a project may be called."""

import unicodedata

LONGEST_NAME = 200  # characters

# Controls, invisible format characters, lone surrogates, line and paragraph separators.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def unsafe(text: str) -> str:
    """Return the first character that a terminal would obey or nobody would see, or ""."""
    if text.isprintable():
        return ""
    return next((each for each in text if unicodedata.category(each) in _UNSAFE), "")


def can_name(text: str) -> bool:
    """Say whether a project may be called so."""
    return len(text) <= LONGEST_NAME and not unsafe(text)
