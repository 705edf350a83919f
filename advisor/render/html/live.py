"""The numbers behind a ranking, for the weights that a reader tries in the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.score import Score

# The sliders reach to three times the largest weight, in steps of half a percent.
_REACH = 3
_STEP = 0.5
_ROUND = 10


@dataclass(frozen=True, slots=True)
class Slider:
    """One weighted criterion; `value` and `most` in percent of the weight."""

    title: str
    value: float
    most: int


@dataclass(frozen=True, slots=True)
class Contender:
    """A framework that some weights could bring into the ranking."""

    id: str
    name: str


def sliders(report: Report, knowledge: Knowledge) -> tuple[Slider, ...]:
    """Return a slider for each weight, heaviest first."""
    heaviest = max((each.weight for each in report.weighting), default=0.0)
    most = ceil(100 * heaviest * _REACH / _ROUND) * _ROUND
    return tuple(
        Slider(
            knowledge.criteria[criterion].title,
            round(100 * weight / _STEP) * _STEP,
            min(100, most),
        )
        for criterion, weight in _weights(report).items()
    )


def contenders(report: Report, knowledge: Knowledge) -> tuple[Contender, ...]:
    """Return the ranked frameworks, then those that are not judged."""
    return tuple(
        Contender(each, knowledge.frameworks[each].name) for each in _scores(report)
    )


def numbers(report: Report, knowledge: Knowledge) -> Mapping[str, object]:
    """Return what the ranking is computed from, at full precision.

    `weights` in the order of the sliders, and for each framework a cell for each of
    them: `[value, low, high]` after the value function, or `[value]` for a gap.
    """
    constants = knowledge.constants
    order = tuple(_weights(report))
    return {
        "tieMargin": constants.tie_margin.value,
        "leastCoverage": constants.least_coverage.value,
        "weights": list(_weights(report).values()),
        "frameworks": [
            {"id": framework, "cells": _cells(score, order)}
            for framework, score in _scores(report).items()
        ],
    }


def _weights(report: Report) -> Mapping[str, float]:
    heaviest_first = sorted(
        report.weighting, key=lambda each: (-each.weight, each.criterion)
    )
    return {each.criterion: each.weight for each in heaviest_first}


def _scores(report: Report) -> Mapping[str, Score]:
    ranked = {each.framework: each.score for each in report.ranking}
    return ranked | {each.framework: each.score for each in report.not_judged}


def _cells(score: Score, criteria: tuple[str, ...]) -> list[list[float]]:
    cells = {
        **{each.criterion: [each.value] for each in score.gaps},
        **{
            each.criterion: [each.value, each.low, each.high]
            for each in score.contributions
        },
    }
    return [cells[each] for each in criteria]
