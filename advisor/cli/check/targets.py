"""Which profiles a run checks."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from advisor.cli.inputs import STANDARD_INPUT
from advisor.files.text import exists, is_folder
from advisor.files.wording import shown
from advisor.model.errors import InputError
from advisor.model.record import record
from advisor.scan.dependencies.formats import format_of
from advisor.scan.profiles import is_pyproject, profiles_at, profiles_of
from advisor.scan.repository import is_marked, named, root_of

LOCK = "advisor.lock"
PIPED = "standard input"


@record
class Piped:
    """The profile on standard input; its project is the one of the current folder."""

    folder: Path
    file: str = PIPED


@record
class Filed:
    """A profile in a file. `file` is what findings call it."""

    path: Path
    file: str

    @property
    def folder(self) -> Path:
        """The folder of the project that the profile is about."""
        return self.path.parent

    @property
    def lock(self) -> Path:
        """Where the decision is recorded, beside those for other profiles of the folder."""
        return self.folder / LOCK


Target = Piped | Filed


def base_of(arguments: Sequence[str]) -> Path:
    """Return the folder that files are known from.

    It is the root of the repository that the current folder is in, else of the first
    profile that is in one, else the current folder.
    """
    here = Path.cwd()
    places = [Path(each) for each in arguments if each != STANDARD_INPUT]
    folders = [each if is_folder(each) else each.parent for each in places]
    return next(filter(is_marked, map(root_of, (here, *folders))), here)


def targets(arguments: Sequence[str], base: Path) -> tuple[Target, ...]:
    """Return the profiles that the arguments name, each once; `base` names files.

    Without arguments they are those of the current folder's own. Raises `InputError`
    where there is none.
    """
    here = Path.cwd()
    found: dict[tuple[Path, str], Target] = {}
    for path in _paths(arguments):
        if path is None:
            found[here, STANDARD_INPUT] = Piped(here)
            continue
        place = (path.parent.resolve(), path.name)
        found.setdefault(place, Filed(path, named(path, base)))
    return tuple(found.values())


def _paths(arguments: Sequence[str]) -> Iterator[Path | None]:
    if not arguments:
        yield from profiles_of(Path())
    for each in arguments:
        if each == STANDARD_INPUT:
            yield None
            continue
        if not each:
            raise InputError("PROFILE: an empty name; name a profile, or leave it out")
        path = Path(each)
        _refuse_others(path)
        yield from profiles_at(path)


def _refuse_others(path: Path) -> None:
    """Raise `InputError` for a file that lies beside a profile and is none."""
    if is_pyproject(path) or is_folder(path) or not exists(path):
        return
    if path.name == LOCK:
        kind = "holds the decisions on record, and is read with the profiles beside it"
    elif format_of(path.name) is not None:
        kind = "names dependencies, and is read with the profile of its folder"
    else:
        return
    raise InputError(f"{shown(str(path))}: {kind}; name the profile or the folder")
