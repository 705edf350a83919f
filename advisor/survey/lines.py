"""What is shown, line by line, before it has a width and colours."""

from dataclasses import dataclass
from enum import Enum


class Tone(Enum):
    """How a line is meant."""

    PLAIN = "plain"
    STRONG = "strong"
    FAINT = "faint"
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Line:
    """One line before wrapping; `aside` is a fainter end, `hang` indents what wraps."""

    text: str = ""
    tone: Tone = Tone.PLAIN
    indent: int = 0
    hang: int = 0
    aside: str = ""


BLANK = Line()
