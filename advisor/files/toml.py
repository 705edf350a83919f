"""TOML text as the same tree of plain scalars as YAML, with the line of everything.

The standard library reads the values but tells no lines; those come from a walk of our
own, which goes first and keeps from the library what it would take too long over.
"""

import re
import tomllib
from datetime import date, datetime, time

from advisor.files.merge import CONFLICT, conflict_line
from advisor.files.toml_lines import NotTomlError, tree_of_lines
from advisor.files.tree import Items, Node, Scalar, Table
from advisor.files.wording import short, shown
from advisor.model.errors import InputError

_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

_MOST = 100_000  # headers, keys and values; takes less than a second

_Value = object  # what tomllib makes: a dict, a list, a text, a number, a date


def parse(text: str, where: str, most: int = _MOST) -> Table:
    """Parse a TOML document of at most `most` headers, keys and values.

    `where` names it in messages.
    Booleans are `true` and `false`, dates and times ISO 8601, integers decimal; other
    numbers stay as written, so that 3.10 is not 3.1. Raises `InputError` ("FILE:LINE:
    what is wrong; what to do").
    """
    where = shown(where)
    try:
        tree = tree_of_lines(text, where, most)
    except NotTomlError:
        tree = Table(1)  # the library says what is wrong
    try:
        values = tomllib.loads(text, parse_float=_as_written)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{where}:{_not_toml(str(error), text)}") from error
    _fill(tree, values)
    return tree


def _as_written(number: str) -> str:
    return number.replace("_", "")


def _not_toml(message: str, text: str) -> str:
    merged = conflict_line(text)
    if merged:
        return f"{merged}: {CONFLICT}"
    found = _PLACE.search(message)
    line = found[1] if found and found[1] else str(text.count("\n") + 1)
    problem = _PLACE.sub("", message)
    return f"{line}: not valid TOML: {short(shown(problem))}; correct it"


def _fill(node: Node, value: _Value) -> Node:
    """Return the node with its values, which the tree so far lacks."""
    if isinstance(node, Table) and isinstance(value, dict):
        for key, each in value.items():
            node.entries[key] = _fill(node.entries[key], each)
        return node
    if isinstance(node, Items) and isinstance(value, list):
        node.items[:] = map(_fill, node.items, value)
        return node
    return Scalar(node.line, _text(value), null=False)


def _text(value: _Value) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)
