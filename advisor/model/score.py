"""A score: its addends are the explanation, its bounds what they leave open."""

from collections.abc import Mapping
from math import fsum, sqrt

from advisor.model.performance import Gap, Known, Performance, Testimony
from advisor.model.record import record


@record
class Contribution:
    """One addend of a score: weight times value. `value` lies between `low` and `high`."""

    criterion: str
    weight: float
    value: float
    low: float
    high: float
    performance: Known

    @property
    def amount(self) -> float:
        """What it adds to the score."""
        return self.weight * self.value


@record
class OpenShare:
    """The share of a score that a gap leaves open: `weight` times 0 to 1."""

    criterion: str
    weight: float
    value: float
    gap: Gap

    @property
    def amount(self) -> float:
        """What it adds to the score at the neutral middle."""
        return self.weight * self.value


def _joint(errors: list[float]) -> float:
    """Return the size of independent errors together: the root of their squares."""
    return sqrt(fsum(error**2 for error in errors))


@record
class Score:
    """The parts are the explanation; the total is derived from them, from 0 to 1.

    `low` and `high` bound what the score may be: the errors of known cells are taken as
    independent and add up as squares, while gaps count in full, from 0 to 1.
    """

    contributions: tuple[Contribution, ...]
    gaps: tuple[OpenShare, ...]

    @property
    def value(self) -> float:
        """The score, with gaps at the neutral middle of their scale."""
        return fsum(self.amounts.values())

    @property
    def low(self) -> float:
        """The lower bound."""
        parts = [(part.weight * (part.value - part.low)) for part in self.contributions]
        return self.value - _joint(parts) - fsum(g.amount for g in self.gaps)

    @property
    def high(self) -> float:
        """The upper bound."""
        parts = [
            (part.weight * (part.high - part.value)) for part in self.contributions
        ]
        open_ = fsum(gap.weight * (1 - gap.value) for gap in self.gaps)
        return self.value + _joint(parts) + open_

    @property
    def amounts(self) -> Mapping[str, float]:
        """What each criterion adds to the score, gaps at their neutral middle."""
        known = {part.criterion: part.amount for part in self.contributions}
        return known | {gap.criterion: gap.amount for gap in self.gaps}

    @property
    def cells(self) -> Mapping[str, Performance]:
        """The cells that it was made from, by criterion."""
        known: dict[str, Performance] = {
            part.criterion: part.performance for part in self.contributions
        }
        return known | {gap.criterion: gap.gap for gap in self.gaps}

    def lead_over(self, other: "Score") -> Mapping[str, float]:
        """Return by how much each criterion moves the lead over another score."""
        theirs = other.amounts
        return {each: own - theirs[each] for each, own in self.amounts.items()}

    @property
    def testimonies(self) -> tuple[Testimony, ...]:
        """Everything that was heard for the known cells."""
        return tuple(
            testimony
            for part in self.contributions
            for testimony in part.performance.testimonies
        )

    @property
    def coverage(self) -> float:
        """The share of the weight that rests on evidence, from 0 to 1."""
        return fsum(part.weight for part in self.contributions)
