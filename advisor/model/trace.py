"""One claim, rule or criterion, and one framework, followed to the bottom of a report."""

from collections.abc import Mapping
from enum import Enum
from math import prod

from advisor.model.comparison import Fate
from advisor.model.condition import Test, Truth
from advisor.model.performance import Performance
from advisor.model.question import Answer
from advisor.model.record import record
from advisor.model.report import Unmet, Verdict, Weighting
from advisor.model.score import Score
from advisor.model.settlement import Settlement
from advisor.model.snapshot import ClaimStanding


class Unanswered(Enum):
    """Instead of an answer: nothing is known of the fact."""

    UNANSWERED = "unanswered"


@record
class Tried:
    """One test of a condition, how it came out, and what it looked at.

    `negated`: the condition asks for the test not to hold.
    """

    test: Test
    truth: Truth
    answer: Answer | Unanswered
    negated: bool = False

    @property
    def met(self) -> bool:
        """Say whether the test came out as the condition asks."""
        return self.truth is (Truth.FALSE if self.negated else Truth.TRUE)


@record
class Factors:
    """What the weight of a testimony is the product of, each from 0 to 1.

    `freshness` halves with every `half_life` (years) in the `age` (years since the claim
    was last known to hold); `share` is below 1 on a criterion that the claim touches only
    beside its own, `specificity` where what is said of just such projects outweighs it.
    """

    reliability: float
    confidence: float
    age: float
    half_life: float
    share: float
    specificity: float

    @property
    def freshness(self) -> float:
        """What age has left of the weight."""
        return float(2.0 ** (-self.age / self.half_life))

    @property
    def weight(self) -> float:
        """The product."""
        return prod(
            (
                self.reliability,
                self.confidence,
                self.freshness,
                self.share,
                self.specificity,
            )
        )


@record
class Heard:
    """What a claim says in one cell, and how much it counts there."""

    claim: str
    performance: float
    factors: Factors


@record
class Placed:
    """A framework in a ranking. Equal ranks are ties."""

    framework: str
    rank: int
    score: float


@record
class Order:
    """A verdict and the ranking that it stands on, best first."""

    verdict: Verdict
    places: tuple[Placed, ...]


@record
class NotBearing:
    """The claim is heard only under a condition that is not known to hold here."""

    tests: tuple[Tried, ...]


@record
class Weightless:
    """The claim is in force, but no criterion that it speaks on weighs anything here."""


ProjectStanding = ClaimStanding | NotBearing | Weightless


@record
class TouchedCell:
    """A cell in which a claim is heard, with it and without it.

    `weight` is that of the criterion; 0 if it does not matter to the project.
    """

    framework: str
    criterion: str
    weight: float
    heard: Heard
    now: Performance
    without: Performance


@record
class RestingRule:
    """A rule that rests on a claim, and whether it fired."""

    rule: str
    fired: bool


@record
class ClaimTrace:
    """What one claim does in one report.

    `says` is where it puts each framework on its criterion's scale, `alone` what it
    weighs, heard or not, on each criterion where nothing more special is said.
    """

    claim: str
    standing: ProjectStanding
    says: Mapping[str, float]
    alone: Mapping[str, Factors]
    cells: tuple[TouchedCell, ...]
    rules: tuple[RestingRule, ...]
    now: Order
    without: Order


@record
class CountingClaim:
    """A claim that something rests on, and how it stands for the project."""

    claim: str
    standing: ProjectStanding


@record
class Moved:
    """The weight of a criterion now and otherwise; 0 if it does not matter."""

    criterion: str
    now: float
    otherwise: float


@record
class RuleTrace:
    """What one rule does in one report.

    `borne_out` is false where none of its claims belongs to the evidence: then it is
    silent whatever its condition. `moved` and `otherwise` tell what the report would be
    without the rule or, where it did not fire, if it had.
    """

    rule: str
    truth: Truth
    tests: tuple[Tried, ...]
    borne_out: bool
    near: tuple[Unmet, ...]
    claims: tuple[CountingClaim, ...]
    excluded: tuple[str, ...]
    moved: tuple[Moved, ...]
    now: Order
    otherwise: Order

    @property
    def fired(self) -> bool:
        """Say whether the rule fired."""
        return self.borne_out and self.truth is Truth.TRUE


@record
class CriterionCell:
    """How one framework does on a criterion, and everything that was heard of it."""

    framework: str
    fate: Fate
    performance: Performance
    heard: tuple[Heard, ...]


class Irrelevant(Enum):
    """Instead of a weighting: the criterion does not matter to the project."""

    IRRELEVANT = "irrelevant"


@record
class CriterionTrace:
    """What one criterion does in one report; `cells` in the order of the ranking.

    `silent` are the claims that touch it and are not heard.
    """

    criterion: str
    weighting: Weighting | Irrelevant
    cells: tuple[CriterionCell, ...]
    silent: tuple[CountingClaim, ...]
    contradictions: tuple[Settlement, ...]
    now: Order
    without: Order


Trace = ClaimTrace | RuleTrace | CriterionTrace


@record
class Contender:
    """A framework with the score that it has or, left out, would have had.

    `rank` is the place of that score among those that were ranked.
    """

    framework: str
    score: Score
    rank: int
