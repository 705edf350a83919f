"""From the score of the second to that of the first, criterion by criterion."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Report
from advisor.render.cite import cell
from advisor.render.page import Line
from advisor.render.reasons import telling_claims

_TRIFLE = 0.005  # a criterion that moves the lead by less shares a step with others
_ROOM = 0.08  # of the width, left free on either side


@dataclass(frozen=True, slots=True)
class Step:
    """What one criterion adds to the lead; the cells in words, the bar from 0 to 1."""

    title: str
    weight: float
    own: str
    other: str
    difference: float
    claims: tuple[Line, ...]
    start: float = 0.0
    width: float = 0.0


@dataclass(frozen=True, slots=True)
class Waterfall:
    """The way from `rival` to `first`; `end` and `begin` are places on the scale.

    `rest` are the criteria that move the lead by next to nothing; `remainder` is the
    step that they make together.
    """

    first: str
    rival: str
    first_score: float
    rival_score: float
    begin: float
    end: float
    steps: tuple[Step, ...]
    remainder: Step | None
    rest: tuple[Step, ...]


def waterfall(report: Report, knowledge: Knowledge) -> Waterfall | None:
    """Draw the lead of the first over the second; None where there is no second."""
    if len(report.ranking) < 2:
        return None
    first, rival = report.ranking[:2]
    steps = sorted(
        _steps(first, rival, knowledge), key=lambda each: (-each.difference, each.title)
    )
    large = [each for each in steps if abs(each.difference) >= _TRIFLE]
    rest = tuple(each for each in steps if abs(each.difference) < _TRIFLE)
    remainder = _together(rest, knowledge)
    every = [*large, *([remainder] if remainder else [])]
    begin, drawn, end = _drawn(every, rival.score.value)
    return Waterfall(
        first=knowledge.frameworks[first.framework].name,
        rival=knowledge.frameworks[rival.framework].name,
        first_score=first.score.value,
        rival_score=rival.score.value,
        begin=begin,
        end=end,
        steps=tuple(drawn[: len(large)]),
        remainder=drawn[-1] if remainder else None,
        rest=rest,
    )


def _steps(first: Ranked, rival: Ranked, knowledge: Knowledge) -> list[Step]:
    wording = knowledge.wording
    weights = {each.criterion: each.weight for each in first.score.contributions}
    weights |= {each.criterion: each.weight for each in first.score.gaps}
    own, other = first.score.cells, rival.score.cells
    return [
        Step(
            title=knowledge.criteria[criterion].title,
            weight=weights[criterion],
            own=cell(own[criterion], wording),
            other=cell(other[criterion], wording),
            difference=lead,
            claims=telling_claims(criterion, first, rival, knowledge, wins=lead >= 0),
        )
        for criterion, lead in first.score.lead_over(rival.score).items()
    ]


def _together(rest: Sequence[Step], knowledge: Knowledge) -> Step | None:
    if not rest:
        return None
    return Step(
        title=knowledge.wording("page.rest", count=len(rest), least=_TRIFLE),
        weight=sum(each.weight for each in rest),
        own="",
        other="",
        difference=sum(each.difference for each in rest),
        claims=(),
    )


def _drawn(steps: Sequence[Step], start: float) -> tuple[float, list[Step], float]:
    """Place the steps on a scale that just holds them all."""
    sums = list(accumulate((each.difference for each in steps), initial=start))
    least, most = min(sums), max(sums)
    span = (most - least) or 1.0

    def place(value: float) -> float:
        return _ROOM + (1 - 2 * _ROOM) * (value - least) / span

    drawn = [
        replace(
            step,
            start=place(min(before, after)),
            width=abs(place(after) - place(before)),
        )
        for step, (before, after) in zip(steps, pairwise(sums), strict=True)
    ]
    return place(sums[0]), drawn, place(sums[-1])
