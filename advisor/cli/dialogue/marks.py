"""The signs that are not letters, for terminals that can show them and for the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

# In the order in which POSIX lets them decide.
_VARIABLES = ("LC_ALL", "LC_CTYPE", "LANG")


@dataclass(frozen=True, slots=True)
class Marks:
    """What points, what separates, and what stands for more than is shown."""

    pointer: str
    up: str
    down: str
    dot: str
    cut: str


UNICODE = Marks("❯", "↑", "↓", "·", "…")
ASCII = Marks(">", "^", "v", "-", "...")


def marks_for(
    encoding: str | None, environment: Mapping[str, str], *, windows: bool
) -> Marks:
    """Return the marks that a terminal can be trusted to show.

    Of the consoles of Windows only the Terminal, which sets WT_SESSION, finds a font
    for every sign; the console of the Linux kernel has few signs. An encoding alone
    does not tell: Python writes UTF-8 even where the locale is set to C.
    """
    if (encoding or "").lower().replace("-", "") != "utf8":
        return ASCII
    if windows:
        return UNICODE if "WT_SESSION" in environment else ASCII
    locale = next((each for name in _VARIABLES if (each := environment.get(name))), "")
    poor = locale in ("C", "POSIX") or environment.get("TERM") == "linux"
    return ASCII if poor else UNICODE
