"""The verdict in one sentence."""

from collections.abc import Sequence
from typing import assert_never

from advisor.engine.rank import leaders
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.report import (
    NotJudged,
    Ranked,
    Verdict,
    Weighting,
)
from advisor.model.score import Score

_NAMED_REASONS = 2
_LEAST_SHARE = 0.25  # of what the first reason gains


def summarise(
    knowledge: Knowledge,
    verdict: Verdict,
    weighting: Sequence[Weighting],
    ranking: Sequence[Ranked],
    not_judged: Sequence[NotJudged],
) -> str:
    """Say the verdict and its main reason in one sentence."""
    match verdict:
        case Verdict.NO_BASIS:
            return _no_basis(weighting, ranking, not_judged, knowledge.wording)
        case Verdict.TIE:
            return _tie(knowledge, ranking)
        case Verdict.CLEAR | Verdict.LEANING:
            return _winner(knowledge, verdict, ranking, not_judged)
        case _:
            assert_never(verdict)


def _no_basis(
    weighting: Sequence[Weighting],
    ranking: Sequence[Ranked],
    not_judged: Sequence[NotJudged],
    wording: Wording,
) -> str:
    if not ranking and not not_judged:
        return wording("engine.nobody-left")
    if not weighting:
        return wording("engine.nothing-matters")
    if not ranking:
        return wording("engine.too-little-evidence")
    return wording("engine.nothing-to-compare")


def _tie(knowledge: Knowledge, ranking: Sequence[Ranked]) -> str:
    wording = knowledge.wording
    tied = leaders(ranking)
    names = [knowledge.frameworks[each.framework].name for each in tied]
    scores = [f"{each.score.value:.2f}" for each in tied]
    return wording(
        "engine.tie", frameworks=wording.listed(names), scores=wording.listed(scores)
    )


def _winner(
    knowledge: Knowledge,
    verdict: Verdict,
    ranking: Sequence[Ranked],
    not_judged: Sequence[NotJudged],
) -> str:
    wording = knowledge.wording
    first = ranking[0]
    name = knowledge.frameworks[first.framework].name
    if len(ranking) == 1:
        return _alone(name, first.score, not_judged, wording)
    second = ranking[1]
    scores = wording(
        "engine.scores",
        score=f"{first.score.value:.2f}",
        other=f"{second.score.value:.2f}",
        rival=knowledge.frameworks[second.framework].name,
    )
    reasons = wording.listed(
        wording.inline(knowledge.criteria[each].title)
        for each in main_reasons(first.score, second.score)
    )
    if verdict is Verdict.CLEAR:
        return wording("engine.clear", framework=name, scores=scores, reasons=reasons)
    return wording("engine.leaning", framework=name, scores=scores, reasons=reasons)


def _alone(
    name: str, score: Score, not_judged: Sequence[NotJudged], wording: Wording
) -> str:
    value = f"{score.value:.2f}"
    if not not_judged:
        return wording("engine.only", framework=name, score=value)
    return wording("engine.alone", framework=name, score=value, count=len(not_judged))


def main_reasons(first: Score, second: Score) -> list[str]:
    """Return the one or two criteria that carry the lead; a trifle is no reason."""
    gains = first.lead_over(second)
    ordered = leading_criteria(first, second)
    return [
        criterion
        for criterion in ordered[:_NAMED_REASONS]
        if gains[criterion] >= _LEAST_SHARE * gains[ordered[0]]
    ]


def leading_criteria(first: Score, second: Score) -> list[str]:
    """Return the criteria on which `first` gains on `second`, most decisive first."""
    lead = first.lead_over(second)
    ahead = [criterion for criterion in lead if lead[criterion] > 0]
    return sorted(ahead, key=lambda criterion: (-round(lead[criterion], 9), criterion))
