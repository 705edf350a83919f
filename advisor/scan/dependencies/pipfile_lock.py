"""Pipfile.lock: what Pipenv has chosen."""

from advisor.files.tree import parse
from advisor.scan.dependencies.found import Found, Reading
from advisor.scan.dependencies.tables import by_name, entries

_ABOUT = "_meta"


def read(text: str, where: str) -> Found:
    """Return the packages of every category; `InputError` where it cannot be read.

    JSON is YAML, so the parser that knows lines reads it.
    """
    reading = Reading(where, direct=False)
    for key, _, category in entries(parse(text, where)):
        if key != _ABOUT:
            by_name(category, reading)
    return reading.found()
