"""Comparing two frameworks on every scored criterion."""

from collections.abc import Mapping
from datetime import date

from advisor.engine.appraise import appraise
from advisor.engine.facts import Facts
from advisor.engine.matrix import perform
from advisor.engine.standing import standing
from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.criterion import Group
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE
from advisor.model.profile import Profile
from advisor.model.score import Score


def compare(
    knowledge: Knowledge,
    pair: tuple[str, str],
    profile: Profile | None,
    as_of: date,
    evidence: Evidence,
) -> Comparison:
    """Put two frameworks side by side; with a profile, what matters to it comes first.

    Without a profile every claim is heard, also those that bear on some projects only,
    and the criteria that are worked out for each project are left out.
    """
    weights: Mapping[str, float] = {}
    facts: Facts | None = None
    scores: Mapping[str, Score] = {}
    if profile is not None:
        found = appraise(knowledge, profile, as_of, evidence)
        weights = {each.criterion: each.weight for each in found.weighting}
        facts, scores = found.facts, found.scores
    held = standing(knowledge, as_of, evidence, facts=facts)
    matrix = perform(knowledge, held, as_of, project=facts is not None)
    cells = {
        each: {**matrix[each], **(scores[each].cells if each in scores else {})}
        for each in pair
    }
    groups = list(Group)
    ordered = sorted(
        (each for each in knowledge.scored() if not each.derived or facts is not None),
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
            first=cells[first].get(each.id, SILENCE),
            second=cells[second].get(each.id, SILENCE),
            weight=weights.get(each.id, 0.0) if profile is not None else None,
        )
        for each in ordered
    )
    project = profile.project if profile is not None else None
    return Comparison(first, second, project, as_of, evidence, rows)
