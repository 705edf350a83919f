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


@record
class Scale:
    """What performance 0 and performance 1 mean; the same for every alternative, for ever."""

    worst: str
    best: str


@record
class HalfLife:
    """After how many years a statement counts half, and why."""

    years: float
    because: str


@record
class Criterion:
    """One criterion with its fixed scale."""

    id: str
    group: Group
    title: str
    role: Role
    definition: str
    scale: Scale
    half_life: HalfLife

    @property
    def scored(self) -> bool:
        """Say whether the criterion takes part in the score."""
        return self.role is Role.SCORED
