"""Which files of a folder belong to a rule base."""

from collections.abc import Iterator
from pathlib import Path

from advisor.knowledge.families import CLAIMS, FAMILIES, PROFILES
from advisor.knowledge.languages import catalogue_files

# Where YAML may lie that looks like a record and would never be read.
_STRAYS = ("*.yml", "*/*.yaml", "*/*.yml", "*/*/*.yaml", "*/*/*.yml")


def yaml_files(root: Path) -> Iterator[Path]:
    """Yield every YAML file of a rule base, sorted by folder and name."""
    yield from _visible(root)
    for folder in sorted((*FAMILIES, CLAIMS, PROFILES)):
        yield from _visible(root / folder)
    yield from catalogue_files(root)


def _visible(folder: Path) -> list[Path]:
    """Leave out what editors and file systems put beside a file they work on."""
    return sorted(path for path in folder.glob("*.yaml") if path.name[0] != ".")


def strays(root: Path) -> list[Path]:
    """Return the YAML files in places or with names that nothing reads."""
    read = set(yaml_files(root))
    found = {path for pattern in _STRAYS for path in root.glob(pattern)} - read
    return sorted(path for path in found if not _hidden(path.relative_to(root)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
