"""Finding one's way in a tree that a TOML or YAML file became."""

from collections.abc import Iterator

from advisor.files.tree import Items, Node, Scalar, Table
from advisor.scan.dependencies.found import Reading


def at(node: Node, *keys: str) -> Node | None:
    """Return what stands below nested keys; None where one of them is missing."""
    found: Node | None = node
    for key in keys:
        found = found.entries.get(key) if isinstance(found, Table) else None
    return found


def entries(node: Node | None) -> Iterator[tuple[str, int, Node]]:
    """Yield key, line and value of a table; nothing of anything else."""
    if isinstance(node, Table):
        for key, value in node.entries.items():
            yield key, node.lines[key], value


def items(node: Node | None, reading: Reading) -> list[Node]:
    """Return the members of a list; what is no list is noted as a problem."""
    if node is None:
        return []
    if isinstance(node, Items):
        return node.items
    reading.problem(node.line, "must be a list of requirements; correct it")
    return []


def word(node: Node | None) -> str:
    """Return the text of a value, "" if it has none."""
    return node.text if isinstance(node, Scalar) else ""


def by_name(table: Node | None, reading: Reading) -> None:
    """Take a table of packages as Poetry and Pipenv write it: `name = versions`.

    Versions are a text, a table that has them under `version`, or a list of such tables.
    What is optional is not direct, and what lies in a folder may bring anything.
    """
    direct = reading.direct
    for name, line, value in entries(table):
        said = value.items[0] if isinstance(value, Items) and value.items else value
        reading.direct = direct and word(at(said, "optional")) != "true"
        reading.package(name, line, word(at(said, "version") or said))
        if at(said, "path") is not None:
            reading.complete = False
    reading.direct = direct
