"""The matrix as a function of the open answers.

Most cells are the same for every project. The others change with the claims that bear
on it, and each of those depends on few facts: such a cell is a table over the answers to
these facts, made once and looked up for thousands of completions.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date
from functools import cached_property
from itertools import product
from math import prod

import numpy as np
from numpy.typing import NDArray

from advisor.engine.completions.box import Box
from advisor.engine.completions.columns import Column
from advisor.engine.completions.patterns import facts_of_each, patterns, sides_of
from advisor.engine.completions.worlds import Worlds
from advisor.engine.facts import Facts
from advisor.engine.soundness import PLATFORM_CRITERION, of_platforms
from advisor.engine.standing import Standing, lasting
from advisor.engine.synthesise import synthesise
from advisor.engine.testify import Cell, specific_first, testimonies
from advisor.model.condition import Condition, tests
from advisor.model.evidence import Claim, Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known, Performance, Testimony
from advisor.model.reads import PLATFORM_FACTS
from advisor.model.rule import Rule

Numbers = NDArray[np.float32]
_MOST_PATTERNS = 256
# A value and whether it rests on evidence (1) or is the neutral middle (0).
Judged = tuple[float, float]


class Cells:
    """Every cell, for the evidence as it was on a day."""

    def __init__(
        self,
        knowledge: Knowledge,
        rules: Sequence[Rule],
        as_of: date,
        evidence: Evidence,
    ) -> None:
        """Collect who speaks on which cell, and what silences whom."""
        self._deriving = tuple(each for each in rules if each.then.derive)
        self._knowledge = knowledge
        self._as_of = as_of
        self._evidence = evidence
        self._claims = lasting(knowledge, as_of, evidence)
        equal: dict[Condition, Condition] = {}
        self._when = {
            each.id: None
            if each.when is None
            else equal.setdefault(each.when, each.when)
            for each in self._claims.values()
        }
        every = Standing(self._claims, ())
        self._said = testimonies(knowledge, every, as_of, project=False)
        self._silencers: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims.values():
            for old in claim.supersedes:
                self._silencers[old].append(claim)
        self._conditions = {
            cell: self._conditions_of(said) for cell, said in self._said.items()
        }
        self._patterns: dict[tuple[Cell, tuple[bool, ...]], Judged] = {}

    @cached_property
    def neutral(self) -> Judged:
        """What counts where nobody can judge."""
        return self._knowledge.constants.neutral.value, 0.0

    def conditions(self, cell: Cell) -> tuple[Condition, ...]:
        """Return the conditions of what is said on a cell and of what silences it."""
        return self._conditions.get(cell, ())

    def fixed(self, cell: Cell, facts: Facts) -> Judged:
        """Return a cell that depends on no open fact."""
        worlds = Worlds(1, facts, {}, self._derived_for(cell))
        values, known = self._evaluated(cell, worlds)
        return float(values[0]), float(known[0])

    def reads(self, cell: Cell) -> frozenset[str]:
        """Return the facts that a cell depends on."""
        found = self._facts_tested(cell)
        if cell[1] == PLATFORM_CRITERION and self._evidence is Evidence.ALL:
            found.update(PLATFORM_FACTS)
        for rule in self._derived_for(cell):
            found.update(test.fact for test in tests(rule.when))
        return frozenset(found)

    def bounds(self, cell: Cell, box: Box) -> tuple[float, float, bool]:
        """Return the least and the greatest value in a box, and if it is known all over.

        Where more conditions are open than can be tried out, the value still lies
        between the performances that are heard and the neutral middle.
        """
        conditions = self.conditions(cell)
        if cell[1] == PLATFORM_CRITERION and self._evidence is Evidence.ALL:
            return self._platform_bounds(cell, box)
        cans = [box.can(each) for each in conditions]
        sides = [sides_of(each) for each in cans]
        if prod(map(len, sides)) > _MOST_PATTERNS:
            heard = [each.performance for each in self._said[cell]]
            neutral = self.neutral[0]
            return min(neutral, *heard), max(neutral, *heard), False
        found = [self._judged(cell, each) for each in product(*sides)]
        values = [each[0] for each in found]
        return min(values), max(values), all(each[1] for each in found)

    def _platform_bounds(self, cell: Cell, box: Box) -> tuple[float, float, bool]:
        """Each machine is one voice; together they lie between the lowest and highest."""
        systems, accelerators = PLATFORM_FACTS
        found = []
        for picked in product(box.answers(systems), box.answers(accelerators)):
            named = zip(PLATFORM_FACTS, picked, strict=True)
            facts = {fact: each for fact, each in named if each is not None}
            found.append(self._platform(cell, facts))
        values = [each[0] for each in found]
        if any(each in box.open for each in PLATFORM_FACTS):
            # Several voices together leave less of the neutral middle than one.
            levels = self._knowledge.constants.platform_level.values.values()
            values += [*levels, self.neutral[0]]
        return min(values), max(values), all(each[1] for each in found)

    def _facts_tested(self, cell: Cell) -> set[str]:
        conditions = self.conditions(cell)
        return {test.fact for each in conditions for test in tests(each)}

    def _derived_for(self, cell: Cell) -> tuple[Rule, ...]:
        """Return the rules that derive facts, if the cell reads any derived one."""
        derived = {flag for rule in self._deriving for flag in rule.then.derive}
        return self._deriving if derived & self._facts_tested(cell) else ()

    def row(
        self, cell: Cell, facts: Facts, columns: Sequence[Column]
    ) -> tuple[Numbers, Numbers]:
        """Return a cell for every joint answer to the questions of `columns`.

        The first part is its value, the second whether it is known; of the questions,
        the last one runs fastest.
        """
        sizes = [len(each.values) for each in columns]
        joint = np.indices(sizes, np.int16).reshape(len(sizes), -1)
        every = {
            each.fact: Column(each.fact, each.values, index)
            for each, index in zip(columns, joint, strict=True)
        }
        worlds = Worlds(prod(sizes), facts, every, self._derived_for(cell))
        value, known = self._evaluated(cell, worlds)
        return value.astype(np.float32), known.astype(np.float32)

    def _conditions_of(self, said: Sequence[Testimony]) -> tuple[Condition, ...]:
        """Return the different conditions of what is said and of what silences it."""
        claims = [self._claims[each.claim] for each in said]
        silencers = [new for old in claims for new in self._silencers.get(old.id, ())]
        found = {
            id(when): when
            for each in (*claims, *silencers)
            if (when := self._when[each.id])
        }
        return tuple(found.values())

    def _evaluated(
        self, cell: Cell, worlds: Worlds
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return value and knownness of a cell in every world."""
        if cell[1] == PLATFORM_CRITERION and self._evidence is Evidence.ALL:
            judged = [self._platform(cell, each) for each in facts_of_each(worlds)]
            return np.array([j[0] for j in judged]), np.array([j[1] for j in judged])
        holding = [worlds.true(each) for each in self.conditions(cell)]
        different, which = patterns(holding, worlds)
        found = np.array([self._judged(cell, each) for each in different])[which]
        return found[:, 0], found[:, 1]

    def _judged(self, cell: Cell, pattern: tuple[bool, ...]) -> Judged:
        """Synthesise a cell where just these of its conditions hold."""
        key = (cell, pattern)
        if key not in self._patterns:
            conditions = self.conditions(cell)
            holding = {
                id(each)
                for each, holds in zip(conditions, pattern, strict=True)
                if holds
            }
            heard = [
                each
                for each in self._said.get(cell, ())
                if self._bears(self._claims[each.claim], holding)
                and not any(
                    self._bears(new, holding)
                    for new in self._silencers.get(each.claim, ())
                )
            ]
            self._patterns[key] = self._judge(heard)
        return self._patterns[key]

    def _bears(self, claim: Claim, holding: Collection[int]) -> bool:
        when = self._when[claim.id]
        return when is None or id(when) in holding

    def _judge(self, heard: Sequence[Testimony]) -> Judged:
        said = specific_first(heard, self._knowledge)
        return self._number(synthesise(said, self._knowledge.constants))

    def _number(self, found: Performance) -> Judged:
        return (found.value, 1.0) if isinstance(found, Known) else self.neutral

    def _platform(self, cell: Cell, facts: Facts) -> Judged:
        own = self._knowledge.frameworks[cell[0]]
        found = of_platforms(own, facts, {}, self._knowledge, self._as_of)
        return self._number(found)
