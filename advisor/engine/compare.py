"""Comparing two frameworks on every scored criterion."""

from collections.abc import Mapping
from datetime import date

from advisor.engine.facts import facts_of
from advisor.engine.fire import fire
from advisor.engine.recommend import perform
from advisor.engine.standing import standing
from advisor.engine.weigh import weigh
from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.criterion import Group
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE
from advisor.model.profile import Profile


def compare(
    knowledge: Knowledge,
    pair: tuple[str, str],
    profile: Profile | None,
    as_of: date,
    evidence: Evidence,
) -> Comparison:
    """Put two frameworks side by side; with a profile, what matters to it comes first."""
    matrix = perform(knowledge, standing(knowledge, as_of, evidence), as_of)
    weights = _weights(knowledge, profile)
    groups = list(Group)
    ordered = sorted(
        knowledge.scored(),
        key=lambda each: (
            -weights.get(each.id, 0.0),
            groups.index(each.group),
            each.id,
        ),
    )
    first, second = pair
    rows = tuple(
        ComparedCriterion(
            criterion=each.id,
            first=matrix[first].get(each.id, SILENCE),
            second=matrix[second].get(each.id, SILENCE),
            weight=weights.get(each.id, 0.0) if profile is not None else None,
        )
        for each in ordered
    )
    project = profile.project if profile is not None else None
    return Comparison(first, second, project, as_of, evidence, rows)


def _weights(knowledge: Knowledge, profile: Profile | None) -> Mapping[str, float]:
    if profile is None:
        return {}
    facts = facts_of(profile)
    firings = fire(knowledge.rules.values(), facts)
    weighting = weigh(knowledge, profile, facts, firings)
    return {each.criterion: each.weight for each in weighting}
