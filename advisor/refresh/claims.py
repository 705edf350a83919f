"""From figures to the source and the claims that go into a rule base."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import quote

from packaging.specifiers import InvalidSpecifier, SpecifierSet

from advisor.model.evidence import (
    Claim,
    ClaimKind,
    Confidence,
    Dates,
    Reliability,
    Source,
    SourceKind,
)
from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.system import Framework
from advisor.model.words import listed
from advisor.refresh.release import Figures
from advisor.refresh.wheels import PythonVersion, Support

CADENCE = "release-cadence"
PLATFORMS = "platform-support"

_RELIABILITY = Reliability(
    0.95, "The package index records every upload with its time; advisor counted them."
)
_COUNTED = "Counted in the package index; yanked files and pre-releases do not count."
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_OLD, _OLD_MAJOR = "2.7", 2
_MEGABYTE = 1_000_000
_FEW_MEGABYTES = 10


@record
class Measurement:
    """One framework measured: where that can be checked, and what it says."""

    source: Source
    releases: Claim
    wheels: Claim


def measurement(
    framework: Framework, figures: Figures, knowledge: Knowledge
) -> Measurement:
    """Put the figures of a framework's package into claims for this rule base."""
    source = _source(figures)
    return Measurement(
        source,
        _releases(framework, figures, source.id, knowledge),
        _wheels(framework, figures, source.id),
    )


def _source(figures: Figures) -> Source:
    package, version = figures.package, figures.version
    return Source(
        id=re.sub("[^a-z0-9]+", "-", f"pypi-{package}-{version}"),
        title=f"{package} {version} in the package index",
        kind=SourceKind.REGISTRY,
        language="en",
        dates=Dates(published=figures.published),
        url=f"pkg:pypi/{package}@{quote(version)}",
        reliability=_RELIABILITY,
    )


def _releases(
    framework: Framework, figures: Figures, source: str, knowledge: Knowledge
) -> Claim:
    """The count speaks for the twelve months up to the as-of date: it is made then."""
    count = figures.releases
    number = {0: "no", 1: "one"}.get(count, str(count))
    return Claim(
        id=f"m-{framework.id}-releases",
        source=source,
        date_=figures.as_of,
        confirmed=figures.as_of,
        statement=(
            f"In the twelve months up to {_words(figures.as_of)} {framework.name} had "
            f"{number} stable release{'' if count == 1 else 's'}."
        ),
        kind=ClaimKind.FACTUAL,
        subjects=(framework.id,),
        measured={framework.id: count},
        confidence=Confidence.HIGH,
        supersedes=_replaced(framework, figures.as_of, knowledge),
        note=_COUNTED,
    )


def _replaced(
    framework: Framework, as_of: date, knowledge: Knowledge
) -> tuple[str, ...]:
    """Return the claim on today's cadence that the rule base had, if it is not newer."""
    name = f"f-{framework.id}-releases-now"
    old = knowledge.claims.get(name)
    if old is None or knowledge.criterion_of[name] != CADENCE:
        return ()
    return (name,) if knowledge.date_of(old) <= as_of else ()


def _wheels(framework: Framework, figures: Figures, source: str) -> Claim:
    """The newest release is what it is from its upload on, and still on the as-of date.

    It scores nobody: how much a platform is worth is for people to judge.
    """
    return Claim(
        id=f"m-{framework.id}-wheels",
        source=source,
        date_=figures.published,
        confirmed=figures.as_of,
        statement=_described(framework, figures),
        kind=ClaimKind.FACTUAL,
        subjects=(framework.id,),
        confidence=Confidence.HIGH,
        note=_COUNTED,
    )


def _described(framework: Framework, figures: Figures) -> str:
    parts = [
        f"The newest stable release of {framework.name} is {figures.package} "
        f"{figures.version} of {_words(figures.published)}"
    ]
    if figures.requires_python:
        parts.append(f"it requires Python {figures.requires_python}")
    if figures.support is None:
        parts.append("it has no wheels, only an archive of its source")
    else:
        parts.append(_wheel_words(figures.support, figures.requires_python))
    if figures.largest is not None:
        parts.append(f"the largest wheel for Linux has {_size(figures.largest)}")
    return "; ".join(parts) + "."


def _wheel_words(support: Support, requires: str) -> str:
    pythons, platforms = _pythons(support, requires), _platforms(support)
    if not pythons or not platforms:
        return "it has wheels, of which the tags say nothing that is known here"
    return f"its wheels are for {listed(pythons)}, on {listed(platforms)}"


def _pythons(support: Support, requires: str) -> list[str]:
    words = [f"CPython {each}" for each in [_range(support.exact)] if each]
    if support.stable is not None:
        words.append(f"CPython {_version(support.stable)} and newer (stable ABI)")
    if support.free_threaded:
        words.append("free-threaded builds")
    words.extend(
        f"every Python {major}"
        for major in support.generic
        if major != _OLD_MAJOR or not requires or _allows_old(requires)
    )
    return words


def _allows_old(requires: str) -> bool:
    """Many wheels are still tagged for Python 2, which their package refuses."""
    try:
        return SpecifierSet(requires).contains(_OLD)
    except InvalidSpecifier:
        return True


def _range(versions: Sequence[PythonVersion]) -> str:
    if not versions:
        return ""
    first, last = versions[0], versions[-1]
    gapless = first[0] == last[0] and last[1] - first[1] == len(versions) - 1
    if gapless and len(versions) > 2:
        return f"{_version(first)} to {_version(last)}"
    return listed([_version(each) for each in versions])


def _version(version: PythonVersion) -> str:
    return f"{version[0]}.{version[1]}"


def _platforms(support: Support) -> list[str]:
    systems: dict[str, list[str]] = {}
    for system, machine in support.platforms:
        systems.setdefault(system, []).append(machine)
    words = [f"{system} ({', '.join(all_)})" for system, all_ in systems.items()]
    return [*words, *(["any platform"] if support.anywhere else [])]


def _size(size: int) -> str:
    megabytes = size / _MEGABYTE
    if megabytes < _FEW_MEGABYTES:
        return f"{max(megabytes, 0.1):.1f} MB"
    return f"{megabytes:.0f} MB"


def _words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
