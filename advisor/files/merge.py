"""What a merge leaves in a file that nobody has finished."""

import re

CONFLICT = (
    "a merge conflict; keep one side, and remove the lines that begin with <<<<<<<, "
    "======= and >>>>>>>"
)

_MARK = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})(?:[ \t\r].*)?$", re.MULTILINE)


def conflict_line(text: str) -> int:
    """Return the first line that a merge has left its mark in, 0 without one.

    A text that can be read may have such a line for other reasons.
    """
    found = _MARK.search(text)
    return text.count("\n", 0, found.start()) + 1 if found else 0
