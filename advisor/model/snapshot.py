"""The rule base as it stands on a day: what every claim and cell then weighs."""

from collections.abc import Mapping
from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.performance import Performance
from advisor.model.record import record
from advisor.model.report import SetAside
from advisor.model.settlement import Settlement


@record
class InForce:
    """The claim counts; `weights` says how much on each criterion it speaks on."""

    weights: Mapping[str, float]


@record
class NotYetSaid:
    """The claim was made after the as-of date."""

    said_on: date


@record
class Restatement:
    """The claim repeats another one of its source, which speaks for it."""

    claim: str


@record
class LeftOut:
    """The claim does not belong to the evidence that was asked for."""


ClaimStanding = InForce | SetAside | NotYetSaid | Restatement | LeftOut


@record
class Snapshot:
    """Everything that depends on the as-of date and the evidence, worked out.

    `performances` maps a claim to what it says of each framework, `matrix` a framework
    to its cells by criterion; gaps are absent.
    """

    as_of: date
    evidence: Evidence
    standings: Mapping[str, ClaimStanding]
    performances: Mapping[str, Mapping[str, float]]
    matrix: Mapping[str, Mapping[str, Performance]]
    settlements: Mapping[str, Settlement]

    def in_force(self, claim: str) -> bool:
        """Say whether the claim counts."""
        return isinstance(self.standings[claim], InForce)
