"""Where profiles lie: `[tool.advisor]` of pyproject.toml, advisor.yaml, profile.yaml.

What a person types may lie anywhere. What a file names, what lies in a folder, and where a
link in a repository leads, must be a regular file of the same repository.
"""

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from advisor.files.nodes import kind_of, text_of
from advisor.files.text import is_folder, read_text
from advisor.files.toml import parse
from advisor.files.tree import Items, Node, Table
from advisor.files.wording import quoted, shown
from advisor.model.errors import InputError
from advisor.scan.patterns import WILD, matching, walk
from advisor.scan.repository import inside, is_marked, root_of

PYPROJECT = "pyproject.toml"
NAMES = ("advisor.yaml", "profile.yaml")
PROFILES = "profiles"
_MOST_PATTERNS = 200
_MOST_SEARCHED = 1000  # folders, for a hint: somebody may stand anywhere


def profiles_at(path: Path) -> tuple[Path, ...]:
    """Return the profiles that somebody means who names a file or a folder.

    A folder without a profile of its own stands for those of the folders below it.
    Raises `InputError` where there is none.
    """
    if not is_folder(path):
        keep_inside(path)
        return _listed(path, root_of(path.parent)) if is_pyproject(path) else (path,)
    root = root_of(path)
    found = own_profiles(path, root) or tuple(_below(path, root))
    if not found:
        raise _nothing(path, " and in the folders below")
    return found


def profiles_of(folder: Path) -> tuple[Path, ...]:
    """Return the profiles of a folder's own; raises `InputError` where it has none."""
    root = root_of(folder)
    if found := own_profiles(folder, root):
        return found
    if below := next(_below(folder, root, _MOST_SEARCHED), None):
        raise InputError(
            f"{shown(str(folder))}: no profile here, but in folders below, such as "
            f"{shown(str(below))}; 'advisor check .' checks all of them"
        )
    raise _nothing(folder, "")


def _below(folder: Path, root: Path, most: int | None = None) -> Iterator[Path]:
    """Yield the profiles of the folders below one, of at most so many."""
    folders = islice(walk(folder), most)
    return (each for below in folders for each in own_profiles(below, root))


def own_profiles(folder: Path, root: Path) -> tuple[Path, ...]:
    """Return the profiles of a folder's own, without those of folders below it.

    The first that is there counts: `[tool.advisor]`, then the names of `NAMES`.
    """
    pyproject = folder / PYPROJECT
    if is_regular(pyproject, root) and _speaks(pyproject):
        return _listed(pyproject, root)
    for name in NAMES:
        if is_regular(folder / name, root):
            return (folder / name,)
    return ()


def keep_inside(path: Path) -> None:
    """Raise `InputError` for a link in a repository that leads out of it.

    Whoever can put a link into a repository must not choose what is read or written.
    """
    root = root_of(path.parent)
    if is_marked(root):
        is_regular(path, root)


def is_pyproject(path: Path) -> bool:
    """Say whether a file is read as TOML with a section for each tool."""
    return path.name.endswith(PYPROJECT)


def section(text: str, where: str) -> Table:
    """Return `[tool.advisor]` of a pyproject.toml.

    Raises `InputError` where the text is no TOML, or has no such section.
    """
    found = _section(text, where)
    if found is None:
        raise InputError(
            f"{shown(where)}: has no [tool.advisor]; add one, or name a profile file"
        )
    return found


def inline(text: str, where: str) -> Table:
    """Return the profile that `[tool.advisor]` of a pyproject.toml holds itself."""
    table = section(text, where)
    if PROFILES in table.entries:
        raise InputError(
            f"{shown(where)}:{table.lines[PROFILES]}: names profiles and holds none; "
            "name one of them"
        )
    return table


def is_regular(path: Path, root: Path) -> bool:
    """Say whether a file lies there, which must be one of the repository `root`.

    Raises `InputError` for links that lead outside, and for pipes and devices.
    """
    where = shown(str(path))
    if not inside(path, root):
        raise InputError(
            f"{where}: a link that leads outside of the repository; "
            "put the file itself there"
        )
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise InputError(
            f"{where}: cannot be used: {error.strerror}; remove or mend it"
        ) from error
    if stat.S_ISDIR(mode):
        return False
    if not stat.S_ISREG(mode):
        raise InputError(f"{where}: not a regular file; remove it, or name another")
    return True


def _nothing(folder: Path, further: str) -> InputError:
    names = ", ".join(NAMES)
    return InputError(
        f"{shown(str(folder))}: no profile; looked for [tool.advisor] in {PYPROJECT}, "
        f"{names} here{further}; begin with 'advisor init', or name a profile file"
    )


def _section(text: str, where: str) -> Table | None:
    node: Node = parse(text, where)
    line = node.line
    for key in ("tool", "advisor"):
        if not isinstance(node, Table) or key not in node.entries:
            return None
        line, node = node.lines[key], node.entries[key]
    if not isinstance(node, Table):
        raise InputError(
            f"{shown(where)}:{line}: tool.advisor: must be a table, not {kind_of(node)}"
        )
    return node


def _speaks(pyproject: Path) -> bool:
    """Say whether a pyproject.toml has a section of ours.

    Most do not even have the word; that saves reading them, and what is wrong with them
    is not our business. What has it and is broken is for the reader of profiles to tell.
    """
    text = read_text(pyproject)
    if "advisor" not in text:
        return False
    try:
        return _section(text, PYPROJECT) is not None
    except InputError:
        return True


def _naming(pyproject: Path) -> Table | None:
    """Return the section of a file that names profiles; None if it is to hold one.

    Whoever reads that profile tells if there is none, or what is broken.
    """
    try:
        table = _section(read_text(pyproject), PYPROJECT)
    except InputError:
        return None
    return table if table is not None and PROFILES in table.entries else None


def _listed(pyproject: Path, root: Path) -> tuple[Path, ...]:
    """Return the profiles that a file names, else itself, with the profile it holds."""
    table, where = _naming(pyproject), str(pyproject)
    if table is None:
        return (pyproject,)
    found: dict[Path, None] = {}
    for each in _patterns(table, where):
        try:
            files = _named(text_of(each), pyproject, root)
            found.update(dict.fromkeys(files))
        except InputError as error:
            raise _wrong(where, each.line, str(error)) from error
    return tuple(found)


def _patterns(table: Table, where: str) -> list[Node]:
    line, node = table.lines[PROFILES], table.entries[PROFILES]
    if len(table.entries) > 1:
        others = ", ".join(map(quoted, sorted(table.entries.keys() - {PROFILES})))
        problem = f"cannot stand beside {others}; name profiles or hold one, not both"
        raise _wrong(where, line, problem)
    if not isinstance(node, Items) or not node.items:
        problem = 'takes a list of paths, such as ["packages/*/profile.yaml"]'
        raise _wrong(where, line, problem)
    if len(node.items) > _MOST_PATTERNS:
        problem = f"more than {_MOST_PATTERNS} paths; use wildcards"
        raise _wrong(where, line, problem)
    return node.items


def _wrong(where: str, line: int, problem: str) -> InputError:
    return InputError(f"{shown(where)}:{line}: tool.advisor.{PROFILES}: {problem}")


def _named(pattern: str, pyproject: Path, root: Path) -> list[Path]:
    """Return the files that a path or a pattern of a pyproject.toml names.

    Wildcards pass by the file itself and those of projects without a section of ours.
    Raises `InputError` without a place if it leads outside of `root` or to nothing.
    """
    folder = pyproject.parent
    top = folder.resolve()
    every = (
        folder / os.path.relpath(each, top) for each in matching(pattern, folder, root)
    )
    files = [each for each in every if is_regular(each, root)]
    if WILD.intersection(pattern):
        files = [
            each
            for each in files
            if not is_pyproject(each)
            or (not each.samefile(pyproject) and _speaks(each))
        ]
    if not files:
        raise InputError(f"{quoted(pattern)} matches no profile; mend or remove it")
    for each in filter(is_pyproject, files):
        if _naming(each) is not None:
            raise InputError(f"{shown(str(each))} names profiles itself; name those")
    return files
