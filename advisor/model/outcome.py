"""What came of a case when it was judged."""

from advisor.model.record import record
from advisor.model.report import Report


@record
class WrongOutcome:
    """The outcome is none of those that the case accepts."""

    accepted: tuple[str, ...]
    came: str


@record
class DidNotFire:
    """A rule that the case says must fire did not."""

    rule: str


@record
class FiredWrongly:
    """A rule that the case says must stay silent fired."""

    rule: str


@record
class NotExcluded:
    """A framework that the case says must be excluded was not."""

    framework: str


@record
class WrongRuntime:
    """No path of the recommended framework ends in a runtime that the case accepts."""

    accepted: tuple[str, ...]
    came: tuple[str, ...]


@record
class NoLongerMissed:
    """The case is marked as a known miss, and yet everything came out as expected."""


Failure = (
    WrongOutcome
    | WrongRuntime
    | DidNotFire
    | FiredWrongly
    | NotExcluded
    | NoLongerMissed
)


@record
class CaseOutcome:
    """A case with its outcome: a framework id, `tie` or `no-basis`, and what failed.

    `missed` holds what went wrong where that is known and explained.
    """

    case: str
    outcome: str
    failures: tuple[Failure, ...]
    report: Report
    missed: tuple[Failure, ...] = ()

    @property
    def holds(self) -> bool:
        """Say whether everything came out as the case expects."""
        return not self.failures
