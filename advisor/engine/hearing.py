"""One project, judged once, on which what is said can be changed without judging anew.

Only the cells that a change touches are worked out again. What the change does to rules
that rest on the claims is not followed: facts, weights and exclusions stay.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from advisor.engine.appraise import appraise, settle_ranking
from advisor.engine.conditions import holds
from advisor.engine.score import score
from advisor.engine.standing import Standing, lasting
from advisor.engine.synthesise import synthesise
from advisor.engine.testify import Cell, specific_first, testimonies
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Performance, Testimony
from advisor.model.profile import Profile
from advisor.model.report import NotJudged, Ranked, Verdict
from advisor.model.score import Score

Said = Mapping[Cell, tuple[Testimony, ...]]
Settled = tuple[tuple[Ranked, ...], tuple[NotJudged, ...], Verdict]


class Hearing:
    """What was heard for one project, and what would come of hearing something else.

    `found` is the judgement as it stands, `remaining` the frameworks that were not
    excluded, `cells` the weighted cells of theirs on which each claim is heard.
    """

    def __init__(
        self, knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
    ) -> None:
        """Judge the project as it stands."""
        self.knowledge = knowledge
        self.profile = profile
        self.as_of = as_of
        self.evidence = evidence
        self.found = appraise(knowledge, profile, as_of, evidence)
        self._weighted = {each.criterion for each in self.found.weighting}
        gone = {each.framework for each in self.found.excluded}
        self.remaining = tuple(sorted(set(self.found.scores) - gone))
        self._plain = self._testimonies(self.found.held.in_force)
        self.cells = self._by_claim()
        self._lasting = {
            each.id: each
            for each in lasting(knowledge, as_of, evidence).values()
            if each.when is None or holds(each.when, self.found.facts)
        }
        self._superseding = _superseding(self._lasting.values())

    def bearing(self) -> tuple[str, ...]:
        """Return the claims that bear on a weighted cell, or silence one that would."""
        silencing = (
            each
            for old, new in self._superseding.items()
            if self._would_bear(self._lasting[old])
            for each in sorted(new)
        )
        return tuple(dict.fromkeys((*self.cells, *silencing)))

    def without(self, claims: Collection[str]) -> Said:
        """Return what is heard on the cells that these claims touch once they are gone.

        What they alone had superseded speaks again.
        """
        gone = set(claims)
        revived = self._testimonies(self._revived(gone))
        touched = {cell for each in gone for cell in self.cells.get(each, ())}
        return {
            cell: self._together(
                (
                    *(e for e in self._plain.get(cell, ()) if e.claim not in gone),
                    *revived.get(cell, ()),
                )
            )
            for cell in (*touched, *(set(revived) - touched))
        }

    def along_with(self, claim: Claim) -> Said:
        """Return what is heard on the cells of a claim that is not heard, if it were."""
        return {
            cell: self._together((*self._plain.get(cell, ()), *said))
            for cell, said in self._testimonies({claim.id: claim}).items()
        }

    def with_said(self, claim: str, change: Callable[[Testimony], Testimony]) -> Said:
        """Return what is heard where a claim speaks once its words are changed."""
        return {
            cell: tuple(
                change(each) if each.claim == claim else each
                for each in self._together(self._plain[cell])
            )
            for cell in self.cells.get(claim, ())
        }

    def settle(self, said: Said) -> Settled:
        """Return the ranking, who is not judged, and the verdict, if this were said."""
        scores = self._rescored(said)
        return settle_ranking(self.knowledge, self.remaining, scores)

    def _testimonies(self, claims: Mapping[str, Claim]) -> Said:
        return testimonies(
            self.knowledge, Standing(claims, ()), self.as_of, project=False
        )

    def _together(self, said: tuple[Testimony, ...]) -> tuple[Testimony, ...]:
        return specific_first(said, self.knowledge)

    def _by_claim(self) -> Mapping[str, list[Cell]]:
        cells: defaultdict[str, list[Cell]] = defaultdict(list)
        remaining = set(self.remaining)
        for cell, said in self._plain.items():
            if cell[1] in self._weighted and cell[0] in remaining:
                for each in said:
                    cells[each.claim].append(cell)
        return cells

    def _would_bear(self, claim: Claim) -> bool:
        criteria = (self.knowledge.criterion_of[claim.id], *claim.also)
        return not self._weighted.isdisjoint(criteria)

    def _revived(self, gone: set[str]) -> dict[str, Claim]:
        """Return the claims that nothing else supersedes.

        A claim that was superseded itself keeps down what it had superseded.
        """
        return {
            old: self._lasting[old]
            for old, new in self._superseding.items()
            if old not in gone and new <= gone
        }

    def _rescored(self, said: Said) -> Mapping[str, Score]:
        scores = dict(self.found.scores)
        touched: dict[str, dict[str, Performance]] = {}
        for framework, criterion in said:
            if framework in scores and criterion in self._weighted:
                row = touched.setdefault(framework, dict(scores[framework].cells))
                heard = said[framework, criterion]
                row[criterion] = synthesise(heard, self.knowledge.constants)
        neutral = self.knowledge.constants.neutral.value
        for framework, row in touched.items():
            scores[framework] = score(row, self.found.weighting, neutral)
        return scores


def _superseding(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """Return, for each claim that others supersede, all of those."""
    every = {each.id: each for each in claims}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for each in every.values():
        for old in each.supersedes:
            if old in every:
                found[old].add(each.id)
    return dict(found)
