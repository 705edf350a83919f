"""Lock files in TOML: uv.lock, poetry.lock, pdm.lock, and pylock.toml (PEP 751).

All are a list of tables with name and version. (packaging.pylock reads the last of them,
but without lines, and nothing at all where any part is wrong.)
"""

from advisor.files.toml import parse
from advisor.files.tree import Table
from advisor.scan.dependencies.found import Found, Reading
from advisor.scan.dependencies.tables import at, items, word

_MOST = 200_000  # headers, keys and values; large projects have some 100,000

# Where a package comes from if it is of this repository itself.
_OWN = ("virtual", "editable", "directory")


def read(text: str, where: str) -> Found:
    """Return every package that is locked; `InputError` where it is no TOML."""
    tree = parse(text, where, _MOST)
    reading = Reading(where, direct=False)
    for key in ("package", "packages"):
        for each in items(at(tree, key), reading):
            _take(each, reading) if isinstance(each, Table) else None
    return reading.found()


def _take(package: Table, reading: Reading) -> None:
    name = at(package, "name")
    if name is None:
        reading.problem(package.line, "a package without a name; lock again")
    elif not _is_own(package):
        reading.package(word(name), package.lines["name"], word(at(package, "version")))


def _is_own(package: Table) -> bool:
    source = at(package, "source")
    return isinstance(source, Table) and any(each in source.entries for each in _OWN)
