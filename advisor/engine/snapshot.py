"""The rule base as it stands on a day, worked out in full."""

from collections.abc import Mapping
from datetime import date

from advisor.engine.matrix import perform
from advisor.engine.settle import settle
from advisor.engine.standing import Standing, standing
from advisor.engine.testify import performances, weights_of
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.report import SetAside
from advisor.model.snapshot import (
    ClaimStanding,
    InForce,
    LeftOut,
    NotYetSaid,
    Restatement,
    Snapshot,
)


def snapshot(knowledge: Knowledge, as_of: date, evidence: Evidence) -> Snapshot:
    """Work out every claim, cell and contradiction as of a day."""
    held = standing(knowledge, as_of, evidence)
    aside = {each.claim: each for each in held.set_aside}
    return Snapshot(
        as_of=as_of,
        evidence=evidence,
        standings={
            claim.id: _standing(claim, knowledge, held, aside, as_of)
            for claim in knowledge.claims.values()
        },
        performances={
            claim.id: performances(claim, knowledge)
            for claim in knowledge.claims.values()
        },
        matrix=perform(knowledge, held, as_of),
        settlements={
            each.id: settle(each, knowledge, held, as_of)
            for each in knowledge.contradictions.values()
        },
    )


def _standing(
    claim: Claim,
    knowledge: Knowledge,
    held: Standing,
    aside: Mapping[str, SetAside],
    as_of: date,
) -> ClaimStanding:
    if claim.id in held.in_force:
        return InForce(weights_of(claim, knowledge, as_of))
    if claim.id in aside:
        return aside[claim.id]
    said_on = knowledge.date_of(claim)
    if said_on > as_of:
        return NotYetSaid(said_on)
    if claim.restates:
        return Restatement(claim.restates)
    return LeftOut()
