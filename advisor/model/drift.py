"""What has moved since a decision was recorded, and what moved it."""

from datetime import date
from enum import StrEnum

from advisor.model.path import Maturity
from advisor.model.record import record
from advisor.model.system import Status
from advisor.model.what_if import Outcome, Setting


class Change(StrEnum):
    """What has become of a claim or a rule."""

    CAME = "came"
    GONE = "gone"
    CHANGED = "changed"


@record
class MovedAnswer:
    """An answer, a weight (`weights.<criterion>`) or `allow-retired` that is another now.

    `alone`: this by itself brings the outcome of now.
    """

    name: str
    before: Setting
    after: Setting
    alone: bool


@record
class MovedClaim:
    """A claim that is heard now and was not, no longer is, or says something else.

    `instead` is the claim that superseded it, or "". `alone`: without this one change
    the outcome would be as before.
    """

    claim: str
    change: Change
    instead: str
    alone: bool


@record
class MovedRule:
    """A rule that fires now and did not, no longer does, or was rewritten."""

    rule: str
    change: Change


@record
class MovedExclusion:
    """A framework that is excluded now and was not (`came`), or no longer is (`gone`)."""

    framework: str
    change: Change
    rules: tuple[str, ...]


@record
class MovedRank:
    """A framework, not excluded, that is ranked now and was not (`came`), or was (`gone`).

    What is not ranked has too little evidence, or the rule base does not know it.
    """

    framework: str
    change: Change


Move = MovedAnswer | MovedClaim | MovedRule | MovedExclusion | MovedRank


class Cause(StrEnum):
    """What changed between the two decisions, in the order in which it is tried."""

    KNOWLEDGE = "knowledge"
    DATE = "date"
    ANSWERS = "answers"


@record
class MovedCriterion:
    """By how much a criterion moved a lead, in points of the score."""

    criterion: str
    shift: float


@record
class Lead:
    """By how much one framework was ahead of another (below zero: behind), and is now.

    `framework` was first before. `rival` is first now; if that is the same one, the next
    best now. `criteria` are those that moved the lead most, at most three, the most
    first; none where a record does not keep what each criterion added.
    """

    framework: str
    rival: str
    before: float
    after: float
    criteria: tuple[MovedCriterion, ...] = ()


@record
class Stage:
    """One cause by itself: the outcome before and after it, and what moved.

    `before` and `after` name the two states: versions of the rule base, dates as
    year-month-day, or digests of the profile. `moves` come with what decides alone
    first, then the weightiest. `lead` is None where the two were not ranked both times.
    """

    cause: Cause
    before: str
    after: str
    outcome_before: Outcome
    outcome_after: Outcome
    moves: tuple[Move, ...]
    lead: Lead | None = None

    @property
    def turns(self) -> bool:
        """Say whether this cause changes the outcome."""
        return self.outcome_before != self.outcome_after


@record
class Retirement:
    """A framework that was ranked or chosen, and is retired since `since`."""

    framework: str
    since: date
    source: str


@record
class Decline:
    """The framework in use is less looked after than it was, though not yet retired.

    `since`, `source` and `note` (may be "") are those of its status now.
    """

    framework: str
    before: Status
    after: Status
    since: date
    source: str
    note: str = ""


@record
class DeadPath:
    """A recorded way that is dead now, or counts as `legacy`.

    `note` is what the rule base adds to that, or "". `instead` is the best way to the
    target that there is now, or ""; a `legacy` one may still be the best.
    """

    target: str
    path: str
    before: Maturity
    after: Maturity
    since: date
    source: str
    instead: str
    note: str = ""


@record
class Drift:
    """Everything that has moved since a decision was recorded.

    `stages` holds the causes that there are, whether they changed the outcome or not;
    their outcomes follow on each other, from the recorded one to that of now.
    `reordered` says whether the order of the ranking is another. `retired`, `paths`,
    `security` (claims against the framework in use that have come since) and `decline`
    (None where there is none) are told even when the first of the ranking stays.
    """

    before: Outcome
    after: Outcome
    stages: tuple[Stage, ...]
    reordered: bool
    retired: tuple[Retirement, ...]
    paths: tuple[DeadPath, ...]
    security: tuple[str, ...]
    decline: Decline | None = None

    @property
    def turns(self) -> bool:
        """Say whether the outcome is another."""
        return self.before != self.after
