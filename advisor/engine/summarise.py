"""The verdict in one sentence."""

from collections.abc import Sequence
from typing import assert_never

from advisor.engine.rank import leaders
from advisor.model.knowledge import Knowledge
from advisor.model.report import (
    NotJudged,
    Ranked,
    Verdict,
    Weighting,
)
from advisor.model.score import Score
from advisor.model.words import listed

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
            return _no_basis(weighting, ranking)
        case Verdict.TIE:
            return _tie(knowledge, ranking)
        case Verdict.CLEAR | Verdict.LEANING:
            return _winner(knowledge, verdict, ranking, not_judged)
        case _:
            assert_never(verdict)


def _no_basis(weighting: Sequence[Weighting], ranking: Sequence[Ranked]) -> str:
    if not weighting:
        return (
            "No basis for a recommendation: "
            "no answer has made any criterion matter yet."
        )
    if not ranking:
        return (
            "No basis for a recommendation: for what matters to this project, "
            "the evidence covers too little of every framework."
        )
    return (
        "No basis for a recommendation: only one framework could be judged, "
        "and the evidence does not speak for it."
    )


def _tie(knowledge: Knowledge, ranking: Sequence[Ranked]) -> str:
    tied = leaders(ranking)
    names = listed([knowledge.frameworks[each.framework].name for each in tied])
    scores = listed([f"{each.score.value:.2f}" for each in tied])
    return f"{names} tie ({scores}): the evidence does not separate them here."


def _winner(
    knowledge: Knowledge,
    verdict: Verdict,
    ranking: Sequence[Ranked],
    not_judged: Sequence[NotJudged],
) -> str:
    first = ranking[0]
    name = knowledge.frameworks[first.framework].name
    if len(ranking) == 1:
        return _alone(name, first.score, not_judged)
    opening = (
        f"{name} is the clear choice"
        if verdict is Verdict.CLEAR
        else f"The evidence leans towards {name}"
    )
    second = ranking[1]
    rival = knowledge.frameworks[second.framework].name
    scores = f"{first.score.value:.2f} against {second.score.value:.2f} for {rival}"
    reasons = listed(
        [
            knowledge.criteria[each].title.lower()
            for each in main_reasons(first.score, second.score)
        ]
    )
    return f"{opening} ({scores}), above all for {reasons}."


def _alone(name: str, score: Score, not_judged: Sequence[NotJudged]) -> str:
    if not not_judged:
        return (
            f"{name} is the only framework left ({score.value:.2f}): "
            "hard requirements exclude all others."
        )
    count = len(not_judged)
    others = "the other framework" if count == 1 else f"the other {count} frameworks"
    return (
        f"The evidence leans towards {name} ({score.value:.2f}), but says too little "
        f"about {others} to compare."
    )


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
