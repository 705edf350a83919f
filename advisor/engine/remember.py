"""Keeping of a decision what it takes to say later what has moved."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from advisor.engine.digests import claim_digest, profile_digest, rule_digest
from advisor.engine.facts import facts_of
from advisor.engine.fire import fire, flags, grounded
from advisor.engine.standing import standing
from advisor.engine.testify import testimonies
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded, RecordedPath, RecordedRank
from advisor.model.report import Excluded, Ranked, Report
from advisor.model.score import Score

SECURITY = "security"
_PLACES = 6

Parts = Mapping[str, Mapping[str, float]]  # criterion, framework: share of its score


def remember(knowledge: Knowledge, profile: Profile, report: Report) -> Recorded:
    """Return the record of a decision: of `profile`, as `recommend` reports on it."""
    chosen = report.recommendation.framework if report.recommendation else ""
    in_use = profile.gate.framework or chosen
    heard = _heard(report, knowledge)
    rules = sorted(each.rule for each in report.trace)
    return Recorded(
        as_of=report.as_of,
        evidence=report.evidence,
        profile_digest=profile_digest(profile),
        knowledge_version=report.knowledge_version,
        knowledge_digest=report.knowledge_digest,
        verdict=report.verdict,
        framework=chosen,
        choice=profile.gate.framework,
        profile=Profile(
            answers=profile.answers,
            weights=profile.weights,
            allow_retired=profile.allow_retired,
        ),
        ranking=tuple(
            RecordedRank(each.framework, each.rank, round(each.score.value, _PLACES))
            for each in report.ranking
        ),
        excluded=excluding(report.excluded),
        parts=_rounded(parts_of(report.ranking)),
        paths=tuple(
            RecordedPath(target, each.path.id, each.milestone.maturity)
            for target, each in sorted(report.routes.get(in_use, {}).items())
        ),
        rules={each: rule_digest(knowledge.rules[each]) for each in rules},
        claims={
            each: claim_digest(knowledge.claims[each], knowledge) for each in heard
        },
        security=tuple(
            each.claim
            for each in on_security(
                knowledge, profile, in_use, report.as_of, report.evidence
            )
        ),
    )


def excluding(excluded: Iterable[Excluded]) -> Mapping[str, tuple[str, ...]]:
    """Return the frameworks that are excluded, each with its rules, both by id."""
    pairs = sorted({(each.framework, each.rule) for each in excluded})
    return {
        framework: tuple(rule for other, rule in pairs if other == framework)
        for framework, _ in pairs
    }


def parts_of(ranking: Iterable[Ranked]) -> Parts:
    """Return what each criterion added to the score of each in the ranking."""
    parts: dict[str, dict[str, float]] = {}
    for each in ranking:
        for criterion, amount in each.score.amounts.items():
            parts.setdefault(criterion, {})[each.framework] = amount
    return parts


def said_of(score: Score, knowledge: Knowledge) -> Mapping[str, float]:
    """Return the claims that a score rests on, with the most that each counts in it.

    What is only named with a cell that was worked out from other records is left out.
    """
    counts: dict[str, float] = {}
    for part in score.contributions:
        if not knowledge.criteria[part.criterion].derived:
            for said in part.performance.testimonies:
                own = part.weight * said.weight
                counts[said.claim] = max(own, counts.get(said.claim, 0.0))
    return counts


def on_security(
    knowledge: Knowledge,
    profile: Profile,
    framework: str,
    as_of: date,
    evidence: Evidence,
) -> tuple[Testimony, ...]:
    """Return what is said of the security of a framework for such a project, by claim.

    Whether the criterion has a weight in this project makes no difference.
    """
    facts = facts_of(profile)
    known = {**facts, **flags(fire(grounded(knowledge, evidence), facts))}
    held = standing(knowledge, as_of, evidence, {SECURITY}, known)
    said = testimonies(knowledge, held, as_of, project=True)
    return tuple(
        sorted(said.get((framework, SECURITY), ()), key=lambda each: each.claim)
    )


def _heard(report: Report, knowledge: Knowledge) -> Collection[str]:
    """Return the claims heard for whoever was not excluded, by id.

    Those of the first two would make the record shorter by a third, but nothing could be
    said of a third one that overtakes both.
    """
    scores = [
        *(each.score for each in report.ranking),
        *(each.score for each in report.not_judged),
    ]
    return sorted({claim for each in scores for claim in said_of(each, knowledge)})


def _rounded(parts: Parts) -> Parts:
    return {
        criterion: {each: round(amount, _PLACES) for each, amount in row.items()}
        for criterion, row in parts.items()
    }
