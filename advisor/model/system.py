"""Frameworks (the alternatives), what stands on them, and whatever else sources name."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from advisor.model.condition import Condition
from advisor.model.period import newest, within
from advisor.model.record import record


class Status(StrEnum):
    """What state a project is in."""

    ACTIVE = "active"
    MAINTENANCE = "maintenance"
    RENAMED = "renamed"
    ARCHIVED = "archived"
    REMOVED = "removed"
    RETIRED = "retired"


@record
class Phase:
    """From `since` on the project has this status, says the source."""

    status: Status
    since: date
    source: str
    note: str = ""


def phase_on(phases: Sequence[Phase], day: date) -> Phase | None:
    """Return the phase in force on `day`; none before the first."""
    return newest(phases, day)


def alive_on(phases: Sequence[Phase], day: date) -> bool:
    """Say whether somebody still looks after it on `day`."""
    phase = phase_on(phases, day)
    return phase is not None and phase.status in (Status.ACTIVE, Status.MAINTENANCE)


@record
class Release:
    """A release that matters, with its source."""

    version: str
    date: date
    source: str


@record
class Maintainer:
    """Who looks after a framework."""

    name: str
    source: str


@record
class FormerVendor:
    """A company whose exclusion excluded the framework or layer until a date."""

    vendor: str
    until: date
    source: str


@record
class PythonSupport:
    """The Python versions that the newest release of a time supports."""

    least: str
    most: str
    since: date
    source: str


class Level(StrEnum):
    """How well a platform is supported; `community` is work of third parties."""

    PRODUCTION = "production"
    PREVIEW = "preview"
    COMMUNITY = "community"


@record
class Platform:
    """Where one can train with a framework: one system and accelerator, for a time."""

    os: str
    accelerator: str
    architectures: tuple[str, ...]
    level: Level
    since: date
    source: str
    until: date | None = None
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Say whether it was so on `day`."""
        return within(self.since, self.until, day)


class TraitKind(StrEnum):
    """What one needs to know of a framework beside its scores."""

    LICENCE = "licence"
    GOVERNANCE = "governance"
    CADENCE = "cadence"
    INSTALL_SIZE = "install-size"
    LANGUAGES = "languages"
    EXECUTION_MODEL = "execution-model"
    DISTRIBUTED_APIS = "distributed-apis"
    MEMORY = "memory"
    SECURITY = "security"


@record
class Trait:
    """One property in a few words, for a time, with its source."""

    trait: TraitKind
    value: str
    since: date
    source: str
    until: date | None = None


@record
class Foundation:
    """A framework that a layer, or another framework, stands on, for a time."""

    framework: str
    since: date
    source: str
    until: date | None = None


@record
class Framework:
    """One alternative. `vendors` are the companies whose exclusion excludes it today.

    `scope` lists the domains that a specialised alternative is made for; a general
    framework has none. `platforms`, where there are any, is the complete list.
    """

    id: str
    name: str
    description: str
    maintainer: Maintainer
    first_release: Release
    status: tuple[Phase, ...]
    aliases: tuple[str, ...] = ()
    named_in: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    former_vendors: tuple[FormerVendor, ...] = ()
    releases: tuple[Release, ...] = ()
    packages: tuple[str, ...] = ()
    installed_as: tuple[str, ...] = ()
    stands_on: tuple[Foundation, ...] = ()
    scope: tuple[str, ...] = ()
    python: tuple[PythonSupport, ...] = ()
    platforms: tuple[Platform, ...] = ()
    traits: tuple[Trait, ...] = ()

    def phase_on(self, day: date) -> Phase | None:
        """Return the phase in force on `day`; none before the first."""
        return phase_on(self.status, day)

    def release(self, version: str) -> Release | None:
        """Return the recorded release of that version."""
        known = (self.first_release, *self.releases)
        return next((each for each in known if each.version == version), None)


@record
class System:
    """Anything else that sources name: serving, hubs, formats, companies, …

    `packages` are the package URLs under which it is installed.
    """

    id: str
    name: str
    kind: str
    description: str
    aliases: tuple[str, ...] = ()
    related: str = ""
    named_in: tuple[str, ...] = ()
    said: str = ""
    status: tuple[Phase, ...] = ()
    packages: tuple[str, ...] = ()


@record
class Layer:
    """A high-level interface or library that a recommended stack can name.

    It is no rival of the framework it stands on. `fits` says for which projects it is
    worth naming, `because` why. `vendors` are the companies whose exclusion keeps it out
    of a stack today.
    """

    id: str
    name: str
    description: str
    stands_on: tuple[Foundation, ...]
    status: tuple[Phase, ...]
    fits: Condition
    because: str
    aliases: tuple[str, ...] = ()
    named_in: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    former_vendors: tuple[FormerVendor, ...] = ()
    packages: tuple[str, ...] = ()

    def vendors_on(self, day: date) -> tuple[str, ...]:
        """Return the companies whose exclusion keeps it out on `day`."""
        former = (each.vendor for each in self.former_vendors if day < each.until)
        return (*self.vendors, *former)


@record
class Runtime:
    """What runs a finished model on a target.

    `packages` are the package URLs under which it is installed.
    """

    id: str
    name: str
    description: str
    status: tuple[Phase, ...]
    aliases: tuple[str, ...] = ()
    named_in: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
