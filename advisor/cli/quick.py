"""`advisor recommend` without the cost of building the whole command line.

Importing typer and building its commands takes longer than a recommendation. Arguments
that are plainly well formed are read here; anything else (other commands, help, errors)
is left to typer, which then says what is wrong. A test compares the two readings.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from advisor.cli.format import Format
from advisor.cli.inputs import STANDARD_INPUT, read_as_of
from advisor.cli.recommendation import Request
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.language import Language

# Option name, the field of `Request` it sets, and how its value is read.
# Any: each option has a type of its own.
_READERS: Mapping[str, tuple[str, Callable[[str], Any]]] = {
    "--as-of": ("as_of", read_as_of),
    "--evidence": ("evidence", Evidence),
    "--lang": ("lang", Language),
    "--format": ("format_", Format),
    "-f": ("format_", Format),
    "--output": ("output", Path),
    "-o": ("output", Path),
}


def read_request(arguments: Sequence[str]) -> Request | None:
    """Return the request these arguments make, or None where typer should read them."""
    if not arguments or arguments[0] != "recommend":
        return None
    fields: dict[str, Any] = {}  # Any: as above
    words = iter(arguments[1:])
    for word in words:
        if word == STANDARD_INPUT or not word.startswith("-"):
            if "profile" in fields:
                return None
            fields["profile"] = word
            continue
        if word == "--quick":
            fields["quick"] = True
            continue
        name, has_value, value = word.partition("=")
        known = _READERS.get(name)
        text = value if has_value else next(words, None)
        if known is None or text is None or (has_value and not name.startswith("--")):
            return None
        try:
            fields[known[0]] = known[1](text)
        except (ValueError, InputError):
            return None
    return Request(**fields) if "profile" in fields else None
