"""The cells of the performance matrix: how one framework does on one criterion."""

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


@record
class Gap:
    """Nobody could judge this cell: anywhere on the scale, never a zero."""

    reason: str


Performance = Known | Gap

SILENCE = Gap("no claim in force speaks of it")
FADED = Gap("what was said of it is too old to count")
