"""The cells of the performance matrix: how one framework does on one criterion."""

from enum import StrEnum

from advisor.model.record import record


@record
class Testimony:
    """What one claim contributes to a cell.

    `performance` lies on the criterion's scale; `weight` is reliability of the source
    times confidence in the claim times freshness on the as-of date.
    """

    claim: str
    source: str
    performance: float
    weight: float


@record
class Known:
    """A cell backed by at least one claim in force; all numbers from 0 to 1."""

    value: float
    low: float
    high: float
    testimonies: tuple[Testimony, ...]


class Absence(StrEnum):
    """Why there is nothing to judge a cell by."""

    SILENT = "silent"  # no claim in force speaks of it
    FADED = "faded"  # what was said of it is too old to count
    DERIVED = "derived"  # it follows from other records, for each project anew


@record
class Gap:
    """Nobody could judge this cell: anywhere on the scale, never a zero.

    `reason` is what the rule base says where somebody has looked.
    """

    reason: str | Absence


Performance = Known | Gap

SILENCE = Gap(Absence.SILENT)
FADED = Gap(Absence.FADED)
