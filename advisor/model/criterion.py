"""Criteria: what frameworks are judged on, each on a fixed scale."""

from enum import StrEnum

from advisor.model.record import record


class Group(StrEnum):
    """The five groups of criteria, in reading order."""

    GRAPH_MODE = "graph-mode"
    DEPLOYMENT = "deployment"
    COMMUNITY = "community"
    DISTRIBUTED_TRAINING = "distributed-training"
    OTHER = "other"


class Role(StrEnum):
    """Whether a criterion takes part in the score or is only told."""

    SCORED = "scored"
    CONTEXT = "context"


class Shape(StrEnum):
    """How a measurement runs between the ends of a scale."""

    LINEAR = "linear"
    LOGARITHMIC = "logarithmic"


@record
class Measure:
    """A natural unit and where the scale's ends lie in it; beyond them nothing changes.

    `logarithmic`, for sizes and times, gives equal steps to equal factors; both ends are
    then above zero.
    """

    unit: str
    worst: float
    best: float
    shape: Shape = Shape.LINEAR


@record
class Scale:
    """What performance 0 and performance 1 mean; the same for every alternative, for ever."""

    worst: str
    best: str
    measure: Measure | None = None


@record
class HalfLife:
    """After how many years a statement counts half, and why."""

    years: float
    because: str


@record
class Criterion:
    """One criterion with its fixed scale.

    A `derived` one is worked out from other records for each project, never from claims.
    """

    id: str
    group: Group
    title: str
    role: Role
    definition: str
    scale: Scale
    half_life: HalfLife
    derived: bool = False

    @property
    def scored(self) -> bool:
        """Say whether the criterion takes part in the score."""
        return self.role is Role.SCORED
