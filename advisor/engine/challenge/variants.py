"""A project as it would be with some answers changed, thousands of times at once."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from advisor.engine.appraise import appraise
from advisor.engine.challenge.changes import (
    Change,
    answered_all_the_same,
    changed,
    changes_of,
)
from advisor.engine.challenge.touch import Touch
from advisor.engine.completions.cells import Numbers
from advisor.engine.completions.columns import LEFT_OPEN, Column, Mask
from advisor.engine.completions.ground import ground_of
from advisor.engine.completions.pool import Pool, priorities_of
from advisor.engine.completions.scores import OUT, Scorer, Tally
from advisor.engine.facts import PRIORITIES, facts_of
from advisor.engine.fire import fire
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.robustness import Changes, Cleared
from advisor.model.rule import Exclude

# Sets of changes, one a row, as places in `Variants.changes`; `NOTHING` is no change.
Sets = NDArray[np.int64]
NOTHING = -1
# A question, its possible answers, and for each change, and for none, which is given.
_Choices = tuple[str, tuple[Answer | None, ...], NDArray[np.int16]]
DOUBT = 1e-5  # of a score in single precision: what is closer is left to `appraise`


@dataclass(frozen=True, slots=True)
class Standings:
    """The scores of frameworks in variants; `OUT` who is excluded or not judged.

    `first` has a row for each framework: whether it comes first in a variant.
    """

    scores: Numbers
    first: Mask

    def leads(self, row: int) -> Numbers:
        """Return the lead of one framework over the best of the others.

        Who is out, or not there, counts as 0.
        """
        scores = np.maximum(self.scores, 0)
        others = np.delete(scores, row, axis=0).max(axis=0, initial=0)
        found: Numbers = scores[row] - others
        return found


class Variants:
    """Every single change of a profile's answers, and what sets of them lead to.

    `blocks` are the parts of `changes` that belong to one question each, in ascending
    size. `frameworks` are those that some answers might bring in, by id.
    """

    def __init__(
        self, knowledge: Knowledge, profile: Profile, as_of: date, evidence: Evidence
    ) -> None:
        """Collect the changes; nothing is scored yet."""
        self.knowledge = answered_all_the_same(knowledge, profile)
        self.profile = profile
        self._day = as_of, evidence
        self.ground = ground_of(self.knowledge, as_of, evidence)
        own = [
            changes_of(each, profile.answers.get(each.id), knowledge, as_of)
            for each in knowledge.interview()
        ]
        own = sorted(filter(None, own), key=len)
        ends = [0, *np.cumsum([len(each) for each in own]).tolist()]
        self.changes: tuple[Change, ...] = tuple(each for part in own for each in part)
        self.blocks = tuple(slice(*each) for each in pairwise(ends))
        self.touch = Touch(self.ground, profile, self.changes)
        self.frameworks = tuple(self._possible())
        self._columns = [self._choices(part) for part in own]
        self._scorer: Scorer | None = None

    def named(self, places: Sequence[int]) -> Changes:
        """Return a set of changes by question, in the order of the interview."""
        found = {
            each.question: each.answer
            for each in (self.changes[place] for place in places if place != NOTHING)
        }
        order = {each: k for k, each in enumerate(self.knowledge.questions)}
        return dict(sorted(found.items(), key=lambda each: order[each[0]]))

    def tally(self, sets: Sets) -> Tally:
        """Add up what `frameworks` are scored by after each set of changes."""
        pool = self._pool(sets)
        old = self._scorer
        self._scorer = old.on(pool) if old is not None else Scorer(self.ground, pool)
        answers = self.profile.answers
        fixed = {k: each for k, each in answers.items() if k not in pool.columns}
        rest = replace(self.profile, answers=fixed)
        return self._scorer.tally(rest, (), self.frameworks)

    def standings(
        self,
        sets: Sets,
        tally: Tally,
        of: Collection[str],
        exact: Mask | Literal[True] = True,
    ) -> Standings:
        """Return the scores, and who comes first: for sure, where one `of` them does.

        Where single precision cannot tell whether one of them is first, the engine
        itself is asked; `exact` are the sets for which that matters.
        """
        least = self.knowledge.constants.least_coverage.value
        total = np.where(tally.total > 0, tally.total, 1)
        covered = tally.known / total
        there = (tally.removals() == 0) & (covered > 0)
        may, sure = (
            there & (covered >= least - DOUBT),
            there & (covered >= least + DOUBT),
        )
        scores = np.where(may, tally.values / total, OUT)
        best = np.where(sure, scores, OUT).max(axis=0, initial=OUT)
        near = may & (scores >= best - DOUBT)
        asked = np.array([each in of for each in self.frameworks], np.bool_)
        doubtful = (near.sum(axis=0) > 1) | (near & ~sure).any(axis=0)
        for place in np.flatnonzero(exact & doubtful & near[asked].any(axis=0)):
            scores[:, place], near[:, place] = self._appraised(sets[place])
        return Standings(scores, near)

    def _appraised(self, places: Sequence[int]) -> tuple[Numbers, Mask]:
        profile = changed(self.knowledge, self.profile, self.named(places))
        ranking = appraise(self.knowledge, profile, *self._day).ranking
        found = {each.framework: each.score.value for each in ranking}
        first = ranking[0].framework if ranking else ""
        scores = [found.get(each, OUT) for each in self.frameworks]
        return np.array(scores, np.float32), np.array(
            [each == first for each in self.frameworks], np.bool_
        )

    def _possible(self) -> Iterator[str]:
        """Yield who is not excluded by a rule that no answer touches."""
        fired = {each.rule for each in fire(self.ground.rules, facts_of(self.profile))}
        always = [
            exclude
            for rule in self.ground.rules
            if (exclude := rule.then.exclude) is not None
            and rule.id in fired
            and not self.touch.exclusion(rule, exclude).any()
        ]
        for each in sorted(self.knowledge.frameworks):
            if not any(self._fails(exclude, each) for exclude in always):
                yield each

    def _fails(self, exclude: Exclude, framework: str) -> bool:
        answers = [self.profile.answers.get(each) for each in exclude.facts]
        return self.ground.fails(exclude, framework, answers)

    def _choices(self, changes: Sequence[Change]) -> _Choices:
        """Return the answers that one question can have, and which is given when."""
        question = changes[0].question
        now = self.profile.answers.get(question)
        present = (None,) if now is None else (None, now)
        new = [e.answer for e in changes if not isinstance(e.answer, Cleared)]
        values = (*present, *new)
        places = [
            LEFT_OPEN if isinstance(e.answer, Cleared) else values.index(e.answer)
            for e in changes
        ]
        return question, values, np.array([*places, len(present) - 1], np.int16)

    def _pool(self, sets: Sets) -> Pool:
        """Return the answers to every question after each of the sets."""
        columns = {}
        for block, (question, values, places) in zip(
            self.blocks, self._columns, strict=True
        ):
            index = np.full(len(sets), places[-1], np.int16)
            for chosen in sets.T:
                own = (block.start <= chosen) & (chosen < block.stop)
                index[own] = places[chosen[own] - block.start]
            columns[question] = Column(question, values, index)
        criteria = tuple(each.id for each in self.knowledge.scored())
        given = columns.get(PRIORITIES)
        importance = priorities_of(given, criteria, self.knowledge)
        return Pool(len(sets), columns, criteria, importance)
