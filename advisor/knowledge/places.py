"""Where in which file the record stands that a finding is about."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from advisor.files.text import read_text
from advisor.files.tree import Items, Node, Scalar, Table, parse
from advisor.files.wording import shown
from advisor.knowledge.families import CLAIMS, CONSTANTS, FAMILIES, PROFILES
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

Parse = Callable[[Path], Node]

# What a finding calls a record, and the folder in which such records lie.
_FOLDERS = {record.__name__.lower(): folder for folder, record in FAMILIES.items()}
_CLAIM, _CONSTANT, _PROFILE = "claim", "constant", "profile"
_EFFECTS = "then"  # findings name the keys of a rule's effects without it
_OWN_LINE = re.compile(r"[^:\n]*\.yaml:(\d+):")  # what the reader of profiles says


class Place(NamedTuple):
    """A line of a file."""

    path: str
    line: int

    def __str__(self) -> str:
        """Return the place as editors and terminals open it."""
        return f"{self.path}:{self.line}"


def places(
    roots: Sequence[Path], knowledge: Knowledge, findings: Iterable[Finding]
) -> Mapping[Finding, Place]:
    """Return where each finding can be mended; what is in no file is left out.

    `roots` are the folders that `knowledge` was read from; the last one that holds a
    record is the one that counts. Only files that hold a record of a finding are read.
    """
    parsed = cache(_parse)
    found = {each: _place(roots, knowledge, each, parsed) for each in findings}
    return {each: place for each, place in found.items() if place is not None}


def _parse(path: Path) -> Node:
    return parse(read_text(path), str(path))


def _place(
    roots: Sequence[Path], knowledge: Knowledge, finding: Finding, parsed: Parse
) -> Place | None:
    kind, _, name = finding.subject.partition(":")
    if kind == _PROFILE:
        return _in_profile(roots, name, finding.message)
    home = _home(kind, name, knowledge)
    if home is None:
        return None
    file, steps = home
    for path in _files(roots, file):
        line = _line(parsed(path), steps, finding.message)
        if line is not None:
            return Place(shown(str(path)), line)
    return None


def _home(
    kind: str, name: str, knowledge: Knowledge
) -> tuple[Path, Sequence[str]] | None:
    """Return the file of a record, and the steps to it inside that file."""
    if kind == _CLAIM:
        criterion = knowledge.criterion_of.get(name)
        return Path(CLAIMS, f"{criterion}.yaml"), ("claims", name)
    if kind == _CONSTANT:
        return Path(CONSTANTS), (name,)
    if kind in _FOLDERS:
        return Path(_FOLDERS[kind], f"{name}.yaml"), ()
    return None


def _in_profile(roots: Sequence[Path], name: str, message: str) -> Place | None:
    """Take the line from the message: a profile need not even be YAML."""
    for path in _files(roots, Path(PROFILES, f"{name}.yaml")):
        said = _OWN_LINE.match(message)
        return Place(shown(str(path)), int(said[1]) if said else 1)
    return None


def _files(roots: Sequence[Path], file: Path) -> Iterable[Path]:
    """Return the files of that name that are there, the one that counts first."""
    return (root / file for root in reversed(roots) if (root / file).is_file())


def _line(root: Node, steps: Sequence[str], message: str) -> int | None:
    """Return the line of the key that the message names, else of the record."""
    reached = _follow(root, steps)
    if len(reached) < len(steps):
        return None
    line, record = reached[-1] if reached else (root.line, root)
    named = message.split(" ", 1)[0].rstrip(":,").split(".")
    inner = _follow(record, named) or _follow(record, (_EFFECTS, *named))[1:]
    return inner[-1][0] if inner else line


def _follow(node: Node, steps: Sequence[str]) -> list[tuple[int, Node]]:
    """Return line and node of each step, as far as the steps lead."""
    reached: list[tuple[int, Node]] = []
    for step in steps:
        under = _under(node, step)
        if under is None:
            break
        reached.append(under)
        node = under[1]
    return reached


def _under(node: Node, step: str) -> tuple[int, Node] | None:
    """Return what stands under a key, or in a list under an id."""
    match node:
        case Table() if step in node.entries:
            return node.lines[step], node.entries[step]
        case Items(items=items):
            own = (each for each in items if isinstance(each, Table))
            return next(((e.lines["id"], e) for e in own if _id(e) == step), None)
        case _:
            return None


def _id(table: Table) -> str | None:
    own = table.entries.get("id")
    return own.text if isinstance(own, Scalar) else None
