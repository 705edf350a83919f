"""Knowledge mutations: which claims alone decide a case, and which decide nothing.

Each claim is deleted, and flipped around the neutral middle, one at a time, and every
case is decided again (mutation analysis, DeMillo, Lipton & Sayward 1978, applied to a
rule base). Only the cells that the claim speaks on are worked out anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from advisor.engine.appraise import appraise, settle_ranking
from advisor.engine.rank import leaders
from advisor.engine.score import score
from advisor.engine.standing import standing
from advisor.engine.synthesise import synthesise
from advisor.engine.testify import Cell, specific_first, testimonies
from advisor.model.case import Case
from advisor.model.knowledge import Knowledge
from advisor.model.mutation import Change, Mutant, Sensitivity, Swing
from advisor.model.performance import Performance, Testimony
from advisor.model.profile import Profile
from advisor.model.report import Ranked, Verdict
from advisor.model.score import Score

Said = Mapping[Cell, tuple[Testimony, ...]]


class Bench:
    """One case, worked out once, on which claims can be changed one at a time."""

    def __init__(self, case: Case, profile: Profile, knowledge: Knowledge) -> None:
        """Decide the case as it stands."""
        self.case = case
        self._knowledge = knowledge
        self._found = appraise(knowledge, profile, case.as_of, case.evidence)
        self._weighted = {each.criterion for each in self._found.weighting}
        self._plain: Said = testimonies(
            knowledge, self._found.held, case.as_of, project=False
        )
        self._said: Said = {
            cell: specific_first(said, knowledge) for cell, said in self._plain.items()
        }
        self._cells = self._by_claim()
        self.outcome = outcome(self._found.verdict, self._found.ranking)

    def claims(self) -> tuple[str, ...]:
        """Return the claims that bear on a weighted cell, or silence one that would."""
        silencing = (
            each.id
            for each in self._found.held.in_force.values()
            if any(self._would_bear(old) for old in each.supersedes)
        )
        return tuple(dict.fromkeys((*self._cells, *silencing)))

    def swing(self, claim: str, change: Change) -> Swing | None:
        """Decide the case with one claim changed.

        None while anything that was recommended still is: that a lead becomes a tie, or
        a tie a lead, decides nothing.
        """
        said = self._changed(claim, change)
        scores = self._rescored(said)
        ranking, _, verdict = settle_ranking(self._knowledge, self._remaining(), scores)
        if _first(self._found.verdict, self._found.ranking) & _first(verdict, ranking):
            return None
        return Swing(self.case.id, self.outcome, outcome(verdict, ranking))

    def _would_bear(self, claim: str) -> bool:
        own = self._knowledge.claims.get(claim)
        if own is None:
            return False
        return bool(
            self._weighted.intersection(
                (self._knowledge.criterion_of[claim], *own.also)
            )
        )

    def _by_claim(self) -> dict[str, list[Cell]]:
        cells: dict[str, list[Cell]] = {}
        remaining = set(self._remaining())
        for cell, said in self._said.items():
            if cell[1] in self._weighted and cell[0] in remaining:
                for each in said:
                    cells.setdefault(each.claim, []).append(cell)
        return cells

    def _remaining(self) -> tuple[str, ...]:
        gone = {each.framework for each in self._found.excluded}
        return tuple(sorted(set(self._found.scores) - gone))

    def _changed(self, claim: str, change: Change) -> Said:
        """Return what is heard on the cells that the change touches."""
        cells = self._cells.get(claim, [])
        match change:
            case Change.FLIPPED:
                return {cell: _flipped(self._said[cell], claim) for cell in cells}
            case Change.DELETED:
                left = {
                    cell: specific_first(
                        _without(self._plain[cell], claim), self._knowledge
                    )
                    for cell in cells
                }
                return {**left, **self._revived(claim)}

    def _revived(self, claim: str) -> Said:
        """Return the cells on which claims speak again that this one had superseded."""
        if not self._knowledge.claims[claim].supersedes:
            return {}
        others = {k: v for k, v in self._knowledge.claims.items() if k != claim}
        without = replace(self._knowledge, claims=others)
        held = standing(
            without, self.case.as_of, self.case.evidence, facts=self._found.facts
        )
        heard = testimonies(without, held, self.case.as_of, project=True)
        return {
            cell: said
            for cell, said in heard.items()
            if cell[1] in self._weighted and said != self._said.get(cell)
        }

    def _rescored(self, said: Said) -> Mapping[str, Score]:
        scores = dict(self._found.scores)
        touched: dict[str, dict[str, Performance]] = {}
        for (framework, criterion), heard in said.items():
            if framework in scores:
                row = touched.setdefault(framework, dict(scores[framework].cells))
                row[criterion] = synthesise(heard, self._knowledge.constants)
        neutral = self._knowledge.constants.neutral.value
        for framework, row in touched.items():
            scores[framework] = score(row, self._found.weighting, neutral)
        return scores


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


def _without(said: tuple[Testimony, ...], claim: str) -> tuple[Testimony, ...]:
    return tuple(each for each in said if each.claim != claim)


def _flipped(said: tuple[Testimony, ...], claim: str) -> tuple[Testimony, ...]:
    return tuple(
        replace(each, performance=1 - each.performance) if each.claim == claim else each
        for each in said
    )
