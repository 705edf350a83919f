"""Reading text files that come from outside, and writing files whole or not at all."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from advisor.files.wording import shown
from advisor.model.errors import InputError

MAX_BYTES = 1_000_000


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


def _replace(path: Path, data: bytes) -> None:
    """Write to a temporary name in the same folder and move it into place."""
    temporary = path.with_name(f".advisor-{os.urandom(8).hex()}")
    try:
        with temporary.open("xb") as stream:
            if path.exists():  # before the first byte: it may not be for everyone
                temporary.chmod(path.stat().st_mode & 0o777)
            stream.write(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
