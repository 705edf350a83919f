"""The verdict: how far the evidence carries."""

from collections.abc import Sequence

from advisor.model.constants import Constants
from advisor.model.report import NotJudged, Ranked, Verdict
from advisor.model.robustness import Sampled


def separate(ranking: Sequence[Ranked], constants: Constants) -> Verdict:
    """Say what the scores alone tell: no basis, a tie, or a lead that may be slight.

    The only framework there is must be better than what an unknown one would be expected
    to be.
    """
    if not ranking:
        return Verdict.NO_BASIS
    if len(ranking) == 1:
        middle = constants.neutral.value + constants.tie_margin.value
        better = ranking[0].score.value > middle
        return Verdict.LEANING if better else Verdict.NO_BASIS
    return Verdict.TIE if ranking[1].rank == 1 else Verdict.LEANING


def conclude(
    ranking: Sequence[Ranked],
    not_judged: Sequence[NotJudged],
    sampled: Sampled,
    constants: Constants,
) -> Verdict:
    """Say whether the first of the ranking wins, leans, ties, or has no basis.

    A lead is `clear` if it holds in at least the share `constants.clear_acceptability`
    of the samples, and rests on at least `constants.clear_sources` sources. Where others
    could not be judged at all, the only one that could leans at most.
    """
    verdict = separate(ranking, constants)
    if verdict is not Verdict.LEANING or (len(ranking) == 1 and not_judged):
        return verdict
    certain = sampled.sure >= constants.clear_acceptability.value
    heard = _sources(ranking[:1])
    broad = all(
        len(heard | _sources([other])) >= constants.clear_sources.value
        for other in ranking[1:] or ranking
    )
    return Verdict.CLEAR if certain and broad else Verdict.LEANING


def _sources(ranking: Sequence[Ranked]) -> set[str]:
    return {each.source for own in ranking for each in own.score.testimonies}
