"""What one dependency file names, and the collector that every format writes to."""

import re

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import InvalidName, canonicalize_name

from advisor.files.nodes import text_of
from advisor.files.tree import Node
from advisor.files.wording import flaw, quoted, short, shown
from advisor.model.dependency import Dependency, Unreadable
from advisor.model.errors import InputError
from advisor.model.gate import Place
from advisor.model.record import record

PYPI, CONDA = "pypi", "conda"

_LONGEST = 1000  # characters of one requirement
_MOST = 10_000  # names and includes of one file, each
_MOST_PROBLEMS = 100  # of one file; whoever reads them stops far earlier
_SECRET = re.compile(r"//[^/@\s]*@")  # user:token@ of an address, not for a log
_AT_ADDRESS = re.compile(r"\s*+[\w.-]++\s*+(?:\[[^]]*+\]\s*+)?@")
_BEFORE_VERSIONS = re.compile(r"\s*[\w.-]+\s*(?:\[[^]]*\])?\s*\(?")
_LEGACY = re.compile(r"(?<=[<>])(=?\s*\d[\d.]*)\.\*")  # >=2.*: once allowed by pip
_CONDA_NAME = re.compile(r"[a-z0-9_][a-z0-9_.-]*")


@record
class Include:
    """Another requirements file that a line names, relative to the one it stands in.

    `direct` is for what it names (see `Dependency`).
    """

    line: int
    file: str
    direct: bool


@record
class Found:
    """What a file names.

    `declares`: it says something of dependencies, even if none. `complete` is False where
    it points to more than can be read from here (see `Dependencies`). `locks`: it is a
    lock file, which has all that is installed.
    """

    declares: bool
    named: tuple[Dependency, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    includes: tuple[Include, ...] = ()
    complete: bool = True
    locks: bool = False


class Reading:
    """Collects what one file names while it is being read."""

    def __init__(
        self, where: str, *, direct: bool = True, declares: bool = True
    ) -> None:
        """Begin a file; `direct` is for what comes next (see `Dependency`)."""
        self.declares = declares
        self.direct = direct
        self.complete = True
        self._locks = not direct
        self._where = where
        self._named: list[Dependency] = []
        self._unreadable: list[Unreadable] = []
        self._includes: list[Include] = []

    def requirement(self, text: str, line: int) -> None:
        """Take a requirement as Python's packaging standards write it (PEP 508)."""
        if self._full:
            return
        # Markers are not evaluated: what is needed on one platform is needed. Nor does
        # the library see them, which takes quotes for Python's and fails over brackets.
        # An address may contain a semicolon, so there the marker begins after a blank.
        marker = r"\s;" if _AT_ADDRESS.match(text) else ";"
        bare = re.split(marker, text, maxsplit=1)[0].strip()
        if len(bare) > _LONGEST:
            self.problem(line, f"{_told(bare)} is far too long; correct it")
            return
        try:
            parsed = Requirement(_LEGACY.sub(r"\1", bare))
        except InvalidRequirement as error:
            self.problem(
                line, f"{_told(bare)} is no requirement: {_first(error)}; correct it"
            )
            return
        versions = _BEFORE_VERSIONS.sub("", bare, count=1).rstrip(" )")
        self.package(parsed.name, line, "" if parsed.url else versions)

    def package(self, name: str, line: int, versions: str = "") -> None:
        """Take a package of Python's index; its name is normalised here."""
        try:
            self._add(PYPI, canonicalize_name(name, validate=True), line, versions)
        except InvalidName:
            self.problem(line, f"{quoted(name)} is no name of a package; correct it")

    def conda(self, name: str, line: int, versions: str = "") -> None:
        """Take a package of a conda channel."""
        if _CONDA_NAME.fullmatch(name.lower()):
            self._add(CONDA, name.lower(), line, versions)
        else:
            self.problem(line, f"{quoted(name)} is no name of a package; correct it")

    def include(self, file: str, line: int, *, direct: bool = True) -> None:
        """Note that another requirements file belongs to this one.

        `direct` is False where it only constrains versions.
        """
        if "://" in file and not direct:
            return  # it installs nothing
        if "://" in file:
            self.problem(
                line, "names a file elsewhere, which is not read; copy it here"
            )
        elif flaw(file):
            self.problem(line, flaw(file))
        elif len(self._includes) < _MOST:
            self._includes.append(Include(line, file, direct and self.direct))

    def text(self, node: Node) -> str:
        """Return the text of a value, "" after noting that it has none."""
        try:
            return text_of(node)
        except InputError as error:
            self.problem(node.line, str(error))
            return ""

    def problem(self, line: int, problem: str) -> None:
        """Note what cannot be read."""
        if len(self._unreadable) < _MOST_PROBLEMS:
            self._unreadable.append(Unreadable(Place(self._where, line), problem))

    def found(self) -> Found:
        """Return everything in the order of the lines."""
        return Found(
            self.declares,
            tuple(sorted(self._named, key=lambda each: each.place.line)),
            tuple(sorted(self._unreadable, key=lambda each: each.place.line)),
            tuple(self._includes),
            self.complete,
            self._locks,
        )

    @property
    def _full(self) -> bool:
        """Say whether this cannot be the right file, so that the rest is not read."""
        return len(self._named) > _MOST or len(self._unreadable) == _MOST_PROBLEMS

    def _add(self, kind: str, name: str, line: int, versions: str) -> None:
        if self._full:
            return
        said = short(shown(versions)) if versions else ""
        place = Place(self._where, line)
        self._named.append(Dependency(f"pkg:{kind}/{name}", place, self.direct, said))
        if self._full:
            self.problem(line, f"more than {_MOST} packages; the rest is not read")


def _told(text: str) -> str:
    return quoted(_SECRET.sub("//…@", text))


def _first(error: InvalidRequirement) -> str:
    """Return what the library found wrong, without its drawing of the line."""
    said = str(error).split("\n", 1)[0]
    return short(shown(_SECRET.sub("//…@", said)))
