"""The parts of a profile file: what each says, and every problem with its line."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from advisor.files.nodes import kind_of, text_of
from advisor.files.tree import Items, Node, Scalar, Table, parse
from advisor.files.wording import shown
from advisor.knowledge.answers import (
    read_answer,
    read_date,
    read_importance,
    repeated,
    yes_or_no,
)
from advisor.knowledge.collector import Collector, EnoughError, Problem, one_of, report
from advisor.knowledge.gate_part import read_gate
from advisor.model.errors import InputError
from advisor.model.gate import Gate
from advisor.model.knowledge import Knowledge
from advisor.model.names import LONGEST_NAME, can_name
from advisor.model.profile import Profile
from advisor.model.question import Answer, Question

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


def read_parts(
    text: str, where: str, knowledge: Knowledge
) -> tuple[Profile, list[Problem]]:
    """Return the profile as far as it can be read, and every problem by line."""
    return read_tree(parse(text, where), where, knowledge)


def read_tree(
    root: Node, where: str, knowledge: Knowledge
) -> tuple[Profile, list[Problem]]:
    """Return the same for a profile that is a tree already."""
    if not isinstance(root, Table):
        raise InputError(
            f"{shown(where)}:{root.line}: a profile is a mapping; "
            f"start it with 'schema: {SCHEMA}'"
        )
    reader = _Reader(shown(where), knowledge=knowledge)
    try:
        profile = reader.profile(root)
    except EnoughError:
        first = report(reader.problems)
        raise InputError(f"{first}\n… and more; mend these first") from None
    return profile, reader.problems


@dataclass(slots=True)
class _Reader(Collector):
    """Reads a whole profile."""

    knowledge: Knowledge = field(kw_only=True)

    def profile(self, root: Table) -> Profile:
        self.known_keys(root, KEYS, "")
        self._schema(root)
        return Profile(
            project=self.read(root, "project", self._name, ""),
            as_of=self.read(root, "as-of", self._date, None),
            knowledge=self.read(root, "knowledge", self._name, ""),
            answers=self.read(root, "answers", self._answers, {}),
            weights=self.read(root, "weights", self._weights, {}),
            allow_retired=self.read(root, "allow-retired", self._flag, False),
            unknown=self.read(root, "unknown", self._questions, ()),
            gate=self.read(root, "gate", self._gate, Gate()),
        )

    def _schema(self, root: Table) -> None:
        node = root.entries.get("schema")
        if node is None:
            self.problem(root.line, "schema", f"missing; add 'schema: {SCHEMA}'")
        elif not isinstance(node, Scalar) or node.text != SCHEMA:
            self.problem(
                root.lines["schema"],
                "schema",
                f"takes {SCHEMA}, not {kind_of(node)}; "
                "a newer file needs a newer version of advisor",
            )

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

        return self.entries(node, key, questions, read)

    def _answer(self, question: Question, node: Node, key: str) -> Answer:
        base = self.knowledge
        if not isinstance(node, Items):
            return read_answer(question, text_of(node), base)
        if not question.takes_many:
            raise InputError("takes one answer, not a list")
        words = self.words(node, key, lambda word: read_answer(question, word, base))
        if node.items and not words:
            return ()  # its problems are told already
        return read_answer(question, words, base)

    def _weights(self, node: Node, key: str) -> Mapping[str, float]:
        scored = [each.id for each in self.knowledge.scored()]

        def read(_name: str, value: Node) -> float:
            return read_importance(text_of(value))

        return self.entries(node, key, scored, read)

    def _questions(self, node: Node, key: str) -> tuple[str, ...]:
        if not isinstance(node, Items):
            raise InputError(f"takes a list of question ids, not {kind_of(node)}")
        questions = self.knowledge.questions
        names = self.words(node, key, lambda name: one_of(name, questions))
        twice = repeated(names)
        if twice is not None:
            raise InputError(f"{twice!r} is given twice; keep one")
        return names

    def _gate(self, node: Node, key: str) -> Gate:
        return read_gate(node, key, self.knowledge.frameworks, self)
