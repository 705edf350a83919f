"""Frameworks (the alternatives) and every other system that sources name."""

from datetime import date
from enum import StrEnum

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
class Framework:
    """One alternative. `vendors` are the companies whose exclusion excludes it."""

    id: str
    name: str
    description: str
    maintainer: Maintainer
    first_release: Release
    status: tuple[Phase, ...]
    aliases: tuple[str, ...] = ()
    named_in: tuple[str, ...] = ()
    vendors: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()

    def phase_on(self, day: date) -> Phase | None:
        """Return the phase in force on `day`; none before the first."""
        begun = [phase for phase in self.status if phase.since <= day]
        return max(begun, key=lambda phase: phase.since, default=None)

    def release(self, version: str) -> Release | None:
        """Return the recorded release of that version."""
        known = (self.first_release, *self.releases)
        return next((each for each in known if each.version == version), None)


@record
class System:
    """Anything else that sources name: serving, hubs, formats, companies, …"""

    id: str
    name: str
    kind: str
    description: str
    aliases: tuple[str, ...] = ()
    related: str = ""
    named_in: tuple[str, ...] = ()
    said: str = ""
    status: tuple[Phase, ...] = ()
