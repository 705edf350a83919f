"""How many columns of a terminal a text takes, and where a row of it may end.

A Chinese character takes two columns, and a row may end beside it; but no row begins
with punctuation that closes, and none ends with what opens (compare UAX #14, Unicode
Line Breaking Algorithm).
"""

import re
import unicodedata
from collections.abc import Iterator

NO_BREAK = "\u00a0"  # a space at which no row ends

_OPENING = "（「『《〈【“‘"
_CLOSING = "，。、；：！？）」』》〉】”’…"
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef"
_PIECE = re.compile(
    rf" +|[{_OPENING}]*(?:[{_WIDE}]|[^ {_WIDE}{_OPENING}]+)[{_CLOSING}]*|."
)
_HAS_WIDE = re.compile(f"[{_WIDE}]")


def columns(text: str) -> int:
    """Return how many columns of a terminal `text` takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def is_wide(text: str) -> bool:
    """Say whether rows of `text` may end elsewhere than at spaces."""
    return _HAS_WIDE.search(text) is not None


def pieces(text: str) -> Iterator[str]:
    """Yield what stays together in a row, and the spaces between."""
    return (found.group() for found in _PIECE.finditer(text))


def breaks(text: str, width: int) -> list[int]:
    """Return the places at which rows after the first begin, `width` columns at most."""
    found: list[int] = []
    place = used = 0
    for piece in pieces(text):
        for part in cut(piece, width):
            size = columns(part)
            if used and used + size > width and not part.isspace():
                found.append(place)
                used = 0
            place += len(part)
            used += size
    return found


def cut(piece: str, width: int) -> Iterator[str]:
    """Yield a piece whole where it fits into a row, else as much as fits."""
    if columns(piece) <= width:
        yield piece
        return
    part = ""
    for char in piece:
        if part and columns(part + char) > width:
            yield part
            part = ""
        part += char
    yield part
