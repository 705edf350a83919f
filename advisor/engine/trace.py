"""What the deep views of a report share: its ground, and how a claim stands on it.

What a claim, a rule or a criterion does is told by leaving it out and deciding again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import assert_never

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.conditions import evaluate, holds
from advisor.engine.facts import Facts
from advisor.engine.matrix import Matrix, perform
from advisor.engine.rank import ranks
from advisor.engine.recommend import recommend
from advisor.engine.standing import Standing, counts, standing
from advisor.engine.testify import age_of, weights_of
from advisor.model.condition import (
    All,
    Any_,
    Condition,
    In,
    Includes,
    Is,
    Not,
    Test,
)
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.report import Report
from advisor.model.snapshot import InForce, LeftOut, NotYetSaid, Restatement
from advisor.model.trace import (
    Contender,
    CountingClaim,
    Factors,
    Heard,
    NotBearing,
    Order,
    Placed,
    ProjectStanding,
    Tried,
    Unanswered,
    Weightless,
)


@record
class Ground:
    """Everything that one report stands on.

    Other than in the appraisal, `held` and `matrix` cover every criterion, whether it
    matters to the project or not; a derived one is in the matrix only if it does.
    """

    knowledge: Knowledge
    profile: Profile
    as_of: date
    evidence: Evidence
    found: Appraisal
    held: Standing
    matrix: Matrix

    @property
    def weights(self) -> dict[str, float]:
        """The weight of each criterion that matters."""
        return {each.criterion: each.weight for each in self.found.weighting}


def ground(
    knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
) -> Ground:
    """Work out what a report on this profile stands on."""
    found = appraise(knowledge, profile, as_of, evidence)
    held = standing(knowledge, as_of, evidence, facts=found.facts)
    said = perform(knowledge, held, as_of, project=True)
    matrix = {each: {**row, **found.scores[each].cells} for each, row in said.items()}
    return Ground(knowledge, profile, as_of, evidence, found, held, matrix)


def contender(own: Ground, framework: str) -> Contender:
    """Return a framework with its score, whatever became of it."""
    score = own.found.scores[framework]
    values = {each.framework: each.score.value for each in own.found.ranking}
    margin = own.knowledge.constants.tie_margin.value
    places = ranks({**values, framework: score.value}, margin)
    return Contender(framework, score, places[framework])


def order_of(report: Report) -> Order:
    """Return the verdict and the ranking of a report."""
    return Order(
        report.verdict,
        tuple(
            Placed(each.framework, each.rank, each.score.value)
            for each in report.ranking
        ),
    )


def decided(own: Ground, knowledge: Knowledge, profile: Profile) -> Order:
    """Decide once more with another rule base or another profile."""
    return order_of(recommend(knowledge, profile, own.as_of, own.evidence))


def tried(condition: Condition, facts: Facts) -> tuple[Tried, ...]:
    """Return every test of a condition with its outcome, from left to right."""
    return tuple(
        Tried(
            test,
            evaluate(test, facts),
            facts.get(test.fact, Unanswered.UNANSWERED),
            negated,
        )
        for test, negated in dict.fromkeys(_demanded(condition))
    )


def _demanded(
    condition: Condition, *, negated: bool = False
) -> Iterator[tuple[Test, bool]]:
    """Yield every test, and whether the condition asks for it not to hold."""
    match condition:
        case All(parts) | Any_(parts):
            for part in parts:
                yield from _demanded(part, negated=negated)
        case Not(part):
            yield from _demanded(part, negated=not negated)
        case Is() | In() | Includes():
            yield condition, negated
        case _:
            assert_never(condition)


def standing_of(claim: Claim, own: Ground) -> ProjectStanding:
    """Say whether a claim counts for the project, and if not, why not."""
    if not counts(claim, own.knowledge, own.evidence):
        return LeftOut()
    said_on = own.knowledge.date_of(claim)
    if said_on > own.as_of:
        return NotYetSaid(said_on)
    if claim.restates:
        return Restatement(claim.restates)
    if claim.when is not None and not holds(claim.when, own.found.facts):
        return NotBearing(tried(claim.when, own.found.facts))
    aside = next((e for e in own.held.set_aside if e.claim == claim.id), None)
    if aside is not None:
        return aside
    weights = weights_of(claim, own.knowledge, own.as_of)
    heard = {each: value for each, value in weights.items() if each in own.weights}
    return InForce(heard) if heard else Weightless()


def counting(claims: Iterable[str], own: Ground) -> tuple[CountingClaim, ...]:
    """Return claims with how they stand."""
    return tuple(
        CountingClaim(each, standing_of(own.knowledge.claims[each], own))
        for each in claims
    )


def heard(
    testimonies: Iterable[Testimony], criterion: str, own: Ground
) -> Iterator[Heard]:
    """Yield what is said in a cell, the weightiest first."""
    for each in sorted(testimonies, key=lambda said: (-said.weight, said.claim)):
        factors = _factors(each, criterion, own)
        yield Heard(each.claim, each.performance, factors)


def _factors(said: Testimony, criterion: str, own: Ground) -> Factors:
    """Take a weight apart. In a derived cell only the reliability counts."""
    claim = own.knowledge.claims[said.claim]
    if own.knowledge.criteria[criterion].derived:
        half_life = own.knowledge.criteria[criterion].half_life.years
        return Factors(said.weight, 1.0, 0.0, half_life, 1.0, 1.0)
    alone = factors_alone(claim, criterion, own)
    return replace(alone, specificity=said.weight / alone.weight)


def factors_alone(claim: Claim, criterion: str, own: Ground) -> Factors:
    """Return what a claim weighs on a criterion where nothing more special is said."""
    knowledge = own.knowledge
    main = knowledge.criterion_of[claim.id] == criterion
    return Factors(
        reliability=knowledge.sources[claim.source].reliability.value,
        confidence=knowledge.constants.confidence.values[claim.confidence],
        age=age_of(claim, knowledge, own.as_of),
        half_life=knowledge.criteria[criterion].half_life.years,
        share=1.0 if main else knowledge.constants.secondary.value,
        specificity=1.0,
    )
