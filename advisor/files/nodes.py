"""What a node of a tree must be: a text, a table; or a message that says what it is."""

from advisor.files.tree import Items, Node, Scalar, Table
from advisor.files.wording import flaw, quoted
from advisor.model.errors import InputError


def text_of(node: Node) -> str:
    """Return the printable text of a scalar, or raise `InputError` without a place."""
    if not isinstance(node, Scalar) or node.null:
        raise InputError(f"takes a simple value, not {kind_of(node)}")
    if flaw(node.text):
        raise InputError(flaw(node.text))
    return node.text


def table_of(node: Node) -> Table:
    """Return a table, or raise `InputError` without a place."""
    if isinstance(node, Table):
        return node
    raise InputError(f"takes 'key: value' lines, not {kind_of(node)}")


def is_absent(node: Node) -> bool:
    """Say whether a value was left empty."""
    return isinstance(node, Scalar) and node.null


def kind_of(node: Node) -> str:
    """Return what to call a node in a message."""
    match node:
        case Scalar():
            return "nothing" if node.null else quoted(node.text)
        case Items():
            return "a list"
        case Table():
            return "a mapping"
