"""Where a repository begins, what lies in it, and how its files are named."""

import os
from pathlib import Path

_MARKS = (".git", ".hg", ".svn", ".jj")  # .git is a file in worktrees and submodules


def root_of(folder: Path) -> Path:
    """Return the nearest folder from `folder` upwards that version control marks.

    `folder` itself where there is none. The path is absolute; links stay as they are.
    """
    folder = _absolute(folder)
    return next((e for e in (folder, *folder.parents) if is_marked(e)), folder)


def is_marked(folder: Path) -> bool:
    """Say whether version control begins in a folder."""
    return any(os.path.lexists(folder / mark) for mark in _MARKS)


def named(path: Path, base: Path) -> str:
    """Return `path` relative to `base` with slashes; absolute where it lies outside."""
    path = _absolute(path)
    real = _real(path.parent) / path.name  # base may be the same folder without links
    for each, below in ((path, _absolute(base)), (real, _real(base))):
        if each.is_relative_to(below):
            return each.relative_to(below).as_posix()
    return path.as_posix()


def inside(path: Path, root: Path) -> bool:
    """Say whether `path` lies in `root` once every link on the way is resolved.

    It need not exist. A path that no file can have (with a null character) does not.
    """
    try:
        return _real(path).is_relative_to(_real(root))
    except ValueError:
        return False


def _absolute(path: Path) -> Path:
    """Return an absolute path without `..`, links left as they are."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - pathlib would keep the `..`


def _real(path: Path) -> Path:
    """Return the path without links; unlike pathlib's, loops of links are no error."""
    return Path(os.path.realpath(path))
