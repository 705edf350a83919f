"""The lines of everything in a TOML document: its tree, each scalar still empty.

It reads what no library has accepted yet and is therefore strict about what would make
one slow (long dotted keys), deep (nested arrays) or fail without a line (endless numbers),
and lax about everything else: a document that is no TOML is for the library to refuse.
"""

import re
import tomllib
from collections.abc import Callable
from typing import NoReturn

from advisor.files.tree import Items, Node, Scalar, Table
from advisor.model.errors import InputError

_DEPTH = 20
_LONGEST_BARE = 500  # characters of a number or a date; int() refuses 4300 digits

# Groups are not possessive: early releases of Python 3.11 match those wrongly.
_BASIC = r'"(?:[^"\\\n]++|\\.)*"'
_LITERAL = r"'[^'\n]*+'"
_STRING = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*"{3,5}'
    r"|'''(?:[^']++|'(?!''))*'{3,5}"
    rf"|{_BASIC}|{_LITERAL}"
)
_KEY = re.compile(rf"[ \t]*+([A-Za-z0-9_-]++|{_BASIC}|{_LITERAL})[ \t]*+")
_BARE = re.compile(r"[^\s,\]}#][^,\]}#\n]*+")
_BLANK = re.compile(r"[ \t]*+")
_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*")  # TOML 1.1 has it in inline tables too


class NotTomlError(Exception):
    """The document cannot be walked through; a library will say why."""


def tree_of_lines(text: str, where: str, most: int) -> Table:
    """Return the tree with the line of every key and value, and no values.

    Raises `InputError` for what is nested too deep, endless, or has more than `most`
    headers, keys and values; `NotTomlError` for what it does not understand. What it
    does understand need not be TOML.
    """
    return _Scanner(text, where, most).scan()


class _Scanner:
    """Walks over the text once and builds the tree."""

    def __init__(self, text: str, where: str, most: int) -> None:
        self._text = text
        self._where = where
        self._left = most
        self._at = 0
        self._line = 1
        self._root = Table(1)

    def scan(self) -> Table:
        """Return the tree of lines, or raise `NotTomlError` or `InputError`."""
        here, depth = self._root, 1
        while True:
            self._pass(_GAP)
            if self._at == len(self._text):
                return self._root
            if self._text.startswith("[", self._at):
                here, depth = self._header()
            else:
                self._pair(here, depth)

    def _header(self) -> tuple[Table, int]:
        """Read [a.b] or [[a.b]]; return its table and how deep that is."""
        line = self._line
        bracket = 2 if self._text.startswith("[[", self._at) else 1
        self._at += bracket
        self._count()
        key = self._key(2)
        self._expect("]" * bracket)
        if bracket == 2:
            parent, _ = self._below(self._root, key[:-1], line)
            items = _at_key(parent, key[-1], Items(line), line)
            if not isinstance(items, Items):
                raise NotTomlError
            items.items.append(Table(line))
        table, depth = self._below(self._root, key, line)
        if depth >= _DEPTH:
            self._too_deep()
        return table, depth + 1

    def _below(self, table: Table, key: list[str], line: int) -> tuple[Table, int]:
        """Return the table that `key` leads to, made where missing, and its depth."""
        depth = 0
        for part in key:
            node = _at_key(table, part, Table(line), line)
            if isinstance(node, Items) and node.items:  # [[a]]: its last table
                node, depth = node.items[-1], depth + 1
            if not isinstance(node, Table):
                raise NotTomlError
            table, depth = node, depth + 1
        return table, depth

    def _pair(self, table: Table, depth: int) -> None:
        line = self._line
        key = self._key(depth)
        self._expect("=")
        self._pass(_BLANK)
        owner, deeper = self._below(table, key[:-1], line)
        if key[-1] in owner.entries:
            raise NotTomlError
        owner.lines[key[-1]] = line
        owner.entries[key[-1]] = self._value(depth + deeper)

    def _key(self, depth: int) -> list[str]:
        """Return the parts of a dotted key; at most as many as may be nested."""
        parts: list[str] = []
        while True:
            found = _KEY.match(self._text, self._at)
            if found is None:
                raise NotTomlError
            self._at = found.end()
            self._count()
            parts.append(_unquoted(found[1]))
            if depth + len(parts) > _DEPTH + 1:
                self._too_deep()
            if not self._takes("."):
                return parts

    def _value(self, depth: int) -> Node:
        """Read a value that `depth` tables and arrays are around."""
        self._count()
        line = self._line
        if self._takes("["):
            items = Items(line)
            self._series("]", depth, lambda: items.items.append(self._value(depth + 1)))
            return items
        if self._takes("{"):
            table = Table(line)
            self._series("}", depth, lambda: self._pair(table, depth + 1))
            return table
        if not self._pass(_STRING):
            self._bare()
        return Scalar(line, "", null=False)

    def _series(self, end: str, depth: int, member: Callable[[], None]) -> None:
        """Read members with commas between them, up to `end`."""
        if depth >= _DEPTH:
            self._too_deep()
        self._pass(_GAP)
        while not self._takes(end):
            member()
            self._pass(_GAP)
            if not self._takes(","):
                self._expect(end)
                return
            self._pass(_GAP)

    def _bare(self) -> None:
        start = self._at
        if not self._pass(_BARE):
            raise NotTomlError
        if self._at - start > _LONGEST_BARE:
            self._fail("a value without quotes is far too long; shorten or quote it")

    def _pass(self, pattern: re.Pattern[str]) -> bool:
        found = pattern.match(self._text, self._at)
        if found is None:
            return False
        self._line += self._text.count("\n", self._at, found.end())
        self._at = found.end()
        return True

    def _takes(self, mark: str) -> bool:
        if not self._text.startswith(mark, self._at):
            return False
        self._at += len(mark)
        return True

    def _expect(self, mark: str) -> None:
        if not self._takes(mark):
            raise NotTomlError

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            self._fail("too many values; this cannot be the right file")

    def _too_deep(self) -> NoReturn:
        self._fail(f"nested deeper than {_DEPTH} levels; make it flatter")

    def _fail(self, problem: str) -> NoReturn:
        raise InputError(f"{self._where}:{self._line}: {problem}")


def _at_key(table: Table, key: str, new: Table | Items, line: int) -> Node:
    """Return what stands at `key`, first putting `new` there where nothing does."""
    if key not in table.entries:
        table.entries[key], table.lines[key] = new, line
    return table.entries[key]


def _unquoted(key: str) -> str:
    """Return what a part of a key says."""
    if key[0] not in "\"'":
        return key
    if "\\" not in key or key[0] == "'":
        return key[1:-1]
    try:
        return next(iter(tomllib.loads(f"{key}=0")))
    except tomllib.TOMLDecodeError as error:
        raise NotTomlError from error
