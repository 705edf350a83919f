"""What a recommendation consists of. Finished: renderers only have to write it down."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from math import fsum, sqrt

from advisor.model.evidence import Evidence
from advisor.model.performance import Gap, Known, Testimony
from advisor.model.question import Answer
from advisor.model.record import record
from advisor.model.rule import Effects


class Verdict(StrEnum):
    """How far the evidence carries."""

    CLEAR = "clear"
    LEANING = "leaning"
    TIE = "tie"
    NO_BASIS = "no-basis"


@record
class Contribution:
    """One addend of a score: weight times value. `value` lies between `low` and `high`."""

    criterion: str
    weight: float
    value: float
    low: float
    high: float
    performance: Known

    @property
    def amount(self) -> float:
        """What it adds to the score."""
        return self.weight * self.value


@record
class OpenShare:
    """The share of a score that a gap leaves open: `weight` times 0 to 1."""

    criterion: str
    weight: float
    value: float
    gap: Gap

    @property
    def amount(self) -> float:
        """What it adds to the score at the neutral middle."""
        return self.weight * self.value


def _joint(errors: list[float]) -> float:
    """Return the size of independent errors together: the root of their squares."""
    return sqrt(fsum(error**2 for error in errors))


@record
class Score:
    """The parts are the explanation; the total is derived from them, from 0 to 1.

    `low` and `high` bound what the score may be: the errors of known cells are taken as
    independent and add up as squares, while gaps count in full, from 0 to 1.
    """

    contributions: tuple[Contribution, ...]
    gaps: tuple[OpenShare, ...]

    @property
    def value(self) -> float:
        """The score, with gaps at the neutral middle of their scale."""
        return fsum(self.amounts.values())

    @property
    def low(self) -> float:
        """The lower bound."""
        parts = [(part.weight * (part.value - part.low)) for part in self.contributions]
        return self.value - _joint(parts) - fsum(g.amount for g in self.gaps)

    @property
    def high(self) -> float:
        """The upper bound."""
        parts = [
            (part.weight * (part.high - part.value)) for part in self.contributions
        ]
        open_ = fsum(gap.weight * (1 - gap.value) for gap in self.gaps)
        return self.value + _joint(parts) + open_

    @property
    def amounts(self) -> Mapping[str, float]:
        """What each criterion adds to the score, gaps at their neutral middle."""
        known = {part.criterion: part.amount for part in self.contributions}
        return known | {gap.criterion: gap.amount for gap in self.gaps}

    def lead_over(self, other: "Score") -> Mapping[str, float]:
        """Return by how much each criterion moves the lead over another score."""
        theirs = other.amounts
        return {each: own - theirs[each] for each, own in self.amounts.items()}

    @property
    def testimonies(self) -> tuple[Testimony, ...]:
        """Everything that was heard for the known cells."""
        return tuple(
            testimony
            for part in self.contributions
            for testimony in part.performance.testimonies
        )

    @property
    def coverage(self) -> float:
        """The share of the weight that rests on evidence, from 0 to 1."""
        return fsum(part.weight for part in self.contributions)

    @property
    def uncertainty(self) -> float:
        """Half the width of the interval that is shown, so that verdict and bar agree."""
        return (self.high - self.low) / 2


@record
class Robustness:
    """Results of sampling weights and intervals (SMAA-2, Lahdelma & Salminen 2001).

    `rank_acceptability[k]` is the share of samples in which the framework has rank k+1.
    """

    rank_acceptability: tuple[float, ...]


@record
class NotComputed:
    """A result that this run did not work out; never to be read as zero."""

    reason: str


@record
class Ranked:
    """A framework in the ranking. Equal ranks are ties."""

    framework: str
    rank: int
    score: Score
    robustness: Robustness | NotComputed


@record
class NotJudged:
    """A framework with too little evidence for this profile to be ranked."""

    framework: str
    reason: str
    score: Score


@record
class Excluded:
    """A framework that a hard requirement removed."""

    framework: str
    rule: str
    reason: str
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@record
class SetAside:
    """A claim that no longer counts on the as-of date, and what took its place."""

    claim: str
    reason: str
    superseded_by: str | None


@record
class Firing:
    """A rule that fired, the facts it saw and what it did."""

    rule: str
    facts: Mapping[str, Answer]
    effects: Effects


@record
class Recommendation:
    """What to use. `stack` starts with the framework itself."""

    framework: str
    stack: tuple[str, ...]


@record
class Weighting:
    """How important a criterion is: its normalised weight and where it came from.

    `rules` maps the rules that raised it to the importance each added; `stated` is the
    user's own `weights` entry, which replaces them; `priority` the share of a priority.
    """

    criterion: str
    weight: float
    rules: Mapping[str, float]
    priority: float
    stated: float | None
    enough: float | None


@record
class Report:
    """The whole result. Same knowledge, profile, date and evidence: the same report."""

    project: str
    as_of: date
    evidence: Evidence
    knowledge_version: str
    knowledge_digest: str
    verdict: Verdict
    summary: str
    recommendation: Recommendation | None
    weighting: tuple[Weighting, ...]
    ranking: tuple[Ranked, ...]
    not_judged: tuple[NotJudged, ...]
    excluded: tuple[Excluded, ...]
    set_aside: tuple[SetAside, ...]
    open_questions: tuple[str, ...]
    idle_answers: tuple[str, ...]
    trace: tuple[Firing, ...]

    @property
    def claims(self) -> set[str]:
        """The ids of all claims that a score in the ranking rests on."""
        return {heard.claim for r in self.ranking for heard in r.score.testimonies}
