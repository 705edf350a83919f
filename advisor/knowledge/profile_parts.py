"""The parts of a profile file: what each says, and every problem with its line."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import TypeVar

from advisor.files.nodes import is_absent, kind_of, table_of, text_of
from advisor.files.tree import Items, Node, Scalar, Table, parse
from advisor.files.wording import quoted, short, shown
from advisor.knowledge.answers import (
    nearest,
    read_answer,
    read_date,
    read_importance,
    repeated,
    yes_or_no,
)
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.names import LONGEST_NAME, can_name
from advisor.model.profile import Profile
from advisor.model.question import Answer, Question

T = TypeVar("T")

SCHEMA = "1"
KEYS = (
    "schema",
    "project",
    "as-of",
    "knowledge",
    "answers",
    "weights",
    "allow-retired",
    "unknown",
    "gate",
)
_MOST_PROBLEMS = 50


def read_parts(
    text: str, where: str, knowledge: Knowledge
) -> tuple[Profile, "list[Problem]"]:
    """Return the profile as far as it can be read, and every problem by line."""
    return read_tree(parse(text, where), where, knowledge)


def read_tree(
    root: Node, where: str, knowledge: Knowledge
) -> tuple[Profile, "list[Problem]"]:
    """Return the same for a profile that is a tree already."""
    if not isinstance(root, Table):
        raise InputError(
            f"{shown(where)}:{root.line}: a profile is a mapping; "
            f"start it with 'schema: {SCHEMA}'"
        )
    reader = _Reader(shown(where), knowledge)
    try:
        profile = reader.profile(root)
    except _EnoughError:
        first = report(reader.problems)
        raise InputError(f"{first}\n… and more; mend these first") from None
    return profile, reader.problems


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


class _EnoughError(Exception):
    """So many problems that nobody reads on: it is not a profile at all."""


@dataclass(slots=True)
class _Reader:
    """Collects problems while it reads, so that one run shows all of them."""

    where: str
    knowledge: Knowledge
    problems: list[Problem] = field(default_factory=list)

    def profile(self, root: Table) -> Profile:
        self._known_keys(root, KEYS, "")
        self._schema(root)
        return Profile(
            project=self._read(root, "project", self._name, ""),
            as_of=self._read(root, "as-of", self._date, None),
            knowledge=self._read(root, "knowledge", self._name, ""),
            answers=self._read(root, "answers", self._answers, {}),
            weights=self._read(root, "weights", self._weights, {}),
            allow_retired=self._read(root, "allow-retired", self._flag, False),
            unknown=self._read(root, "unknown", self._questions, ()),
            gate=self._read(root, "gate", self._gate, {}),
        )

    def _problem(self, line: int, key: str, message: str, item: str = "") -> None:
        if len(self.problems) >= _MOST_PROBLEMS:
            raise _EnoughError
        self.problems.append(Problem(self.where, line, key, message, item))

    def _known_keys(self, table: Table, valid: Collection[str], prefix: str) -> None:
        for key, line in table.lines.items():
            if key not in valid:
                name = f"{prefix}{shown(short(key))}"
                self._problem(line, name, f"unknown key{nearest(key, valid)}")

    def _schema(self, root: Table) -> None:
        node = root.entries.get("schema")
        if node is None:
            self._problem(root.line, "schema", f"missing; add 'schema: {SCHEMA}'")
        elif not isinstance(node, Scalar) or node.text != SCHEMA:
            self._problem(
                root.lines["schema"],
                "schema",
                f"takes {SCHEMA}, not {kind_of(node)}; "
                "a newer file needs a newer version of advisor",
            )

    def _read(
        self, root: Table, key: str, read: Callable[[Node, str], T], default: T
    ) -> T:
        node = root.entries.get(key)
        if node is None or is_absent(node):
            return default
        try:
            return read(node, key)
        except InputError as error:
            self._problem(root.lines[key], key, str(error))
            return default

    def _entries(
        self,
        node: Node,
        key: str,
        valid: Collection[str],
        read: Callable[[str, Node], T],
    ) -> dict[str, T]:
        """Read each known key of a table; what is wrong is a problem of its line."""
        table = table_of(node)
        self._known_keys(table, valid, f"{key}.")
        entries: dict[str, T] = {}
        for name, value in table.entries.items():
            if name not in valid or is_absent(value):
                continue
            try:
                entries[name] = read(name, value)
            except InputError as error:
                self._problem(table.lines[name], f"{key}.{name}", str(error))
        return entries

    def _words(
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
                self._problem(each.line, key, str(error), word)
            else:
                words.append(word)
        return tuple(words)

    def _name(self, node: Node, _key: str) -> str:
        text = text_of(node)
        if not can_name(text):
            raise InputError(f"longer than {LONGEST_NAME} characters; shorten it")
        return text

    def _date(self, node: Node, _key: str) -> date:
        return read_date(text_of(node))

    def _flag(self, node: Node, _key: str) -> bool:
        return yes_or_no(text_of(node))

    def _answers(self, node: Node, key: str) -> Mapping[str, Answer]:
        questions = self.knowledge.questions

        def read(name: str, value: Node) -> Answer:
            return self._answer(questions[name], value, f"{key}.{name}")

        return self._entries(node, key, questions, read)

    def _answer(self, question: Question, node: Node, key: str) -> Answer:
        base = self.knowledge
        if not isinstance(node, Items):
            return read_answer(question, text_of(node), base)
        if not question.takes_many:
            raise InputError("takes one answer, not a list")
        words = self._words(node, key, lambda word: read_answer(question, word, base))
        if node.items and not words:
            return ()  # its problems are told already
        return read_answer(question, words, base)

    def _weights(self, node: Node, key: str) -> Mapping[str, float]:
        scored = [each.id for each in self.knowledge.scored()]

        def read(_name: str, value: Node) -> float:
            return read_importance(text_of(value))

        return self._entries(node, key, scored, read)

    def _questions(self, node: Node, key: str) -> tuple[str, ...]:
        if not isinstance(node, Items):
            raise InputError(f"takes a list of question ids, not {kind_of(node)}")
        questions = self.knowledge.questions
        names = self._words(node, key, lambda name: _one_of(name, questions))
        twice = repeated(names)
        if twice is not None:
            raise InputError(f"{twice!r} is given twice; keep one")
        return names

    def _gate(self, node: Node, key: str) -> Mapping[str, str]:
        frameworks = self.knowledge.frameworks

        def read(_name: str, value: Node) -> str:
            return _one_of(text_of(value), frameworks)

        return self._entries(node, key, ("framework",), read)


def _one_of(name: str, valid: Collection[str]) -> str:
    if name in valid:
        return name
    raise InputError(f"{quoted(name)} is unknown{nearest(name, valid)}")
