"""pyproject.toml: the standard tables and those of Poetry, PDM, uv and setuptools."""

from collections.abc import Iterator

from advisor.files.toml import parse
from advisor.files.tree import Items, Node, Table
from advisor.scan.dependencies.found import Found, Reading
from advisor.scan.dependencies.lines import requirement_line
from advisor.scan.dependencies.tables import at, by_name, entries, items, word

_POETRY = ("tool", "poetry")
_PIXI = ("tool", "pixi")  # has tables of its own, for conda as well
_MAIN = "main"
_OWN = ("path", "workspace")  # of uv's sources
_DYNAMIC = ("tool", "setuptools", "dynamic")


def read(text: str, where: str) -> Found:
    """Return what a project's metadata names, its groups and extras included.

    Groups and extras are not direct. `InputError` where it is no TOML. A file that has
    none of the tables declares nothing: many hold only the settings of tools.
    """
    tree = parse(text, where)
    reading = Reading(where, declares=False)
    for listed, reading.direct in _lists(tree):
        reading.declares = True
        for each in items(listed, reading):
            if not isinstance(each, Table):  # {include-group = "…"} is listed itself
                requirement_line(reading.text(each).strip(), each.line, reading)
    for table, reading.direct in _tables(tree):
        reading.declares = True
        by_name(_without_python(table), reading)
    for file, reading.direct in _files(tree):
        reading.declares = True
        reading.include(reading.text(file), file.line)
    if _has_own_sources(tree) or _is_computed(tree) or at(tree, *_PIXI):
        reading.complete = False
    return reading.found()


def _has_own_sources(tree: Table) -> bool:
    """Say whether uv takes packages from this repository, with what they need."""
    if at(tree, "tool", "uv", "workspace"):
        return True
    sources = entries(at(tree, "tool", "uv", "sources"))
    return any(at(each, key) is not None for _, _, each in sources for key in _OWN)


def _is_computed(tree: Table) -> bool:
    """Say whether the build system finds out what is needed, other than from files."""
    dynamic = at(tree, "project", "dynamic")
    listed = dynamic.items if isinstance(dynamic, Items) else ()
    told = at(tree, *_DYNAMIC, "dependencies") or at(tree, *_POETRY, "dependencies")
    return told is None and any(word(each) == "dependencies" for each in listed)


def _lists(tree: Table) -> Iterator[tuple[Node, bool]]:
    """Yield the lists of requirements (PEP 621, PEP 735, PDM, uv), and which are direct."""
    for listed, direct in (
        (at(tree, "project", "dependencies"), True),
        (at(tree, "tool", "uv", "dev-dependencies"), False),
    ):
        if listed is not None:
            yield listed, direct
    for groups in (
        at(tree, "project", "optional-dependencies"),
        at(tree, "dependency-groups"),
        at(tree, "tool", "pdm", "dev-dependencies"),
    ):
        for _, _, group in entries(groups):
            yield group, False


def _tables(tree: Table) -> Iterator[tuple[Table, bool]]:
    """Yield Poetry's tables of packages, and which of them are direct."""
    groups = entries(at(tree, *_POETRY, "group"))
    for table, direct in (
        (at(tree, *_POETRY, "dependencies"), True),
        (at(tree, *_POETRY, "dev-dependencies"), False),
        *((at(group, "dependencies"), key == _MAIN) for key, _, group in groups),
    ):
        if isinstance(table, Table):
            yield table, direct


def _without_python(table: Table) -> Table:
    """Return a table of Poetry's without the interpreter, which stands there too."""
    kept = {key: each for key, each in table.entries.items() if key != "python"}
    return Table(table.line, kept, table.lines)


def _files(tree: Table) -> Iterator[tuple[Node, bool]]:
    """Yield the requirements files that setuptools reads, and which are direct."""
    extras = entries(at(tree, *_DYNAMIC, "optional-dependencies"))
    for named, direct in (
        (at(tree, *_DYNAMIC, "dependencies", "file"), True),
        *((at(each, "file"), False) for _, _, each in extras),
    ):
        if isinstance(named, Items):
            yield from ((each, direct) for each in named.items)
        elif named is not None:
            yield named, direct
