"""Comparing frameworks on every scored criterion."""

from collections.abc import Mapping, Sequence
from datetime import date

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.facts import Facts
from advisor.engine.matrix import perform
from advisor.engine.standing import standing
from advisor.model.comparison import ComparedCriterion, Comparison, Fate, Judged
from advisor.model.criterion import Criterion, Group
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known, Performance
from advisor.model.profile import Profile
from advisor.model.report import NotJudged, Ranked, Report
from advisor.model.score import Score


def compare(
    knowledge: Knowledge,
    frameworks: Sequence[str],
    profile: Profile | None,
    as_of: date,
    evidence: Evidence,
) -> Comparison:
    """Put frameworks side by side; with a profile, what matters to it comes first.

    Without a profile every claim is heard, also those that bear on some projects only,
    and the criteria that are worked out for each project are left out.
    """
    found = None
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
        for each in frameworks
    }
    margin = knowledge.constants.tie_margin.value
    rows = tuple(
        _row(
            each.id,
            {name: row.get(each.id, SILENCE) for name, row in cells.items()},
            weights.get(each.id, 0.0) if profile is not None else None,
            margin,
        )
        for each in _ordered(knowledge, weights, derived=profile is not None)
    )
    return Comparison(
        frameworks=tuple(frameworks),
        project=profile.project if profile is not None else None,
        as_of=as_of,
        evidence=evidence,
        rows=rows,
        judged=()
        if found is None
        else tuple(Judged(e, scores[e], fate(e, found)) for e in frameworks),
        ranked=0 if found is None else len(found.ranking),
    )


def fate(framework: str, found: Appraisal | Report) -> Fate:
    """Return what became of a framework: ranked, not judged, or excluded."""
    judged: tuple[Ranked | NotJudged, ...] = (*found.ranking, *found.not_judged)
    for each in judged:
        if each.framework == framework:
            return each
    return tuple(each for each in found.excluded if each.framework == framework)


def _ordered(
    knowledge: Knowledge, weights: Mapping[str, float], *, derived: bool
) -> list[Criterion]:
    groups = list(Group)
    return sorted(
        (each for each in knowledge.scored() if derived or not each.derived),
        key=lambda each: (
            -weights.get(each.id, 0.0),
            groups.index(each.group),
            each.id,
        ),
    )


def _row(
    criterion: str,
    cells: Mapping[str, Performance],
    weight: float | None,
    margin: float,
) -> ComparedCriterion:
    known = {
        name: each.value for name, each in cells.items() if isinstance(each, Known)
    }
    best = max(known.values(), default=0.0)
    near = tuple(name for name, value in known.items() if best - value <= margin)
    ahead = near if len(near) < len(known) else ()
    return ComparedCriterion(criterion, tuple(cells.values()), ahead, weight)
