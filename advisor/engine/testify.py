"""From claims in force to what each of them says about each cell of the matrix."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from advisor.engine.standing import Standing
from advisor.model.constants import Constants
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony

# (framework, criterion)
Cell = tuple[str, str]

_DAYS_A_YEAR = 365.25


def testimonies(
    knowledge: Knowledge, standing: Standing, as_of: date
) -> dict[Cell, tuple[Testimony, ...]]:
    """Return every testimony on every cell.

    A claim speaks on its own criterion, and with `constants.secondary` of its weight on
    those in `also`. Its weight is reliability x confidence x freshness; freshness halves
    with every half-life of the criterion.
    """
    cells: defaultdict[Cell, list[Testimony]] = defaultdict(list)
    for claim in standing.in_force.values():
        weights = weights_of(claim, knowledge, as_of)
        for framework, performance in performances(claim, knowledge.constants).items():
            for criterion, weight in weights.items():
                testimony = Testimony(claim.id, claim.source, performance, weight)
                cells[framework, criterion].append(testimony)
    return {cell: tuple(each) for cell, each in cells.items()}


def performances(claim: Claim, constants: Constants) -> Mapping[str, float]:
    """Turn direction and strength into performances, unless the claim states them."""
    if claim.performance is not None:
        return claim.performance
    if claim.strength is None:
        return {}
    favoured = constants.favours.values[claim.strength]
    against = constants.against.values[claim.strength]
    return {
        **dict.fromkeys(claim.favours, favoured),
        **dict.fromkeys(claim.against, against),
    }


def weights_of(claim: Claim, knowledge: Knowledge, as_of: date) -> Mapping[str, float]:
    """Return the weight of a claim on each criterion that it touches."""
    own = knowledge.criterion_of[claim.id]
    share = knowledge.constants.secondary.value
    return {
        own: weight_of(claim, own, knowledge, as_of),
        **{
            each: share * weight_of(claim, each, knowledge, as_of)
            for each in claim.also
        },
    }


def weight_of(claim: Claim, criterion: str, knowledge: Knowledge, as_of: date) -> float:
    """Return reliability x confidence x freshness of a claim on a criterion."""
    half_life = knowledge.criteria[criterion].half_life.years
    age = (as_of - knowledge.date_of(claim)).days / _DAYS_A_YEAR
    reliability = knowledge.sources[claim.source].reliability.value
    confidence = knowledge.constants.confidence.values[claim.confidence]
    return float(reliability * confidence * 2.0 ** (-age / half_life))
