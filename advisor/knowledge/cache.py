"""The parsed rule base, kept between runs.

The cache is one file for each set of folders and language. It carries a fingerprint (name, size and
times of every YAML file and of the modules that read and prove them, versions of
advisor and Python) and a checksum; anything that does not match is ignored and written
anew. It may be deleted at any time, several processes may write it at once, and where
it cannot be written every run parses.
"""

import io
import os
import pickle
import sys
import zlib
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from advisor import __version__
from advisor.knowledge.home import FOLDER, builtin_root
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language

DIRECTORY_VARIABLE = "ADVISOR_CACHE_DIR"
_TAIL = 4  # bytes of the checksum at the end
_YAML = (".yaml", ".yml")
_DEPTH = 2  # folders in folders: below that nothing is read or complained about
_PACKAGE = Path(__file__).parent.parent
# What reads a rule base and what proves it; a checkout changes without a new version.
_CODE = ("model", "files", "knowledge", "engine", "lint")


def cached(
    roots: Sequence[Path],
    directory: Path | None,
    load: Callable[[], Knowledge],
    language: Language = Language.EN,
) -> Knowledge:
    """Return the rule base of `roots` from the cache, or load it and keep it.

    Where there is no directory, nothing is kept.
    """
    if directory is None:
        return load()
    stamp = fingerprint(roots)
    path = cache_file(roots, directory, language)
    knowledge = _read(path, stamp)
    if knowledge is None:
        knowledge = load()
        if fingerprint(roots) == stamp:  # nobody edited while we read
            _write(path, stamp, knowledge)
    return knowledge


def default_directory() -> Path | None:
    """Return where the cache lives: `ADVISOR_CACHE_DIR`, else the user's cache folder.

    A user without a home (a container under an arbitrary user id) has none.
    """
    chosen = os.environ.get(DIRECTORY_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_cache_path  # noqa: PLC0415 - not needed otherwise

    try:
        directory = user_cache_path("advisor", appauthor=False)
    except (RuntimeError, KeyError):  # no HOME, and nobody of this user id
        return None
    return directory if directory.is_absolute() else None  # "~" was left as it is


def cache_file(
    roots: Sequence[Path], directory: Path, language: Language = Language.EN
) -> Path:
    """Return the cache file for these folders in this language."""
    names = "\0".join((*(str(root.resolve()) for root in roots), language))
    return directory / f"knowledge-{zlib.crc32(os.fsencode(names)):08x}.pickle"


def fingerprint(roots: Sequence[Path]) -> bytes:
    """Return a text that changes whenever a rule base or the program does."""
    lines = [__version__, sys.version]
    for part in _CODE:
        lines.extend(sorted(_stamps(str(_PACKAGE / part), (".py",), 0)))
    for root in (*roots, builtin_root() / FOLDER):  # the program speaks from there
        folder = str(root.resolve())
        lines.append(folder)
        lines.extend(sorted(_stamps(folder, _YAML, _DEPTH)))
    return "\n".join(lines).encode(errors="surrogateescape")


def _stamps(folder: str, endings: tuple[str, ...], depth: int) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            visible = [each for each in entries if not each.name.startswith(".")]
    except OSError as error:
        return [f"{folder} {error.errno}"]
    return [stamp for each in visible for stamp in _entry(each, endings, depth)]


def _entry(
    entry: "os.DirEntry[str]", endings: tuple[str, ...], depth: int
) -> list[str]:
    """A link that leads nowhere is an entry of its own and hides none beside it."""
    try:
        if entry.name.endswith(endings):
            return [f"{entry.path} {_stamp(entry.stat())}"]
        if depth and entry.is_dir():
            return _stamps(entry.path, endings, depth - 1)
    except OSError as error:
        return [f"{entry.path} {error.errno}"]
    return []


def _stamp(status: os.stat_result) -> str:
    """Size and times; the second time cannot be set back by a copying program."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _read(path: Path, stamp: bytes) -> Knowledge | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    if not data.startswith(stamp) or len(data) < len(stamp) + _TAIL:
        return None
    payload = data[len(stamp) : -_TAIL]
    if zlib.crc32(payload) != int.from_bytes(data[-_TAIL:], "big"):
        return None
    try:
        value = _Unpickler(io.BytesIO(payload)).load()
    except Exception:  # noqa: BLE001 - whatever is wrong with a cache, it is rebuilt
        return None
    return value if isinstance(value, Knowledge) else None


def _write(path: Path, stamp: bytes, knowledge: Knowledge) -> None:
    from advisor.files.text import write_bytes  # noqa: PLC0415 - cold path
    from advisor.model.errors import InputError  # noqa: PLC0415 - cold path

    payload = _pickled(knowledge)
    tail = zlib.crc32(payload).to_bytes(_TAIL, "big")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, stamp + payload + tail)
    except (OSError, InputError):
        return  # a read-only home costs time, not the answer


def _pickled(knowledge: Knowledge) -> bytes:
    stream = io.BytesIO()
    _Pickler(stream, protocol=pickle.HIGHEST_PROTOCOL).dump(knowledge)
    return stream.getvalue()


class _Pickler(pickle.Pickler):
    """Pickles members of enumerations by value on every Python.

    Early releases of Python 3.11 pickle them as a call of `getattr`, which the unpickler
    below refuses for good reasons.
    """

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401 - as inherited
        return (type(obj), (obj.value,)) if isinstance(obj, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Unpickles records of the model and nothing else.

    Only classes, and only under the name of their own module: whatever a module has
    imported (and through it the whole of Python) stays out of reach.
    """

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as inherited
        ours = module.startswith("advisor.model.") and name.isidentifier()
        if ours or (module, name) == ("datetime", "date"):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in the cache")
