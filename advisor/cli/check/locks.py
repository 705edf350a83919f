"""The decisions on record: `advisor.lock` of each folder, read and written."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from advisor.cli.check.reading import Invalid, located
from advisor.cli.check.targets import Filed
from advisor.files.text import is_folder, read_text, write_text
from advisor.files.wording import shown
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import Recorded
from advisor.scan.profiles import is_regular
from advisor.scan.repository import named, root_of

# The entries of a lock by the name of the profile beside it.
Entries = Mapping[str, Recorded]
Locks = Mapping[Path, Entries | Invalid]


def read_locks(targets: Iterable[Filed], knowledge: Knowledge, seen: Path) -> Locks:
    """Return what is on record beside each profile, or what is wrong with the file.

    Files are named as seen from `seen`. Raises `InputError` for what is no such file.
    """
    places = dict.fromkeys(each.lock for each in targets)
    return {lock: _read(lock, knowledge, named(lock, seen)) for lock in places}


def write_locks(
    new: Mapping[Path, Entries], knowledge: Knowledge, *, update: bool
) -> Mapping[Path, Sequence[str]]:
    """Put new entries into their locks; those that are there stay, unless `update`.

    Then those whose profile is gone from the folder are dropped as well; their names are
    returned by lock. Each lock is read again first, with no other run in between, so that runs over
    different profiles of one folder do not lose each other's entries.
    """
    from advisor.knowledge.locks import lock_text

    dropped: dict[Path, Sequence[str]] = {}
    for lock, entries in new.items():
        with _alone(lock.parent):
            there = _entries(lock, knowledge)
            merged = {**entries, **there}
            if update:
                merged = {**_beside(lock, there), **entries}
            write_text(lock, lock_text(merged, knowledge))
        dropped[lock] = sorted(there.keys() - merged.keys())
    return dropped


def _read(lock: Path, knowledge: Knowledge, name: str) -> Entries | Invalid:
    try:
        return _entries(lock, knowledge)
    except InputError as error:
        return located(error, name, str(lock))


def _entries(lock: Path, knowledge: Knowledge) -> Entries:
    if is_folder(lock):
        raise InputError(
            f"{shown(str(lock))}: this is a directory; rename or remove it"
        )
    if not is_regular(lock, root_of(lock.parent)):
        return {}
    from advisor.knowledge.locks import read_lock

    return read_lock(read_text(lock), str(lock), knowledge)


def _beside(lock: Path, entries: Entries) -> Entries:
    """Return the entries of files in the folder; names are not followed anywhere."""
    names = {each.name for each in lock.parent.iterdir()}
    return {name: each for name, each in entries.items() if name in names}


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Keep other runs out of a folder, where the system can.

    It needs no file of its own. Where it cannot be done (Windows, some file systems of
    networks) every lock is still written whole.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
