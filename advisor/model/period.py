"""Dated records: which of them holds on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Begun(Protocol):
    """Anything that begins on a day."""

    @property
    def since(self) -> date:
        """The day from which on it holds."""


T = TypeVar("T", bound=Begun)


def newest(records: Iterable[T], day: date) -> T | None:
    """Return the record that began last by `day`; none before the first."""
    begun = [each for each in records if each.since <= day]
    return max(begun, key=lambda each: each.since, default=None)


def within(since: date, until: date | None, day: date) -> bool:
    """Say whether `day` lies in a period; the last day is no part of it."""
    return since <= day and (until is None or day < until)
