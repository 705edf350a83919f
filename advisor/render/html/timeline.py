"""An axis of time, and marks on it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_MARGIN = 0.02  # of the axis, left free on either side
_TICKS = 5  # at most so many years are written under the axis


class Shape(StrEnum):
    """How a mark looks; each tells by its form what the claim says."""

    FOR = "for"
    NEUTRAL = "neutral"
    AGAINST = "against"
    ASIDE = "aside"

    @classmethod
    def of(cls, performance: float, neutral: float) -> "Shape":
        """Return the mark of a claim in force."""
        if performance == neutral:
            return cls.NEUTRAL
        return cls.FOR if performance > neutral else cls.AGAINST


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim at its place on the axis, from 0 to 1."""

    place: float
    shape: Shape
    title: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The beginning of a year."""

    place: float
    year: int


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last` between 0 and 1."""

    first: date
    last: date

    def place(self, day: date) -> float:
        """Return where a day lies."""
        span = (self.last - self.first).days or 1
        return _MARGIN + (1 - 2 * _MARGIN) * (day - self.first).days / span

    def mark(self, day: date, shape: Shape, claim: str) -> Mark:
        """Return the mark of a claim that was made on a day."""
        return Mark(self.place(day), shape, f"{day.isoformat()} {claim}")

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """Return the years to be written, evenly spaced."""
        years = range(self.first.year + 1, self.last.year + 1)
        every = max(1, -(-len(years) // _TICKS))
        shown = [year for year in years if (self.last.year - year) % every == 0]
        return tuple(Tick(self.place(date(each, 1, 1)), each) for each in shown)


def axis(first: date, last: date) -> Axis:
    """Return an axis from the first day, but no earlier than the last, to the last."""
    return Axis(min(first, last), last)
