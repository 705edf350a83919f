"""What a reader must not do, whatever it is given to read: seen by the interpreter itself.

The interpreter calls an audit hook for everything that reaches outside. Hooks stay for
ever, so there is one, which looks only while a reader is at work.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

# Beginnings of the names of events. Opening and listing are judged by their path.
_FORBIDDEN = (
    *("subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn"),
    *("socket.", "urllib.", "ctypes.", "pickle.", "exec", "compile", "os.putenv"),
    *("os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "os.symlink"),
    *("os.chmod", "os.chown", "os.truncate", "os.utime", "shutil.", "tempfile."),
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass
class _Watch:
    """What the hook looks for just now, and what it saw."""

    allowed: str = ""
    active: bool = False
    seen: list[str] = field(default_factory=list)


_WATCH = _Watch()


@contextmanager
def guarded(folder: Path) -> Iterator[None]:
    """Raise `AssertionError` for anything done inside but reading in `folder`."""
    _WATCH.allowed, _WATCH.active = f"{folder}{os.sep}", True
    _WATCH.seen.clear()
    try:
        yield
    finally:
        _WATCH.active = False
    assert not _WATCH.seen, _WATCH.seen


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _WATCH.active:
        return
    if event.startswith(_FORBIDDEN) or _leads_out(event, arguments):
        _WATCH.seen.append(f"{event}{arguments!r}"[:200])


def _leads_out(event: str, arguments: tuple[Any, ...]) -> bool:
    if event not in {"open", "os.listdir", "os.scandir", "glob.glob"}:
        return False
    if event == "open" and (arguments[2] or 0) & _WRITES:
        return True
    path = arguments[0]
    if not isinstance(path, str | os.PathLike):
        return False  # a descriptor: opened before
    return not f"{Path(os.path.realpath(path))}{os.sep}".startswith(_WATCH.allowed)


sys.addaudithook(_hook)
