"""Folders below a folder, and what a pattern with wildcards leads to, in one repository."""

import os
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase
from itertools import pairwise
from pathlib import Path

from advisor.files.wording import quoted
from advisor.model.errors import InputError
from advisor.scan.repository import inside

# Folders with what others made: nobody keeps a project in them.
_MADE = frozenset({"node_modules", "__pycache__", "build", "dist", "target"})
_VENV = "pyvenv.cfg"  # lies in every virtual environment
_ANY_DEPTH = "**"
WILD = frozenset("*?[")
_LONGEST = 500  # characters: what nobody writes would take long to match


def walk(folder: Path) -> Iterator[Path]:
    """Yield the folders below one in which projects may lie, in the order of their names.

    Links are not followed; hidden folders, virtual environments and what builds and
    package managers make are passed by, and so is what may not be read.
    """
    left = _folders(folder)
    while left:
        each = left.pop()
        yield each
        left += _folders(each)


def matching(pattern: str, folder: Path, root: Path) -> Iterable[Path]:
    """Return where a path leads, seen from `folder`; it need not exist.

    `*`, `?` and `[…]` stand for characters of one name, `**` for folders of any depth;
    names that begin with a dot must be named so. Raises `InputError` without a place
    if the path leads outside of `root`; wildcards pass links that do so by.
    """
    if len(pattern) > _LONGEST:
        raise InputError(f"longer than {_LONGEST} characters; shorten it")
    top = root.resolve()
    goal = Path(os.path.normpath(folder.resolve() / pattern))
    if Path(pattern).is_absolute() or not goal.is_relative_to(top):
        raise _outside(pattern)
    places: Iterable[Path] = [top]
    for before, part in pairwise(("", *goal.relative_to(top).parts)):
        if not before == part == _ANY_DEPTH:
            steps = (inner for each in places for inner in _step(each, part, top))
            places = list(dict.fromkeys(steps))
    return places


def _step(place: Path, part: str, root: Path) -> Iterable[Path]:
    """Return what one part of a pattern leads to."""
    if part == _ANY_DEPTH:
        return [place, *walk(place)]
    if not WILD.intersection(part):
        if inside(place / part, root):
            return [place / part]
        raise _outside((place / part).relative_to(root).as_posix())
    try:
        names = sorted(each.name for each in place.iterdir())
    except OSError:  # a file, or not for us to read
        return []
    return [
        place / name
        for name in names
        if fnmatchcase(name, part)
        and (part.startswith(".") or not name.startswith("."))
        and inside(place / name, root)
    ]


def _outside(path: str) -> InputError:
    return InputError(
        f"{quoted(path)} leads outside of the repository; name files in it"
    )


def _folders(folder: Path) -> list[Path]:
    """Return the folders in one, the last first."""
    try:
        with os.scandir(folder) as entries:
            names = [e.name for e in entries if e.is_dir(follow_symlinks=False)]
    except OSError:  # not for us to read
        return []
    return [
        folder / name
        for name in sorted(names, reverse=True)
        if not name.startswith(".")
        and name not in _MADE
        and not os.path.lexists(folder / name / _VENV)
    ]
