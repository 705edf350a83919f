"""Collecting what is wrong with a profile while it is read, so that one run shows all."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TypeVar

from advisor.files.nodes import is_absent, table_of, text_of
from advisor.files.tree import Items, Node, Table
from advisor.files.wording import quoted, short, shown
from advisor.knowledge.answers import nearest
from advisor.model.errors import InputError

T = TypeVar("T")

_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a key, a path such as answers.goal, or with an item of its list."""

    where: str
    line: int
    key: str
    message: str
    item: str = ""

    def __str__(self) -> str:
        """Return it as an error message shows it."""
        return f"{self.where}:{self.line}: {self.key}: {self.message}"


def report(problems: Iterable[Problem]) -> str:
    """Return one line for each problem, in the order of the lines."""
    return "\n".join(map(str, sorted(problems, key=attrgetter("line"))))


class EnoughError(Exception):
    """So many problems that nobody reads on: it is not a profile at all."""


@dataclass(slots=True)
class Collector:
    """Reads the parts of a file called `where`; what is wrong becomes a problem."""

    where: str
    problems: list[Problem] = field(default_factory=list)

    def problem(self, line: int, key: str, message: str, item: str = "") -> None:
        """Keep a problem; raises `EnoughError` where there are too many to read."""
        if len(self.problems) >= _MOST_PROBLEMS:
            raise EnoughError
        self.problems.append(Problem(self.where, line, key, message, item))

    def known_keys(self, table: Table, valid: Collection[str], prefix: str) -> None:
        """Note every key that is not `valid`."""
        for key, line in table.lines.items():
            if key not in valid:
                name = f"{prefix}{shown(short(key))}"
                self.problem(line, name, f"unknown key{nearest(key, valid)}")

    def read(
        self,
        table: Table,
        key: str,
        read: Callable[[Node, str], T],
        default: T,
        prefix: str = "",
    ) -> T:
        """Return what stands under a key; `default` where it is absent or wrong."""
        node = table.entries.get(key)
        if node is None or is_absent(node):
            return default
        try:
            return read(node, f"{prefix}{key}")
        except InputError as error:
            self.problem(table.lines[key], f"{prefix}{key}", str(error))
            return default

    def entries(
        self,
        node: Node,
        key: str,
        valid: Collection[str],
        read: Callable[[str, Node], T],
    ) -> dict[str, T]:
        """Read each known key of a table; what is wrong is a problem of its line."""
        table = table_of(node)
        self.known_keys(table, valid, f"{key}.")
        entries: dict[str, T] = {}
        for name, value in table.entries.items():
            if name not in valid or is_absent(value):
                continue
            try:
                entries[name] = read(name, value)
            except InputError as error:
                self.problem(table.lines[name], f"{key}.{name}", str(error))
        return entries

    def words(
        self, items: Items, key: str, check: Callable[[str], object]
    ) -> tuple[str, ...]:
        """Return the items of a list that are right; the others are problems."""
        words: list[str] = []
        for each in items.items:
            word = ""
            try:
                word = text_of(each)
                check(word)
            except InputError as error:
                self.problem(each.line, key, str(error), word)
            else:
                words.append(word)
        return tuple(words)


def one_of(name: str, valid: Collection[str]) -> str:
    """Return a name that must be among `valid`; raises `InputError`."""
    if name in valid:
        return name
    raise InputError(f"{quoted(name)} is unknown{nearest(name, valid)}")
