"""A claim to the bottom: does it count here, how much, where, and what if it did not."""

from collections.abc import Iterator
from dataclasses import replace

from advisor.engine.testify import performances
from advisor.engine.trace import (
    Ground,
    decided,
    factors_alone,
    ground,
    heard,
    standing_of,
)
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known
from advisor.model.trace import ClaimTrace, RestingRule, TouchedCell


def trace_claim(claim: str, own: Ground) -> ClaimTrace:
    """Follow a claim through the report that stands on `own`."""
    record = own.knowledge.claims[claim]
    without = without_claim(own.knowledge, claim)
    criteria = (own.knowledge.criterion_of[claim], *record.also)
    fired = {each.rule for each in own.found.firings}
    return ClaimTrace(
        claim=claim,
        standing=standing_of(record, own),
        says=performances(record, own.knowledge),
        alone={each: factors_alone(record, each, own) for each in criteria},
        cells=tuple(_cells(claim, own, without)),
        rules=tuple(
            RestingRule(each.id, each.id in fired)
            for each in own.knowledge.rules.values()
            if claim in each.claims
        ),
        now=decided(own, own.knowledge, own.profile),
        without=decided(own, without, own.profile),
    )


def without_claim(knowledge: Knowledge, claim: str) -> Knowledge:
    """Return the rule base as if nobody had said this.

    A rule that rests on it alone goes with it.
    """
    left = {
        each.id: replace(each, claims=tuple(c for c in each.claims if c != claim))
        for each in knowledge.rules.values()
        if each.claims != (claim,)
    }
    claims = {each: own for each, own in knowledge.claims.items() if each != claim}
    return replace(knowledge, claims=claims, rules=left)


def _cells(claim: str, own: Ground, without: Knowledge) -> Iterator[TouchedCell]:
    then = ground(without, own.profile, own.as_of, own.evidence).matrix
    for framework, row in own.matrix.items():
        for criterion, cell in row.items():
            if own.knowledge.criteria[criterion].derived or not isinstance(cell, Known):
                continue
            said = [each for each in cell.testimonies if each.claim == claim]
            for each in heard(said, criterion, own):
                yield TouchedCell(
                    framework=framework,
                    criterion=criterion,
                    weight=own.weights.get(criterion, 0.0),
                    heard=each,
                    now=cell,
                    without=then[framework].get(criterion, SILENCE),
                )
