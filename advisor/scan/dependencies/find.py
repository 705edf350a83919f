"""Finding the dependency files around a profile, and reading them with what they include.

Nothing outside of the repository is read, wherever links and includes lead, nothing that
is no regular file is opened, and nothing is read twice. What goes wrong is a finding.
"""

import os
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from advisor.files.merge import CONFLICT, conflict_line
from advisor.files.wording import shown
from advisor.model.dependency import Dependencies, Dependency, Unreadable
from advisor.model.errors import InputError
from advisor.model.gate import Place
from advisor.model.record import record
from advisor.scan.dependencies.formats import (
    FORMATS,
    INCLUDED,
    Format,
    format_of,
    is_aside,
)
from advisor.scan.dependencies.regular import regular_text, unreadable
from advisor.scan.repository import inside, named

_FOLDERS = ("", "requirements/")
_MOST_FILES = 100
_MOST_PROBLEMS = 20  # of one file


def dependencies_of(
    folder: Path, root: Path, base: Path, read: dict[Path, Dependencies] | None = None
) -> Dependencies:
    """Return what the dependency files of the nearest folder name.

    That is the first from `folder` upwards, `root` being the last, that has any. Files
    are named relative to `base`. Raises nothing: a file, or a line of one, that cannot be
    read is `Unreadable`. Dependencies come file by file, those of a project before those
    of its lock files, and in each by line. `read` keeps what folders have, so that a
    caller who asks for many projects of one repository has their files read once.
    """
    read = {} if read is None else read
    for each in _upwards(folder, root):
        if each not in read:
            read[each] = _Search(root, base).of(each)
        found = read[each]
        if found.files or found.unreadable:
            return found
    return Dependencies()


def _upwards(folder: Path, root: Path) -> Iterator[Path]:
    """Yield the folders from one to the root, however links lead; at least itself."""
    folder, last = folder.absolute(), os.path.realpath(root)
    for each in (folder, *folder.parents):
        if each != folder and not inside(each, root):
            return
        yield each
        if os.path.realpath(each) == last:
            return


@record
class _Task:
    """A file to read; `asked` is the line that includes it, if one does."""

    path: Path
    format_: Format
    direct: bool = True
    asked: Place | None = None


class _Search:
    """Reads the files of one folder and whatever they include, each once."""

    def __init__(self, root: Path, base: Path) -> None:
        self._root = root
        self._base = base
        self._seen: set[str] = set()
        self._files: dict[str, None] = {}
        self._named: list[Dependency] = []
        self._unreadable: list[Unreadable] = []
        self._problems: Counter[str] = Counter()
        self._tasks: deque[_Task] = deque()
        self._later: deque[_Task] = deque()  # not direct; the same may be needed, too
        self._complete = True
        self._main = False  # some file says what the project itself needs

    def of(self, folder: Path) -> Dependencies:
        """Read the files of a folder."""
        for each in self._known(folder):
            self._add(each)
        while tasks := self._tasks or self._later:
            task = tasks.popleft()
            real = os.path.realpath(task.path)
            if real in self._seen:
                continue
            if len(self._seen) == _MOST_FILES:
                problem = f"more than {_MOST_FILES} files; the rest is not read"
                self._note([Unreadable(task.asked or self._first_line(task), problem)])
                break
            self._seen.add(real)
            self._read(task)
        return Dependencies(
            tuple(self._files),
            tuple(self._named),
            tuple(self._unreadable),
            self._complete and self._main,
        )

    def _known(self, folder: Path) -> list[_Task]:
        """Return the files whose names are known, in the order of the formats."""
        found = []
        for below in _FOLDERS:
            for name in self._names(folder / below):
                format_ = format_of(below + name)
                if format_ is not None:
                    direct = not is_aside(below + name)
                    found.append(_Task(folder / below / name, format_, direct))
        return sorted(found, key=lambda each: FORMATS.index(each.format_))

    def _names(self, folder: Path) -> list[str]:
        if not inside(folder, self._root):
            problem = "lies outside of the repository; it is not read"
        else:
            try:
                return sorted(each.name for each in folder.iterdir())
            except (FileNotFoundError, NotADirectoryError):
                return []
            except OSError as error:
                problem = f"cannot be read: {error.strerror}"
        self._note([Unreadable(Place(named(folder, self._base), 1), problem)])
        return []

    def _read(self, task: _Task) -> None:
        file = named(task.path, self._base)
        try:
            text = regular_text(task.path, self._root, file, task.format_.limit)
        except InputError as error:
            self._fail(task, unreadable(error, file))
            return
        merged = _merged(text, file)
        try:
            found = task.format_.read(text, file)
        except InputError as error:
            self._fail(task, merged or unreadable(error, file))
            return
        if found.declares:
            self._files[file] = None
            needed = found.locks or any(each.direct for each in found.named)
            self._main |= task.direct and needed
        self._complete &= found.complete
        for each in found.named:
            direct = each.direct and task.direct
            self._named.append(replace(each, direct=direct))
        self._note([merged] if merged and found.unreadable else found.unreadable)
        for include in found.includes:
            path = task.path.parent / include.file
            direct = include.direct and task.direct
            self._add(_Task(path, INCLUDED, direct, Place(file, include.line)))

    def _add(self, task: _Task) -> None:
        (self._tasks if task.direct else self._later).append(task)

    def _fail(self, task: _Task, problem: Unreadable) -> None:
        """Note a file that cannot be read, where somebody can do something about it."""
        if task.asked is None:
            self._files[problem.place.file] = None
            self._note([problem])
        else:
            said = f"{shown(problem.place.file)}: {problem.problem}"
            self._note([Unreadable(task.asked, said)])

    def _first_line(self, task: _Task) -> Place:
        return Place(named(task.path, self._base), 1)

    def _note(self, problems: Iterable[Unreadable]) -> None:
        """Keep what is wrong, as far as anybody would read it."""
        for each in problems:
            self._problems[each.place.file] += 1
            count = self._problems[each.place.file]
            if count == _MOST_PROBLEMS:
                more = "more of this file cannot be read; mend what is above first"
                self._unreadable.append(replace(each, problem=more))
            elif count < _MOST_PROBLEMS:
                self._unreadable.append(each)


def _merged(text: str, file: str) -> Unreadable | None:
    """Return what to say of a file that cannot be read for what a merge has left in it."""
    line = conflict_line(text)
    return Unreadable(Place(file, line), CONFLICT) if line else None
