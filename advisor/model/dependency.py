"""What a repository's dependency files name."""

from advisor.model.gate import Place
from advisor.model.record import record


@record
class Dependency:
    """A package that a file names.

    `package` is its package URL without a version (`pkg:pypi/torch`,
    `pkg:conda/pytorch`), the name normalised as its index does. `direct` is False where
    the project itself need not install it: an extra, a development group or a constraint
    names it, or a lock file, which also has what something else brought. `versions` is
    the requirement as written, if any.
    """

    package: str
    place: Place
    direct: bool
    versions: str = ""


@record
class Unreadable:
    """A dependency file, or a line of one, that could not be made sense of, and why."""

    place: Place
    problem: str


@record
class Dependencies:
    """Everything that the dependency files around a profile name.

    `files` are those that were found, whether anything in them could be read or not.
    `complete` is False where the project may need more than they tell: what a script
    computes, what another project of the repository brings.
    """

    files: tuple[str, ...] = ()
    named: tuple[Dependency, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    complete: bool = True
