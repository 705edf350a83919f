"""How often each framework takes each rank, and how far each weight may move."""

from dataclasses import dataclass
from itertools import accumulate

from advisor.model.knowledge import Knowledge
from advisor.model.report import NotComputed, Report

_LEGIBLE = 0.07  # a segment narrower than this has no room for its number
_SHADES = 5  # ranks beyond share the last one


@dataclass(frozen=True, slots=True)
class Segment:
    """The share of samples in which a framework took a rank, as part of a bar."""

    rank: int
    shade: int
    start: float
    share: float
    legible: bool


@dataclass(frozen=True, slots=True)
class Stack:
    """All ranks of one framework; `ranks` as percentages, `segments` to be drawn."""

    name: str
    ranks: tuple[str, ...]
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Between which weights (0 to 1) the first stays first, and who follows it else."""

    title: str
    weight: float
    low: float
    high: float
    under: str
    over: str


def stacks(report: Report, knowledge: Knowledge) -> tuple[Stack, ...]:
    """Return the acceptability of each rank for each framework, in their order."""
    return tuple(
        Stack(
            name=knowledge.frameworks[each.framework].name,
            ranks=tuple(_percent(share) for share in each.ranks),
            segments=_segments(each.ranks),
        )
        for each in report.sampled.frameworks
    )


def bands(report: Report, knowledge: Knowledge) -> tuple[Band, ...]:
    """Return the weights that may not move freely, the one with least room first."""
    if isinstance(report.challenge, NotComputed):
        return ()
    every = [
        Band(
            title=knowledge.criteria[each.criterion].title,
            weight=each.weight,
            low=each.low,
            high=each.high,
            under=_name(each.under, knowledge),
            over=_name(each.over, knowledge),
        )
        for each in report.challenge.stable_weights
        if each.under or each.over
    ]
    return tuple(sorted(every, key=lambda each: (_room(each), each.title)))


def _room(band: Band) -> float:
    """Return the shortest way to a bound at which somebody else comes first."""
    below = band.weight - band.low if band.under else 1.0
    above = band.high - band.weight if band.over else 1.0
    return min(below, above)


def _segments(ranks: tuple[float, ...]) -> tuple[Segment, ...]:
    starts = accumulate(ranks, initial=0.0)
    return tuple(
        Segment(
            rank=rank,
            shade=min(rank, _SHADES),
            start=start,
            share=own,
            legible=own >= _LEGIBLE,
        )
        for rank, (own, start) in enumerate(zip(ranks, starts, strict=False), start=1)
        if own > 0
    )


def _percent(share: float) -> str:
    return f"{share:.1%}"


def _name(framework: str, knowledge: Knowledge) -> str:
    return knowledge.frameworks[framework].name if framework else ""
