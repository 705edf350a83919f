"""Which frameworks the packages of a repository stand for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from packaging.utils import canonicalize_name

from advisor.model.dependency import Dependency
from advisor.model.knowledge import Knowledge
from advisor.model.period import within
from advisor.model.system import Foundation, Framework

_PYPI = "pkg:pypi/"
_VERSION = re.compile(r"[@?#].*")


def brought(
    named: Iterable[Dependency], knowledge: Knowledge
) -> Mapping[str, tuple[Dependency, ...]]:
    """Return the frameworks whose own packages are named, and where."""
    frameworks = knowledge.frameworks.values()
    return owned(named, {each.id: packages_of(each) for each in frameworks})


def owned(
    named: Iterable[Dependency], packages: Mapping[str, Iterable[str]]
) -> Mapping[str, tuple[Dependency, ...]]:
    """Return who has packages that are named, and where, best place first.

    A direct dependency comes before what a lock file names, and pyproject.toml before
    other files.
    """
    owners: defaultdict[str, list[str]] = defaultdict(list)
    for owner, own in packages.items():
        for package in own:
            owners[_normal(package)].append(owner)
    found: defaultdict[str, list[Dependency]] = defaultdict(list)
    for dependency in named:
        for owner in owners.get(_normal(dependency.package), ()):
            found[owner].append(dependency)
    return {each: tuple(sorted(found[each], key=_merit)) for each in sorted(found)}


def on_top(
    framework: str, named: Iterable[Dependency], knowledge: Knowledge, day: date
) -> bool:
    """Say whether a layer is named that stands on the framework on that day."""
    there = {_normal(each.package) for each in named}
    return any(
        framework in foundations(layer.stands_on, day)
        and any(_normal(each) in there for each in layer.packages)
        for layer in knowledge.layers.values()
    )


def packages_of(framework: Framework) -> tuple[str, ...]:
    """Return every package that installs a framework."""
    return (*framework.packages, *framework.installed_as)


def foundations(stands_on: Iterable[Foundation], day: date) -> set[str]:
    """Return the frameworks that something stands on, on that day."""
    return {e.framework for e in stands_on if within(e.since, e.until, day)}


def package_name(package: str) -> str:
    """Return the name in a package URL."""
    return package.rpartition("/")[2]


def _merit(dependency: Dependency) -> tuple[bool, bool, str, int]:
    file = dependency.place.file
    in_project = file.rpartition("/")[2] == "pyproject.toml"
    return not dependency.direct, not in_project, file, dependency.place.line


def _normal(package: str) -> str:
    """Return a package URL without its version, the name as its index compares it."""
    package = _VERSION.sub("", package.lower())
    if not package.startswith(_PYPI):
        return package
    return _PYPI + canonicalize_name(package.removeprefix(_PYPI))
