"""Pipfile: what Pipenv is told to install."""

from advisor.files.toml import parse
from advisor.scan.dependencies.found import Found, Reading
from advisor.scan.dependencies.tables import by_name, entries

_NEEDED = "packages"
_OTHER = ("source", "requires", "scripts", "pipenv")


def read(text: str, where: str) -> Found:
    """Return the packages of every category; `InputError` where it is no TOML."""
    reading = Reading(where)
    for key, _, category in entries(parse(text, where)):
        if key not in _OTHER:
            reading.direct = key == _NEEDED
            by_name(category, reading)
    return reading.found()
