"""The whole rule base in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date

from advisor.model.case import Case
from advisor.model.constants import Constants
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Contradiction, ReasonedGap, Source
from advisor.model.language import Wording
from advisor.model.path import Path
from advisor.model.question import Question
from advisor.model.record import record
from advisor.model.rule import Rule
from advisor.model.system import Framework, Layer, Runtime, System

_DAYS_A_MONTH = 30.44


@record
class Knowledge:
    """Every record by id. `criterion_of` maps a claim to the file it stands in, `gaps`
    a criterion to the cells of which nothing can be said.

    `version` is the release of the built-in rule base, `digest` (`sha256:…`) the
    fingerprint of every file that was read, overlays included. `wording` is what the
    program says, in the language in which the records were read.
    """

    version: str
    digest: str
    constants: Constants
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    criterion_of: Mapping[str, str] = field(default_factory=dict)
    gaps: Mapping[str, tuple[ReasonedGap, ...]] = field(default_factory=dict)
    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    layers: Mapping[str, Layer] = field(default_factory=dict)
    runtimes: Mapping[str, Runtime] = field(default_factory=dict)
    paths: Mapping[str, Path] = field(default_factory=dict)
    systems: Mapping[str, System] = field(default_factory=dict)
    questions: Mapping[str, Question] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    contradictions: Mapping[str, Contradiction] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    profiles: Mapping[str, str] = field(default_factory=dict)
    wording: Wording = field(default_factory=Wording)

    def date_of(self, claim: Claim) -> date:
        """Return the claim's own date, else the date of its source."""
        return claim.date_ or self.sources[claim.source].date

    def held_until(self, claim: Claim) -> date:
        """Return the last day on which the claim is known to have held.

        That is when it was confirmed, or when it stopped being true; a claim of which
        neither is known was last seen to hold on the day it was made.
        """
        known = (self.date_of(claim), claim.confirmed, claim.valid_until)
        return max(each for each in known if each is not None)

    def months_stale(self, claims: Iterable[str], day: date) -> int:
        """Return for how many months nobody has made or confirmed any of the claims.

        At least 1; 0 as long as the newest is fresh (`fresh_days`), or there is none.
        """
        held = [self.held_until(self.claims[each]) for each in claims]
        days = (day - max(held)).days if held else 0
        if days <= self.constants.fresh_days.value:
            return 0
        return max(1, round(days / _DAYS_A_MONTH))

    def scored(self) -> tuple[Criterion, ...]:
        """Return the criteria that take part in the score, by id."""
        return tuple(each for each in self.criteria.values() if each.scored)

    def interview(self) -> tuple[Question, ...]:
        """Return the questions in the order they are asked."""
        return tuple(sorted(self.questions.values(), key=lambda each: each.order))
