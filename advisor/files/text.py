"""Reading text files that come from outside, and writing files whole or not at all."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from advisor.files.wording import shown
from advisor.model.errors import InputError

MAX_BYTES = 1_000_000

_NO_NAME = "no file can have this name; correct it"
_PERMISSIONS = 0o777
_NEW = 0o666  # less the umask
_TEMPORARY = re.compile(r"\.advisor-[0-9a-f]{16}")
_STALE = 24 * 60 * 60.0  # seconds; writing takes less than one
# What a file system says that cannot do such a thing at all.
_UNSUPPORTED = {
    *(errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP),
    *(errno.EPERM, errno.EACCES),
}


def exists(path: Path) -> bool:
    """Say whether anything lies there, or raise `InputError` where nothing can."""
    return _mode(path) is not None


def is_folder(path: Path) -> bool:
    """Say whether a folder lies there, or raise `InputError` where nothing can."""
    mode = _mode(path)
    return mode is not None and stat.S_ISDIR(mode)


def read_text(path: Path, limit: int = MAX_BYTES) -> str:
    """Return the text of a UTF-8 file of at most `limit` bytes, or raise `InputError`."""
    where = shown(str(path))
    try:
        with path.open("rb") as stream:
            return read_stream(stream, str(path), limit)
    except FileNotFoundError as error:
        raise InputError(f"{where}: no such file; check the name") from error
    except IsADirectoryError as error:
        raise InputError(f"{where}: this is a directory; name a file in it") from error
    except PermissionError as error:
        raise InputError(f"{where}: no permission to read it; allow it") from error
    except OSError as error:
        raise InputError(f"{where}: cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{where}: {_NO_NAME}") from error


def read_stream(stream: BinaryIO, where: str, limit: int = MAX_BYTES) -> str:
    """Return the UTF-8 text of an open stream of at most `limit` bytes."""
    where = shown(where)
    try:
        data = stream.read(limit + 1)
    except OSError as error:
        raise InputError(f"{where}: cannot be read: {error.strerror}") from error
    if len(data) > limit:
        raise InputError(
            f"{where}: larger than {limit // 1000} kB; this cannot be the right file"
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(
            f"{where}:{line}: not UTF-8 text (byte {error.start}); save it as UTF-8"
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write `text` so that `path` holds either the old content or all of the new."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; devices and pipes are written as they are."""
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:  # a directory says so itself
                stream.write(data)
        else:
            _replace(Path(os.path.realpath(path)), data)  # a link stays a link
    except OSError as error:
        where = shown(str(path))
        raise InputError(f"{where}: cannot be written: {error.strerror}") from error
    except ValueError as error:
        raise InputError(f"{shown(str(path))}: {_NO_NAME}") from error


def _mode(path: Path) -> int | None:
    """Return the mode of what lies there; pathlib's own questions raise `OSError`."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        where = shown(str(path))
        raise InputError(
            f"{where}: cannot be used: {error.strerror}; name another"
        ) from error
    except ValueError as error:
        raise InputError(f"{shown(str(path))}: {_NO_NAME}") from error


def _replace(path: Path, data: bytes) -> None:
    """Write to a temporary name in the same folder and move it into place.

    The data reach the disk before the name does, so that not even a power cut leaves a
    part. Of several who write at once, the last one wins.
    """
    temporary = path.with_name(f".advisor-{os.urandom(8).hex()}")
    mode = _mode(path)
    try:
        made = _fill(temporary, data, mode)
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):  # the first error is the one to tell
            temporary.unlink()
        raise
    with suppress(OSError):  # the file is there: whoever looks finds it whole
        _settle(path.parent, made)


def _fill(temporary: Path, data: bytes, mode: int | None) -> float:
    """Write a new file, down to the disk; return the time of its folder's clock."""

    def private(name: str, flags: int) -> int:
        return os.open(name, flags, _NEW if mode is None else mode & _PERMISSIONS)

    with open(temporary, "xb", opener=private) as stream:
        if mode is not None:  # before the first byte, though it never was more open
            with _if_possible():
                temporary.chmod(mode & _PERMISSIONS)
        stream.write(data)
        stream.flush()
        with _if_possible():
            os.fsync(stream.fileno())
        return os.fstat(stream.fileno()).st_mtime


def _settle(folder: Path, now: float) -> None:
    """Bring a folder's names to the disk, and remove what killed runs left in it.

    Another may be writing there at this moment, so only what is a day old goes. Both
    times are the file system's own, whatever the clock of this machine says.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    with os.scandir(folder) as entries:
        left = [each for each in entries if _TEMPORARY.fullmatch(each.name)]
    for each in left:
        if each.stat(follow_symlinks=False).st_mtime < now - _STALE:
            Path(each).unlink()


@contextmanager
def _if_possible() -> Iterator[None]:
    """Do without what this file system cannot do."""
    try:
        yield
    except OSError as error:
        if error.errno not in _UNSUPPORTED:
            raise
