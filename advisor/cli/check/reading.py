"""Reading the profiles of a run: valid, or with every problem at its line."""

import re
from collections.abc import Iterable, Iterator, Mapping

from advisor.cli.check.targets import Piped, Target
from advisor.cli.inputs import get_input
from advisor.files.text import read_text
from advisor.files.tree import Items, Node, Table, parse
from advisor.files.wording import shown
from advisor.knowledge.profile_parts import read_tree
from advisor.model.checked import ProfileFile
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.record import record


@record
class Invalid:
    """A file that cannot be read: line, key and message of each problem."""

    file: str
    problems: tuple[tuple[int, str, str], ...]


def read_target(target: Target, knowledge: Knowledge) -> ProfileFile | Invalid:
    """Return the profile, or what is wrong with it.

    Raises `InputError` where there is no text to speak of: no such file, no permission.
    """
    try:
        root = _root(target)
        profile, problems = read_tree(root, target.file, knowledge)
    except InputError as error:
        typed = "" if isinstance(target, Piped) else str(target.path)
        return located(error, target.file, typed)
    if problems:
        told = ((each.line, each.key, each.message) for each in problems)
        return Invalid(target.file, tuple(sorted(told)))
    return ProfileFile(target.file, profile, key_lines(root))


def key_lines(root: Node) -> Mapping[str, int]:
    """Return the line of every dotted key of a tree; items of lists count from 0."""
    return dict(_key_lines(root, ""))


def _key_lines(node: Node, prefix: str) -> Iterator[tuple[str, int]]:
    match node:
        case Table():
            for key, each in node.entries.items():
                yield f"{prefix}{key}", node.lines[key]
                yield from _key_lines(each, f"{prefix}{key}.")
        case Items():
            for place, each in enumerate(node.items):
                yield f"{prefix}{place}", each.line
                yield from _key_lines(each, f"{prefix}{place}.")
        case _:
            return


def _root(target: Target) -> Node:
    """Return the profile as a tree."""
    if isinstance(target, Piped):
        return parse(get_input(), target.file)
    text = read_text(target.path)
    if not target.path.name.endswith("pyproject.toml"):
        return parse(text, target.file)
    from advisor.scan.profiles import inline

    return inline(text, target.file)


def located(error: InputError, file: str, typed: str) -> Invalid:
    """Take an error apart that tells lines of a file, by either of its names.

    Raises the error again where it tells none: then there is no text to speak of.
    """
    found = tuple(_located(str(error), {file, typed}))
    if not found:
        raise error
    return Invalid(file, found)


def _located(text: str, names: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    either = "|".join(re.escape(shown(each)) for each in names)
    for line in text.splitlines():
        found = re.fullmatch(rf"(?:{either}):(\d+): (?:([\w.-]+): )?(.*)", line)
        if found:
            yield int(found[1]), found[2] or "", found[3]
