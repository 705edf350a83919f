"""Knowledge mutations: which claims alone decide a case, and which decide nothing.

Each claim is deleted, and flipped around the neutral middle, one at a time, and every
case is decided again (mutation analysis, DeMillo, Lipton & Sayward 1978, applied to a
rule base). Only the cells that the claim speaks on are worked out anew.
"""

from collections.abc import Iterator
from dataclasses import replace

from advisor.engine.hearing import Hearing, Said
from advisor.engine.rank import leaders
from advisor.model.case import Case
from advisor.model.knowledge import Knowledge
from advisor.model.mutation import Change, Mutant, Sensitivity, Swing
from advisor.model.performance import Testimony
from advisor.model.profile import Profile
from advisor.model.report import Ranked, Verdict


class Bench:
    """One case, worked out once, on which claims can be changed one at a time."""

    def __init__(self, case: Case, profile: Profile, knowledge: Knowledge) -> None:
        """Decide the case as it stands."""
        self.case = case
        self._hearing = Hearing(knowledge, profile, case.as_of, case.evidence)
        found = self._hearing.found
        self._first = _first(found.verdict, found.ranking)
        self.outcome = outcome(found.verdict, found.ranking)

    def claims(self) -> tuple[str, ...]:
        """Return the claims that bear on a weighted cell, or silence one that would."""
        return self._hearing.bearing()

    def swing(self, claim: str, change: Change) -> Swing | None:
        """Decide the case with one claim changed.

        None while anything that was recommended still is: that a lead becomes a tie, or
        a tie a lead, decides nothing.
        """
        ranking, _, verdict = self._hearing.settle(self._changed(claim, change))
        if self._first & _first(verdict, ranking):
            return None
        return Swing(self.case.id, self.outcome, outcome(verdict, ranking))

    def _changed(self, claim: str, change: Change) -> Said:
        match change:
            case Change.FLIPPED:
                return self._hearing.with_said(claim, _flipped)
            case Change.DELETED:
                return self._hearing.without((claim,))


def sensitivity(benches: list[Bench], knowledge: Knowledge) -> Iterator[Mutant | str]:
    """Yield, claim by claim, its two mutants, or its id if it bears on no case."""
    bearing_on = [(bench, set(bench.claims())) for bench in benches]
    for claim in knowledge.claims:
        bearing = [bench for bench, claims in bearing_on if claim in claims]
        if not bearing:
            yield claim
            continue
        for change in Change:
            swings = tuple(
                found
                for bench in bearing
                if (found := bench.swing(claim, change)) is not None
            )
            yield Mutant(claim, change, swings)


def gathered(found: list[Mutant | str], cases: int) -> Sensitivity:
    """Return what came of all mutants, those that decide most cases first."""
    mutants = [each for each in found if isinstance(each, Mutant) and each.swings]
    mutants.sort(key=lambda each: (-len(each.swings), each.claim, each.change))
    silent = tuple(each for each in found if isinstance(each, str))
    return Sensitivity(cases, tuple(mutants), silent)


def outcome(verdict: Verdict, ranking: tuple[Ranked, ...]) -> str:
    """Return who is recommended; on a tie the first of the tied, marked as such."""
    if verdict is Verdict.NO_BASIS:
        return verdict.value
    first = ranking[0].framework
    return f"{first} (tie)" if verdict is Verdict.TIE else first


def _first(verdict: Verdict, ranking: tuple[Ranked, ...]) -> set[str]:
    """Return what is recommended: one framework, the tied ones, or none."""
    if verdict is Verdict.NO_BASIS:
        return {verdict.value}
    return {each.framework for each in leaders(ranking)}


def _flipped(said: Testimony) -> Testimony:
    return replace(said, performance=1 - said.performance)
