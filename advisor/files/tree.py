"""YAML text as a tree of plain scalars that knows its lines.

Scalars stay text and get their type from the schema that reads them, not from YAML's
guesses: `no` is not silently false, `3.10` is not 3.1. The tree is built from parser
events without recursion, so that deep nesting, exploding aliases and duplicate keys are
errors with a line, not crashes.
"""

import re
from collections.abc import Iterator
from dataclasses import field
from typing import NoReturn

import yaml

from advisor.files.merge import CONFLICT, conflict_line
from advisor.files.wording import quoted, shown
from advisor.model.errors import InputError
from advisor.model.record import record

_DEPTH = 20
_MOST_EVENTS = 120_000  # eight times what our largest file takes
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MERGE = "<<"

# The parsers compare each of these with each other one, which takes its time.
_TAG_DIRECTIVE = re.compile("^%TAG", re.MULTILINE)

# What YAML refuses anywhere. The two parsers disagree about where they saw it, we do not.
_REFUSED = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@record
class Scalar:
    """A text; `null` when it was left empty or written as null without quotes."""

    line: int
    text: str
    null: bool


@record
class Items:
    """A list."""

    line: int
    items: list["Node"] = field(default_factory=list)


@record
class Table:
    """A mapping; `lines` holds the line of each key."""

    line: int
    entries: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


Node = Scalar | Items | Table
Plain = str | None | list["Plain"] | dict[str, "Plain"]


def parse(text: str, where: str) -> Node:
    """Parse one YAML document. `where` names it in messages.

    Raises `InputError` ("FILE:LINE: what is wrong; what to do").
    """
    where = shown(where)
    refused = _REFUSED.search(text)
    if refused:
        line = text.count("\n", 0, refused.start()) + 1
        code = f"U+{ord(refused[0]):04X}"
        raise InputError(f"{where}:{line}: a control character ({code}); remove it")
    directive = _TAG_DIRECTIVE.search(text)
    if directive:
        line = text.count("\n", 0, directive.start()) + 1
        raise InputError(f"{where}:{line}: tags (%TAG) are not allowed; remove it")
    try:
        return _Builder(where).build(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        raise InputError(f"{where}:{_not_yaml(error, text)}") from error


def _not_yaml(error: yaml.MarkedYAMLError, text: str) -> str:
    merged = conflict_line(text)
    if merged:
        return f"{merged}: {CONFLICT}"
    line = _line(error.problem_mark or error.context_mark)
    problem = error.problem or error.context
    around = text.split("\n")[max(line - 2, 0) : line]
    tabs = any("\t" in each for each in around)
    hint = "; indent with spaces, not tabs" if tabs else ""
    return f"{line}: not valid YAML: {problem}{hint}"


def _line(mark: object) -> int:
    return int(getattr(mark, "line", 0)) + 1  # both parsers have a type of their own


def plain(node: Node) -> Plain:
    """Return the tree as nested lists and dictionaries of text."""
    match node:
        case Scalar():
            return None if node.null else node.text
        case Items():
            return [plain(each) for each in node.items]
        case Table():
            return {key: plain(each) for key, each in node.entries.items()}


def line_at(node: Node, path: tuple[str | int, ...]) -> int:
    """Return the line of the deepest node that `path` reaches."""
    line = node.line
    for step in path:
        if isinstance(node, Table) and step in node.entries:
            line, node = node.lines[str(step)], node.entries[str(step)]
        elif (
            isinstance(node, Items) and isinstance(step, int) and step < len(node.items)
        ):
            node = node.items[step]
            line = node.line
    return line


class _Builder:
    """Turns parser events into nodes with a stack of its own."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._stack: list[Items | Table] = []
        self._keys: list[tuple[str, int] | None] = []
        self._root: Node | None = None

    def build(self, events: Iterator[yaml.Event]) -> Node:
        documents = 0
        for number, event in enumerate(events):
            line = _line(event.start_mark)
            if number > _MOST_EVENTS:
                self._fail(line, "too many values; this cannot be the right file")
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
            if documents > 1:
                self._fail(line, "a second document starts here; keep only one")
            if isinstance(event, yaml.NodeEvent):
                self._bare(event, line)
            self._take(event, line)
        if self._root is None:
            self._fail(1, "the file is empty; write 'key: value' lines into it")
        return self._root

    def _bare(self, event: yaml.NodeEvent, line: int) -> None:
        """Refuse whatever makes a node more than its text."""
        if isinstance(event, yaml.AliasEvent):
            self._fail(line, "aliases (*name) are not allowed; write it out")
        if event.anchor is not None:
            self._fail(line, "anchors (&name) are not allowed; write it out")
        if getattr(event, "tag", None) is not None:
            self._fail(line, "tags (!name) are not allowed; write the value alone")

    def _take(self, event: yaml.Event, line: int) -> None:
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, line)
            case yaml.SequenceStartEvent():
                self._open(Items(line), line)
            case yaml.MappingStartEvent():
                self._open(Table(line), line)
            case yaml.CollectionEndEvent():
                self._stack.pop()
                self._keys.pop()
            case _:
                pass  # starts and ends of the stream and of the document

    def _fail(self, line: int, problem: str) -> NoReturn:
        raise InputError(f"{self._where}:{line}: {problem}")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        unquoted = event.implicit[0]
        if self._expects_key():
            if unquoted and event.value == _MERGE:
                self._fail(line, "merge keys (<<) are not allowed; write it out")
            self._key(event.value, line)
            return
        self._add(Scalar(line, event.value, unquoted and event.value in _NULLS))

    def _expects_key(self) -> bool:
        return bool(
            self._stack
            and isinstance(self._stack[-1], Table)
            and self._keys[-1] is None
        )

    def _key(self, key: str, line: int) -> None:
        table = self._stack[-1]
        if isinstance(table, Table) and key in table.entries:
            first = table.lines[key]
            self._fail(
                line, f"{quoted(key)} is given twice; the first is in line {first}"
            )
        self._keys[-1] = (key, line)

    def _open(self, node: Items | Table, line: int) -> None:
        if self._expects_key():
            self._fail(line, "a key must be a simple word, not a list or a mapping")
        if len(self._stack) >= _DEPTH:
            self._fail(line, f"nested deeper than {_DEPTH} levels; make it flatter")
        self._add(node)
        self._stack.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._stack:
            self._root = node
            return
        parent = self._stack[-1]
        if isinstance(parent, Items):
            parent.items.append(node)
            return
        key = self._keys[-1]
        if key is not None:
            parent.entries[key[0]], parent.lines[key[0]] = node, key[1]
            self._keys[-1] = None
