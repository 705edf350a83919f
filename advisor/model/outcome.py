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


Failure = WrongOutcome | DidNotFire | FiredWrongly | NotExcluded


@record
class CaseOutcome:
    """A case with its outcome: a framework id, `tie` or `no-basis`, and what failed."""

    case: str
    outcome: str
    failures: tuple[Failure, ...]
    report: Report

    @property
    def holds(self) -> bool:
        """Say whether everything came out as the case expects."""
        return not self.failures
