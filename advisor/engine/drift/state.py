"""The states of a project between the recorded decision and that of today."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from advisor.engine.hearing import Hearing, Said, Settled
from advisor.engine.recommend import concluded
from advisor.engine.remember import Parts, excluding, parts_of
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.recorded import Recorded, RecordedRank
from advisor.model.report import Ranked, Report, Verdict
from advisor.model.what_if import Outcome


@record
class Decision:
    """What a state comes to: the scores by rank, and who is excluded by which rules.

    `parts` are what the criteria added to the scores; none where nobody kept them.
    """

    outcome: Outcome
    scores: Mapping[str, float]
    excluded: Mapping[str, tuple[str, ...]]
    parts: Parts

    def following(self, earlier: Iterable["Decision"]) -> "Decision":
        """Return it with the outcome as an earlier one names it, if it is the same.

        Those who tie may come in another order, which makes no difference.
        """
        alike = (each.outcome for each in earlier if _same(each.outcome, self.outcome))
        return replace(self, outcome=next(alike, self.outcome))


def decided_then(recorded: Recorded) -> Decision:
    """Return what was recorded."""
    return Decision(
        _outcome(recorded.verdict, recorded.ranking),
        {each.framework: each.score for each in recorded.ranking},
        recorded.excluded,
        recorded.parts,
    )


def decided_now(report: Report) -> Decision:
    """Return what a report comes to."""
    return Decision(
        _outcome(report.verdict, report.ranking),
        _scores(report.ranking),
        excluding(report.excluded),
        parts_of(report.ranking),
    )


class State:
    """One project on one day, judged when somebody asks."""

    def __init__(
        self, knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
    ) -> None:
        """Keep what there is to judge."""
        self.knowledge = knowledge
        self.profile = profile
        self.as_of = as_of
        self.evidence = evidence

    @cached_property
    def hearing(self) -> Hearing:
        """What is heard for the project."""
        return Hearing(self.knowledge, self.profile, self.as_of, self.evidence)

    @cached_property
    def decision(self) -> Decision:
        """What it comes to."""
        found = self.hearing.found
        _, verdict = concluded(self.knowledge, found)
        return Decision(
            _outcome(verdict, found.ranking),
            _scores(found.ranking),
            excluding(found.excluded),
            parts_of(found.ranking),
        )

    def comes_to(self, wanted: Outcome) -> bool:
        """Say whether this is the outcome; sparing the samples where they cannot tell."""
        found = self.hearing.found
        return self._is((found.ranking, found.not_judged, found.verdict), wanted)

    def would_come_to(self, said: Said, wanted: Outcome) -> bool:
        """Say whether this would be the outcome if something else were said."""
        return self._is(self.hearing.settle(said), wanted)

    def _is(self, settled: Settled, wanted: Outcome) -> bool:
        ranking, not_judged, verdict = settled
        plain = _outcome(verdict, ranking)
        if verdict is not Verdict.LEANING or plain.frameworks != wanted.frameworks:
            return _same(plain, wanted)
        found = replace(self.hearing.found, ranking=ranking, not_judged=not_judged)
        _, verdict = concluded(self.knowledge, found)
        return verdict is wanted.verdict


def _same(one: Outcome, other: Outcome) -> bool:
    alike = set(one.frameworks) == set(other.frameworks)
    return one.verdict is other.verdict and alike


def _outcome(verdict: Verdict, ranking: Sequence[Ranked | RecordedRank]) -> Outcome:
    """Return what a verdict on a ranking comes to, as `outcome_of` does for a report."""
    first = [each.framework for each in ranking[:1]]
    if verdict is Verdict.TIE:
        first = [each.framework for each in ranking if each.rank == ranking[0].rank]
    elif verdict is Verdict.NO_BASIS:
        first = []
    return Outcome(verdict, tuple(first))


def _scores(ranking: Iterable[Ranked]) -> Mapping[str, float]:
    return {each.framework: each.score.value for each in ranking}
