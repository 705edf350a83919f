"""What a recommendation consists of. Finished: renderers only have to write it down."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum
from math import fsum

from advisor.model.condition import Test
from advisor.model.evidence import Evidence
from advisor.model.question import Answer
from advisor.model.record import record
from advisor.model.robustness import Challenge, Sampled
from advisor.model.route import Route
from advisor.model.rule import Effects
from advisor.model.score import Score


class Verdict(StrEnum):
    """How far the evidence carries."""

    CLEAR = "clear"
    LEANING = "leaning"
    TIE = "tie"
    NO_BASIS = "no-basis"


@record
class NotComputed:
    """A result that this run did not work out; never to be read as zero."""

    reason: str


NOT_SAMPLED = Sampled(0, 0.0, ())
NOT_CHALLENGED = NotComputed("nothing was tried to shake the recommendation")


@record
class Ranked:
    """A framework in the ranking. Equal ranks are ties."""

    framework: str
    rank: int
    score: Score


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

    @property
    def importance(self) -> float:
        """The raw importance of which the weight is the share."""
        given = fsum([*self.rules.values(), self.priority])
        return given if self.stated is None else self.stated


@record
class Horizon:
    """What comes first when the code has to live for so long, all else being equal."""

    horizon: str
    verdict: Verdict
    framework: str


@record
class Pairing:
    """Two frameworks that together serve every target, better than any one of them."""

    first: str
    first_targets: tuple[str, ...]
    second: str
    second_targets: tuple[str, ...]


@record
class Unknown:
    """A question that was asked and not known; `matters` if an answer could change it."""

    question: str
    matters: bool


@record
class Unmet:
    """One test of a rule that did not pass; `known` if the fact has another answer.

    `negated`: the rule asks for the test not to hold.
    """

    test: Test
    known: bool
    negated: bool = False


@record
class NearMiss:
    """A rule that did not fire, but for the single test `unmet`."""

    rule: str
    unmet: Unmet


@record
class Report:
    """The whole result. Same knowledge, profile, date and evidence: the same report.

    `answers` are those of the profile. `routes` has the best path from each framework to each target that it reaches,
    `unreached` the targets to which no path of any framework leads, `stacks` what to use
    with each framework that shares the first rank. `sampled` says how sure the ranking
    is, `challenge` what else was tried to shake it.
    """

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
    unknown: tuple[Unknown, ...]
    idle_answers: tuple[str, ...]
    trace: tuple[Firing, ...]
    routes: Mapping[str, Mapping[str, Route]]
    unreached: tuple[str, ...]
    stacks: Mapping[str, tuple[str, ...]]
    together: Pairing | None
    horizons: tuple[Horizon, ...]
    answers: Mapping[str, Answer] = field(default_factory=dict)
    near_misses: tuple[NearMiss, ...] = ()
    sampled: Sampled = NOT_SAMPLED
    challenge: Challenge | NotComputed = NOT_CHALLENGED

    @property
    def claims(self) -> set[str]:
        """The ids of all claims that a score in the ranking rests on."""
        return {heard.claim for r in self.ranking for heard in r.score.testimonies}
