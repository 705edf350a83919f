"""From claims in force to what each of them says about each cell of the matrix."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import log

from advisor.engine.score import piecewise_linear
from advisor.engine.standing import Standing
from advisor.model.condition import tests
from advisor.model.criterion import Measure, Shape
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony

# (framework, criterion)
Cell = tuple[str, str]

_DAYS_A_YEAR = 365.25


def testimonies(
    knowledge: Knowledge, standing: Standing, as_of: date, *, project: bool
) -> dict[Cell, tuple[Testimony, ...]]:
    """Return every testimony on every cell.

    A claim speaks on its own criterion, and with `constants.secondary` of its weight on
    those in `also`. Its weight is reliability x confidence x freshness; freshness is
    full up to the last day on which it is known to have held, and halves with every
    half-life of the criterion after it. For a `project`, what is said of just such
    projects outweighs what is said of all.
    """
    cells: defaultdict[Cell, list[Testimony]] = defaultdict(list)
    for claim in standing.in_force.values():
        weights = weights_of(claim, knowledge, as_of)
        for framework, performance in performances(claim, knowledge).items():
            for criterion, weight in weights.items():
                testimony = Testimony(claim.id, claim.source, performance, weight)
                cells[framework, criterion].append(testimony)
    if not project:
        return {cell: tuple(said) for cell, said in cells.items()}
    return {cell: specific_first(said, knowledge) for cell, said in cells.items()}


def specific_first(
    said: Sequence[Testimony], knowledge: Knowledge
) -> tuple[Testimony, ...]:
    """Let what is said of just such projects outweigh what is said of all.

    A claim is as special as its condition names different facts. For each fact that it
    names less than the most special one heard in the cell, it keeps the share
    `constants.general` of its weight.
    """
    general = knowledge.constants.general.value
    levels = {each.claim: _facts_named(knowledge.claims[each.claim]) for each in said}
    most = max(levels.values(), default=0)
    if not most:
        return tuple(said)
    return tuple(
        each
        if levels[each.claim] == most
        else replace(each, weight=each.weight * general ** (most - levels[each.claim]))
        for each in said
    )


def _facts_named(claim: Claim) -> int:
    return len({test.fact for test in tests(claim.when)}) if claim.when else 0


def performances(claim: Claim, knowledge: Knowledge) -> Mapping[str, float]:
    """Turn direction and strength into performances, unless the claim states them.

    A measurement becomes one through the measure of the criterion's scale.
    """
    if claim.performance is not None:
        return claim.performance
    if claim.measured is not None:
        measure = knowledge.criteria[knowledge.criterion_of[claim.id]].scale.measure
        return _on_scale(claim.measured, measure) if measure is not None else {}
    if claim.strength is None:
        return {}
    constants = knowledge.constants
    favoured = constants.favours.values[claim.strength]
    against = constants.against.values[claim.strength]
    return {
        **dict.fromkeys(claim.favours, favoured),
        **dict.fromkeys(claim.against, against),
    }


def _on_scale(measured: Mapping[str, float], measure: Measure) -> Mapping[str, float]:
    logarithmic = measure.shape is Shape.LOGARITHMIC
    step = log if logarithmic else float
    ends = sorted(((step(measure.worst), 0.0), (step(measure.best), 1.0)))
    least = min(measure.worst, measure.best)
    return {
        framework: piecewise_linear(step(max(value, least)), ends)
        for framework, value in measured.items()
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
    age = age_of(claim, knowledge, as_of)
    reliability = knowledge.sources[claim.source].reliability.value
    confidence = knowledge.constants.confidence.values[claim.confidence]
    return float(reliability * confidence * 2.0 ** (-age / half_life))


def age_of(claim: Claim, knowledge: Knowledge, as_of: date) -> float:
    """Return the years since the last day on which the claim is known to have held."""
    return max(0, (as_of - knowledge.held_until(claim)).days) / _DAYS_A_YEAR
