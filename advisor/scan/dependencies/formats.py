"""The dependency files that can be read: one line per name, the most telling first."""

import re
from collections.abc import Callable
from fnmatch import fnmatchcase

from advisor.files.text import MAX_BYTES
from advisor.model.record import record
from advisor.scan.dependencies import (
    environment,
    locked,
    pipfile,
    pipfile_lock,
    pyproject,
    requirements,
    setup_cfg,
    setup_py,
)
from advisor.scan.dependencies.found import Found

_LOCK_BYTES = 10 * MAX_BYTES

Read = Callable[[str, str], Found]


@record
class Format:
    """Files that one function reads: a pattern for the path seen from their folder."""

    pattern: str
    read: Read
    limit: int = MAX_BYTES


INCLUDED = Format("", requirements.read)

FORMATS = (
    Format("pyproject.toml", pyproject.read),
    Format("setup.cfg", setup_cfg.read),
    Format("setup.py", setup_py.read),
    Format("Pipfile", pipfile.read),
    Format("environment.yml", environment.read),
    Format("environment.yaml", environment.read),
    Format("*requirements*.in", requirements.read),
    Format("*requirements*.txt", requirements.read),
    Format("requirements/*.in", requirements.read),
    Format("requirements/*.txt", requirements.read),
    Format("constraints*.txt", requirements.read),
    Format("uv.lock", locked.read, _LOCK_BYTES),
    Format("poetry.lock", locked.read, _LOCK_BYTES),
    Format("pdm.lock", locked.read, _LOCK_BYTES),
    Format("pylock.toml", locked.read, _LOCK_BYTES),
    Format("pylock.*.toml", locked.read, _LOCK_BYTES),
    Format("Pipfile.lock", pipfile_lock.read, _LOCK_BYTES),
)


# What files of requirements are called that nothing but work on the project needs, or
# that install nothing.
_ASIDE = re.compile(
    r"(?:^|[-_./])(?:dev|develop|development|tests?|testing|docs?|documentation|lint|ci"
    r"|typing|types|mypy|format|style|build|bench|benchmarks?|examples?|optional|extras?"
    r"|constraints[^-_./]*)"
    r"(?=[-_./])"
)

_OF_REQUIREMENTS = [each for each in FORMATS if each.read is requirements.read]


def is_aside(name: str) -> bool:
    """Say whether a file of requirements is one that the project can run without."""
    return format_of(name) in _OF_REQUIREMENTS and _ASIDE.search(name) is not None


def format_of(name: str) -> Format | None:
    """Return how to read a file, by its path from the folder (with slashes)."""
    for each in FORMATS:
        same_depth = each.pattern.count("/") == name.count("/")
        if same_depth and fnmatchcase(name, each.pattern):
            return each
    return None
