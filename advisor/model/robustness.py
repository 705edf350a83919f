"""How sure a recommendation is, and what would change it."""

from collections.abc import Mapping
from enum import Enum, StrEnum

from advisor.model.question import Answer
from advisor.model.record import record


@record
class NeverFirst:
    """The framework came first in no sample, so nothing speaks for its being first."""


@record
class Favour:
    """What a project would have to care about for a framework to come first.

    `weights` is the mean of the sampled weights under which it came first (its central
    weights, by criterion, summing to 1); `confidence` the share of samples of the
    performances in which it comes first under just these weights.
    """

    weights: Mapping[str, float]
    confidence: float


@record
class Acceptability:
    """How often a framework took each rank when weights and performances were sampled.

    `ranks[k]` is the share of samples in which it had rank k+1. Who is exactly equal in
    a sample shares its ranks, so the shares sum to 1 over ranks and over frameworks.
    """

    framework: str
    ranks: tuple[float, ...]
    favour: Favour | NeverFirst

    @property
    def first(self) -> float:
        """The share of samples in which it came first."""
        return self.ranks[0]


@record
class Sampled:
    """The ranking under sampled weights and performances (SMAA-2, Lahdelma & Salminen
    2001); `frameworks` in the order of the ranking, none where nothing was ranked.

    `error` is the half width of the 95 % interval of the least certain of the shares.
    `sure` is the share of samples in which the first of the ranking came first; where it
    is alone, in which it did better than the neutral middle of the scales.
    """

    samples: int
    error: float
    frameworks: tuple[Acceptability, ...]
    sure: float = 0.0

    def of(self, framework: str) -> Acceptability | None:
        """Return what came of a framework; None where it was not ranked."""
        return next((e for e in self.frameworks if e.framework == framework), None)


@record
class StableWeight:
    """Between which weights of one criterion the first of the ranking stays first.

    The other weights keep their proportions. `under` comes first just below `low` and
    `over` just above `high`; empty where the bound is 0 or 1 and nobody does.
    """

    criterion: str
    weight: float
    low: float
    high: float
    under: str
    over: str


class Cleared(Enum):
    """In a set of changed answers: the question would have no answer."""

    CLEARED = "cleared"


Changes = Mapping[str, Answer | Cleared]


@record
class TippingPoint:
    """The smallest set of changed answers that makes a framework win.

    No smaller set does: every one was ruled out. `lead` is by how much its score is then
    ahead of the next. `others` counts the further sets of the same size that would.
    """

    framework: str
    changes: Changes
    lead: float
    others: int


@record
class NoTippingPoint:
    """No set of up to `searched` changed answers makes the framework win; proved."""

    framework: str
    searched: int


@record
class Without:
    """What comes of the ranking without one source, or without one criterion.

    `first` is who comes first then (empty: nobody is left to rank), `lead` the lead of
    the framework that comes first now over the best of the others then: below zero if it
    has lost it.
    """

    what: str
    first: str
    lead: float


@record
class Noise:
    """The lead that evidence without any meaning would give.

    The cells of each criterion were dealt out among the ranked frameworks at random,
    `shuffles` times. `floor` is the lead of the first over the second that one shuffle
    in twenty exceeds, `reached` the share of shuffles whose lead was as large as the
    real one, which is `lead`.
    """

    shuffles: int
    lead: float
    floor: float
    reached: float


class Method(StrEnum):
    """Other ways of making one order out of the same matrix and weights."""

    WEIGHTED_PRODUCT = "weighted-product"
    TOPSIS = "topsis"
    PROMETHEE = "promethee"


@record
class Opinion:
    """The order that another method gives, best first."""

    method: Method
    order: tuple[str, ...]


@record
class Dominated:
    """A framework that others equal or surpass on every criterion that matters."""

    framework: str
    by: tuple[str, ...]


@record
class OpenQuestion:
    """How much the answer to a question that is still open could matter.

    `low` and `high` bound the lead of the framework that comes first now over the best
    of the others, over all single answers; `winners` maps those that would come first
    instead to the answer that brings them there. `nobody` are the answers after which
    no framework is left to rank, though one is now.
    """

    question: str
    low: float
    high: float
    winners: Mapping[str, Answer]
    nobody: tuple[Answer, ...] = ()


@record
class Challenge:
    """Everything that was tried to shake a recommendation.

    `stable_weights` come with the least room first; `without_source` and
    `without_criterion` in the order of the lead that is left, least first;
    `open_questions` in the order of how far they could lower it. `noise` is None where
    chance has nothing to deal out: with one framework, or one criterion.
    """

    stable_weights: tuple[StableWeight, ...]
    tipping_points: tuple[TippingPoint | NoTippingPoint, ...]
    without_source: tuple[Without, ...]
    without_criterion: tuple[Without, ...]
    noise: Noise | None
    opinions: tuple[Opinion, ...]
    dominated: tuple[Dominated, ...]
    open_questions: tuple[OpenQuestion, ...]
