"""Passages of the source documents: what a claim's digest is taken over."""

import hashlib
import re
import unicodedata

_PINYIN = re.compile(r"(?<=[\u3400-\u9fff])\(\s*[a-z\u00e0-\u01dc]+\s*\)")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Reduce `text` to what survives re-encoding of the same passage.

    Compatibility forms are unified (NFKC), the pinyin that a converter put in brackets
    after a Chinese character is dropped, case is folded and white space removed.
    """
    unified = unicodedata.normalize("NFKC", text).casefold()
    return _SPACE.sub("", _PINYIN.sub("", unified))


def passage(document: str, lines: str) -> str:
    """Return the lines that a locator such as `4`, `88-101` or `10, 14` names.

    Lines are counted from 1 and end at a line feed. Raises `IndexError` when the
    document has no such line, so a locator that went stale cannot pass unseen.
    """
    every = document.split("\n")
    chosen: list[str] = []
    for part in lines.split(","):
        first, _, last = part.strip().partition("-")
        span = range(int(first), int(last or first) + 1)
        chosen.extend(every[number - 1] for number in span if _exists(every, number))
    return "\n".join(chosen)


def _exists(lines: list[str], number: int) -> bool:
    if not 1 <= number <= len(lines):
        raise IndexError(f"the document has no line {number}")
    return True


def digest(document: str, lines: str) -> str:
    """Return the digest of a passage, as claims carry it: `sha256:` and 64 hex digits."""
    normalised = normalise(passage(document, lines))
    return f"sha256:{hashlib.sha256(normalised.encode()).hexdigest()}"
