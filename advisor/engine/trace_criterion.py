"""A criterion to the bottom: its weight, every cell, every voice, and what if not."""

from collections.abc import Iterator
from dataclasses import replace

from advisor.engine.appraise import Appraisal
from advisor.engine.compare import fate
from advisor.engine.settle import settle
from advisor.engine.testify import performances
from advisor.engine.trace import Ground, counting, decided, heard
from advisor.model.evidence import Contradiction
from advisor.model.performance import SILENCE, Known
from advisor.model.profile import Profile
from advisor.model.report import Excluded, NotJudged, Ranked
from advisor.model.trace import CriterionCell, CriterionTrace, Irrelevant


def trace_criterion(
    criterion: str, own: Ground, framework: str | None = None
) -> CriterionTrace:
    """Follow a criterion through the report that stands on `own`.

    With a `framework`, only its cell is told.
    """
    cells = [
        _cell(each, criterion, own)
        for each in _in_order(own.found)
        if framework in (None, each)
    ]
    said = {each.claim for cell in cells for each in cell.heard}
    weighting = [each for each in own.found.weighting if each.criterion == criterion]
    return CriterionTrace(
        criterion=criterion,
        weighting=weighting[0] if weighting else Irrelevant.IRRELEVANT,
        cells=tuple(cells),
        silent=counting(_silent(criterion, said, own, framework), own),
        contradictions=tuple(
            settle(each, own.knowledge, own.held, own.as_of)
            for each in own.knowledge.contradictions.values()
            if _concerns(each, criterion, own)
        ),
        now=decided(own, own.knowledge, own.profile),
        without=decided(own, own.knowledge, without_criterion(own.profile, criterion)),
    )


def without_criterion(profile: Profile, criterion: str) -> Profile:
    """Return the profile of somebody to whom this criterion does not matter."""
    return replace(profile, weights={**profile.weights, criterion: 0.0})


def _in_order(found: Appraisal) -> dict[str, None]:
    """Return every framework, those that were ranked first."""
    every: tuple[Ranked | NotJudged | Excluded, ...]
    every = (*found.ranking, *found.not_judged, *found.excluded)
    return dict.fromkeys(each.framework for each in every)


def _cell(framework: str, criterion: str, own: Ground) -> CriterionCell:
    cell = own.matrix[framework].get(criterion, SILENCE)
    said = cell.testimonies if isinstance(cell, Known) else ()
    became = fate(framework, own.found)
    return CriterionCell(framework, became, cell, tuple(heard(said, criterion, own)))


def _touching(criterion: str, own: Ground) -> Iterator[str]:
    for claim in own.knowledge.claims.values():
        if criterion in (own.knowledge.criterion_of[claim.id], *claim.also):
            yield claim.id


def _silent(
    criterion: str, said: set[str], own: Ground, framework: str | None
) -> Iterator[str]:
    """Yield the claims that speak of a framework here but are not heard."""
    for each in _touching(criterion, own):
        about = performances(own.knowledge.claims[each], own.knowledge)
        if each not in said and about and (framework is None or framework in about):
            yield each


def _concerns(contradiction: Contradiction, criterion: str, own: Ground) -> bool:
    touching = set(_touching(criterion, own))
    return any(touching.intersection(side.claims) for side in contradiction.sides)
