"""The verdict: how far the evidence carries."""

from collections.abc import Sequence
from math import hypot

from advisor.model.constants import Constants
from advisor.model.report import NotJudged, Ranked, Verdict


def conclude(
    ranking: Sequence[Ranked], not_judged: Sequence[NotJudged], constants: Constants
) -> Verdict:
    """Say whether the first of the ranking wins, leans, ties, or has no basis.

    `clear` needs a lead over every other framework of at least
    `constants.clear_separation` times the joint uncertainty of the two scores, and at
    least `constants.clear_sources` sources behind them. Where others could not be
    judged at all, the only one that could leans at most.
    """
    if not ranking:
        return Verdict.NO_BASIS
    first = ranking[0]
    if len(ranking) == 1:
        return _alone(first, not_judged, constants)
    if ranking[1].rank == 1:
        return Verdict.TIE
    separated = all(_separated(first, other, constants) for other in ranking[1:])
    return Verdict.CLEAR if separated else Verdict.LEANING


def _separated(first: Ranked, other: Ranked, constants: Constants) -> bool:
    lead = first.score.value - other.score.value
    doubt = hypot(first.score.uncertainty, other.score.uncertainty)
    return _certain(lead, doubt, (first, other), constants)


def _alone(
    only: Ranked, not_judged: Sequence[NotJudged], constants: Constants
) -> Verdict:
    """Judge the only one there is against what an unknown one would be expected to do."""
    neutral = constants.neutral.value
    if only.score.value <= neutral + constants.tie_margin.value:
        return Verdict.NO_BASIS
    lead = only.score.value - neutral
    certain = _certain(lead, only.score.uncertainty, (only,), constants)
    return Verdict.CLEAR if certain and not not_judged else Verdict.LEANING


def _certain(
    lead: float, doubt: float, heard: Sequence[Ranked], constants: Constants
) -> bool:
    """Say whether a lead is large enough and rests on enough sources."""
    sources = {each.source for ranked in heard for each in ranked.score.testimonies}
    return (
        lead >= constants.clear_separation.value * doubt
        and len(sources) >= constants.clear_sources.value
    )
