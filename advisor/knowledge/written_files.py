"""Files that the program writes and people keep: what is common to reading them."""

from collections.abc import Iterable
from typing import TypeVar

from advisor.files.merge import conflict_line
from advisor.files.nodes import kind_of
from advisor.files.tree import Node, Table, parse
from advisor.files.wording import shown
from advisor.model.errors import InputError, KnowledgeError
from advisor.model.record import record

SCHEMA = "1"

Record = TypeVar("Record")


@record
class WrittenFile:
    """One such file: its name, what it is, and how to have it written anew."""

    where: str
    what: str
    anew: str

    def root(self, text: str) -> Table:
        """Return the tree of a file of the present schema, or raise `InputError`."""
        line = conflict_line(text)
        if line:
            raise InputError(
                f"{shown(self.where)}:{line}: a merge has left its marks here; keep "
                f"either side whole and run 'advisor check', {self.anew}"
            )
        try:
            root = parse(text, self.where)
        except InputError as error:
            raise self.broken([str(error)]) from error
        if not isinstance(root, Table):
            found = f"{self.what} is a mapping, not {kind_of(root)}"
            raise self.broken([f"{shown(self.where)}:{root.line}: {found}"])
        schema = root.entries.get("schema")
        if schema is not None and kind_of(schema) != repr(SCHEMA):
            raise InputError(
                f"{shown(self.where)}:{root.lines['schema']}: schema: takes {SCHEMA}, "
                f"not {kind_of(schema)}; a newer file needs a newer version of advisor"
            )
        return root

    def read(self, node: Node, kind: type[Record]) -> Record:
        """Validate a tree into a record, or raise `InputError` with every problem."""
        # Slow to import, and a check without such a file never needs it.
        from advisor.knowledge.records import read_record  # noqa: PLC0415

        try:
            return read_record(node, kind, self.where)
        except KnowledgeError as error:
            raise self.broken(error.problems) from error

    def problem(self, line: int, key: str, problem: str) -> InputError:
        """Return the error for what is wrong at a key."""
        return self.broken([f"{shown(self.where)}:{line}: {shown(key)}: {problem}"])

    def broken(self, problems: Iterable[str]) -> InputError:
        """Return the error that lists these problems and says what to do."""
        listed = "\n".join(problems)
        return InputError(f"{listed}\n{shown(self.where)}: mend it, {self.anew}")
