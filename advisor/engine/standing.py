"""Which claims count on a date, and which are set aside and why."""

from collections.abc import Collection, Mapping
from datetime import date

from advisor.engine.conditions import holds
from advisor.engine.facts import Facts
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.report import SetAside


@record
class Standing:
    """The claims in force, and those set aside; what was not yet said is in neither."""

    in_force: Mapping[str, Claim]
    set_aside: tuple[SetAside, ...]


def standing(
    knowledge: Knowledge,
    as_of: date,
    evidence: Evidence,
    criteria: Collection[str] | None = None,
    facts: Facts | None = None,
) -> Standing:
    """Sort the claims that were made by `as_of` into those that count and the rest.

    A restatement is neither in force nor set aside: what it restates speaks for it.
    With `criteria`, claims that touch none of them are left out, unless they supersede
    others: the cells of these criteria come out the same. With `facts`, claims under a
    condition that does not hold for the project are left out and supersede nothing.
    """
    wording = knowledge.wording
    made = {
        claim.id: claim
        for claim in knowledge.claims.values()
        if (criteria is None or _touches(claim, knowledge, criteria))
        and (facts is None or _bears(claim, facts))
        and _made(claim, knowledge, as_of, evidence)
    }
    expired = {
        claim.id: reason
        for claim in made.values()
        if (reason := _expiry(claim, knowledge, as_of))
    }
    successors = {
        old: claim.id
        for _, claim in sorted(made.items())
        if claim.id not in expired
        for old in claim.supersedes
        if old in made
    }
    aside = {
        **{each: SetAside(each, reason, None) for each, reason in expired.items()},
        **{
            old: SetAside(old, wording("engine.superseded", claim=new), new)
            for old, new in successors.items()
        },
    }
    in_force = {each: claim for each, claim in made.items() if each not in aside}
    return Standing(in_force, tuple(aside[each] for each in sorted(aside)))


def lasting(knowledge: Knowledge, as_of: date, evidence: Evidence) -> dict[str, Claim]:
    """Return the claims that were made by `as_of` and have not expired.

    Whether they bear on a project, and what they supersede then, is still open.
    """
    return {
        claim.id: claim
        for claim in knowledge.claims.values()
        if _made(claim, knowledge, as_of, evidence)
        and not _expiry(claim, knowledge, as_of)
    }


def _made(claim: Claim, knowledge: Knowledge, as_of: date, evidence: Evidence) -> bool:
    return (
        not claim.restates
        and counts(claim, knowledge, evidence)
        and knowledge.date_of(claim) <= as_of
    )


def _touches(claim: Claim, knowledge: Knowledge, criteria: Collection[str]) -> bool:
    return (
        knowledge.criterion_of[claim.id] in criteria
        or bool(claim.supersedes)
        or any(each in criteria for each in claim.also)
    )


def _bears(claim: Claim, facts: Facts) -> bool:
    return claim.when is None or holds(claim.when, facts)


def counts(claim: Claim, knowledge: Knowledge, evidence: Evidence) -> bool:
    """Say whether a claim belongs to the evidence that is asked for."""
    source = knowledge.sources[claim.source]
    return evidence is Evidence.ALL or source.is_document


def _expiry(claim: Claim, knowledge: Knowledge, as_of: date) -> str:
    if claim.valid_until is not None and claim.valid_until <= as_of:
        day = claim.valid_until.isoformat()
        return knowledge.wording("engine.expired", day=day)
    if claim.versions is not None:
        framework = knowledge.frameworks[claim.versions.framework]
        successor = framework.release(claim.versions.below)
        if successor is not None and successor.date <= as_of:
            return knowledge.wording(
                "engine.outdated",
                framework=framework.name,
                version=successor.version,
                day=successor.date.isoformat(),
            )
    return ""
