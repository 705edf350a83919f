"""From the files of a package to its figures: releases in a year, and the newest."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from packaging.tags import Tag
from packaging.utils import (
    InvalidSdistFilename,
    InvalidWheelFilename,
    parse_sdist_filename,
    parse_wheel_filename,
)
from packaging.version import InvalidVersion, Version

from advisor.model.errors import InputError
from advisor.model.record import record
from advisor.refresh.listing import File
from advisor.refresh.wheels import ANYWHERE, LINUX, Support, places_of, support_of

# What is repeated from the index must not be able to say anything else.
_SPECIFIER = re.compile(r"[0-9.*,<>=!~ ]{1,60}")


@record
class Named:
    """A file whose name says what it is; only wheels have tags."""

    file: File
    version: Version
    tags: frozenset[Tag]


@record
class Figures:
    """What the index says of a package on a day.

    `published` is the day of the newest stable release, `releases` the number of
    stable ones in the twelve months up to `as_of`, `largest` the size in bytes of the
    largest wheel that fits Linux, where the index tells sizes.
    """

    package: str
    as_of: date
    version: str
    published: date
    releases: int
    requires_python: str
    support: Support | None
    largest: int | None


def figures_of(package: str, files: Iterable[File], as_of: date) -> Figures:
    """Count the stable releases up to `as_of` and describe the newest of them.

    Pre-releases and yanked files do not count, nor do files of another package or
    with a name that says nothing. Which files were yanked is known for today only.
    """
    named = [each for file in files if (each := _named(package, file)) is not None]
    if not named:
        raise InputError("it has no stable release; take it out of the packages")
    releases = {
        version: present
        for version, every in _by_version(named).items()
        if (present := _uploaded(version, every, as_of))
    }
    if not releases:
        raise InputError(
            f"it has no stable release up to {as_of.isoformat()}; take a later --as-of"
        )
    newest = max(releases)
    wheels = [each for each in releases[newest] if each.tags]
    first = year_before(as_of)
    return Figures(
        package=package,
        as_of=as_of,
        version=str(newest),
        published=_first(releases[newest]),
        releases=sum(first < _first(each) for each in releases.values()),
        requires_python=_requires(releases[newest]),
        support=support_of(tag for each in wheels for tag in each.tags)
        if wheels
        else None,
        largest=max(filter(None, map(_linux_size, wheels)), default=None),
    )


def year_before(day: date) -> date:
    """Return the day after which the twelve months up to `day` begin."""
    if day.year == date.min.year:
        return date.min
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _named(package: str, file: File) -> Named | None:
    """Return what the name says of a file that counts."""
    try:
        if file.name.endswith(".whl"):
            name, version, _, tags = parse_wheel_filename(file.name)
        else:
            (name, version), tags = parse_sdist_filename(file.name), frozenset()
    except (InvalidWheelFilename, InvalidSdistFilename, InvalidVersion):
        return None
    counts = name == package and not file.yanked and not version.is_prerelease
    return Named(file, version, tags) if counts else None


def _by_version(named: Iterable[Named]) -> Mapping[Version, list[Named]]:
    """Group by version; builds of one version (2.1+cpu, 2.1+cu121) are one release."""
    groups: defaultdict[Version, list[Named]] = defaultdict(list)
    for each in named:
        groups[Version(each.version.public)].append(each)
    return groups


def _uploaded(version: Version, every: Sequence[Named], as_of: date) -> list[Named]:
    """Return the files of a release that were there on the day.

    A release without any date could lie within the twelve months or not: a count that
    may be wrong is none.
    """
    dated = [each for each in every if each.file.uploaded is not None]
    if not dated:
        raise InputError(
            f"the index does not say when {version} was uploaded; "
            "name an index that does (PEP 700)"
        )
    return [each for each in dated if _day(each) <= as_of]


def _first(release: Iterable[Named]) -> date:
    return min(map(_day, release))


def _day(each: Named) -> date:
    return each.file.uploaded or date.max


def _requires(release: Iterable[Named]) -> str:
    """Return the Python versions that all files of a release agree to require."""
    stated = {each.file.requires_python.strip() for each in release}
    agreed = stated.pop() if len(stated) == 1 else ""
    return agreed if _SPECIFIER.fullmatch(agreed) else ""


def _linux_size(wheel: Named) -> int | None:
    fits = any(
        tag.platform == ANYWHERE
        or any(system == LINUX for system, _ in places_of(tag.platform))
        for tag in wheel.tags
    )
    return wheel.file.size if fits else None
