"""Every reader of files from outside, called as the program calls it.

Each takes bytes that may be anything. It may raise `InputError` or `KnowledgeError`; any
other exception is a find.
"""

import io
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path

from advisor.cli.check.reading import key_lines
from advisor.engine.recommend import recommend
from advisor.engine.remember import remember
from advisor.files.text import read_stream
from advisor.files.tree import parse
from advisor.knowledge.baselines import read_baseline
from advisor.knowledge.families import CLAIMS, FAMILIES
from advisor.knowledge.load import load
from advisor.knowledge.locks import lock_text, read_lock
from advisor.knowledge.profile_parts import read_tree
from advisor.knowledge.profiles import read_kept, read_profile
from advisor.model.errors import InputError, KnowledgeError
from advisor.model.evidence import ClaimFile, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.language import Language
from advisor.scan.dependencies import (
    environment,
    locked,
    pipfile,
    pipfile_lock,
    pyproject,
    requirements,
    setup_cfg,
)
from advisor.scan.dependencies.find import dependencies_of
from advisor.scan.profiles import inline, profiles_at
from tests.fuzz.guard import guarded

Reader = Callable[[bytes], object]

BUILTIN = Path(__file__).parents[2] / "knowledge"
CORPUS = Path(__file__).parent / "corpus"
BROKEN = Path(__file__).parents[1] / "broken" / "profiles"
_FILE = "some/file"
_REAL = 3  # files of each family


def attempt(reader: str, data: bytes) -> None:
    """Let a reader have `data`; raises what the program would not have expected.

    A folder of its own is all that it may look at, and it may change nothing.
    """
    read = READERS[reader]
    if reader in PLACES:
        place = _sandbox(reader) / PLACES[reader]
        place.write_bytes(data)
    with guarded(_sandbox(reader)), suppress(InputError, KnowledgeError):
        read(data)


def warm() -> None:
    """Let everything be imported and compiled that is so only when needed."""
    for reader, read in READERS.items():
        for seed in seeds(reader):
            with suppress(InputError, KnowledgeError):
                read(seed)


@cache
def seeds(reader: str) -> tuple[bytes, ...]:
    """Return what to begin with: the kept inputs of a reader, and real files."""
    kept = (each.read_bytes() for each in sorted((CORPUS / reader).glob("*")))
    return (*kept, *_real(reader))


def _real(reader: str) -> Iterator[bytes]:
    """Yield files that lie in the project anyway."""
    if reader == "profile":
        for folder in (BUILTIN / "profiles", BROKEN):
            yield from (each.read_bytes() for each in sorted(folder.glob("*.yaml")))
    elif reader == "lock":
        yield _recorded()
    elif reader in FOLDERS:
        files = sorted((BUILTIN / FOLDERS[reader]).glob("*.yaml"), key=_size)
        for each in files[:_REAL]:  # the smallest: they are tried often
            yield re.sub(rb"(?m)^(id|criterion): .*$", rb"\1: a", each.read_bytes())


def _recorded() -> bytes:
    """Return a lock as the program writes it."""
    text = (CORPUS / "profile" / "gate.yaml").read_text()
    profile = read_profile(text, _FILE, knowledge())
    report = recommend(knowledge(), profile, date(2026, 11, 21), Evidence.ALL)
    entry = remember(knowledge(), profile, report)
    return lock_text({"advisor.yaml": entry}, knowledge()).encode()


def _size(path: Path) -> tuple[int, str]:
    return path.stat().st_size, path.name


@cache
def knowledge() -> Knowledge:
    """Return the built-in rule base."""
    return load([BUILTIN])


def _text(data: bytes) -> str:
    return read_stream(io.BytesIO(data), _FILE)


def _profile(data: bytes) -> None:
    text = _text(data)
    key_lines(parse(text, _FILE))
    read_kept(text, _FILE, knowledge())


def _inline(data: bytes) -> None:
    root = inline(_text(data), _FILE)
    key_lines(root)
    read_tree(root, _FILE, knowledge())


def _lock(data: bytes) -> None:
    read = read_lock(_text(data), _FILE, knowledge())
    again = read_lock(lock_text(read, knowledge()), _FILE, knowledge())
    assert again.keys() == read.keys()


def _baseline(data: bytes) -> None:
    read_baseline(_text(data), _FILE)


def _dependencies(read: Callable[[str, str], object], data: bytes) -> None:
    read(_text(data), _FILE)


def _listed(_data: bytes) -> None:
    profiles_at(_sandbox("profiles"))


def _included(_data: bytes) -> None:
    folder = _sandbox("includes")
    dependencies_of(folder, folder, folder)


def _overlay(reader: str, _data: bytes) -> None:
    load([_sandbox(reader)], Language.ZH)


# Readers of a record, and the folder of their family.
FOLDERS: Mapping[str, str] = {
    "claim-file" if record is ClaimFile else record.__name__.lower(): folder
    for folder, record in {**FAMILIES, CLAIMS: ClaimFile}.items()
}

# Readers of whole folders, and which file of theirs is the input.
PLACES: Mapping[str, str] = {
    "profiles": "pyproject.toml",
    "includes": "requirements.txt",
    "constants": "constants.yaml",
    "release": "release.yaml",
    "words": "languages/zh/frameworks.yaml",
    "messages": "languages/en/check.yaml",
    "example": "profiles/a.yaml",
    **{reader: f"{folder}/a.yaml" for reader, folder in FOLDERS.items()},
}

READERS: Mapping[str, Reader] = {
    "profile": _profile,
    "pyproject-profile": _inline,
    "lock": _lock,
    "baseline": _baseline,
    "pyproject": partial(_dependencies, pyproject.read),
    "requirements": partial(_dependencies, requirements.read),
    "setup-cfg": partial(_dependencies, setup_cfg.read),
    "pipfile": partial(_dependencies, pipfile.read),
    "environment": partial(_dependencies, environment.read),
    "locked": partial(_dependencies, locked.read),
    "pipfile-lock": partial(_dependencies, pipfile_lock.read),
    **{each: partial(_overlay, each) for each in PLACES},
    "profiles": _listed,
    "includes": _included,
}


@cache
def _sandbox(reader: str) -> Path:
    """Return the folder that a reader of folders is shown, with all but its input."""
    folder = Path(_kept().name).resolve() / reader
    place = folder / PLACES.get(reader, _FILE)
    place.parent.mkdir(parents=True)
    if reader == "words":
        (folder / "frameworks").mkdir()
        own = BUILTIN / "frameworks" / "jax.yaml"
        (folder / "frameworks" / own.name).write_bytes(own.read_bytes())
    if reader in {"profiles", "includes"}:
        (folder / ".git").mkdir()
        for name in ("one", "two"):
            (folder / name).mkdir()
            (folder / name / "profile.yaml").write_text("schema: 1\n")
            (folder / name / "more.txt").write_text("-r ../requirements.txt\njax\n")
        (folder / "out").symlink_to(CORPUS)
    return folder


@cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that goes when the process does."""
    return tempfile.TemporaryDirectory(prefix="advisor-fuzz-")
