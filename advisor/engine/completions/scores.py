"""The scores of every framework in many completions at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from advisor.engine.completions.arrivals import Arrivals
from advisor.engine.completions.barriers import Barriers
from advisor.engine.completions.cells import Numbers
from advisor.engine.completions.columns import masks_of
from advisor.engine.completions.ground import Ground
from advisor.engine.completions.matrix import Matrix, Sums
from advisor.engine.completions.pool import Pool
from advisor.engine.completions.ways import Slot
from advisor.engine.completions.worlds import Worlds
from advisor.engine.facts import PRIORITIES, facts_of
from advisor.engine.soundness import PATH_CRITERION
from advisor.engine.weigh import stated_importance
from advisor.model.evidence import Evidence
from advisor.model.profile import Profile

_ROUNDING = 1e-6  # of sums in single precision
OUT = -1.0  # the score of who is excluded or cannot be judged


@dataclass(frozen=True, slots=True)
class Judged:
    """What the model says of every completion.

    `scores` has a row for each of `frameworks`, by id, and a column for each completion;
    `OUT` where one is excluded or cannot be judged. `slots` are the best ways.
    """

    worlds: Worlds
    frameworks: tuple[str, ...]
    scores: Numbers
    slots: tuple[Slot, ...]


class Scorer:
    """The decision model for many completions, with the evidence as of one day."""

    def __init__(self, ground: Ground, pool: Pool) -> None:
        """Prepare what is the same for every project."""
        self._knowledge = ground.knowledge
        self._evidence = ground.evidence
        self._pool = pool
        self._rules = ground.rules
        self._matrix = Matrix(ground.cells, pool.columns)
        self._ways = ground.ways
        self._barriers = Barriers(ground)
        self._arrivals = Arrivals(ground.knowledge.constants, pool.size)
        row = {each: place for place, each in enumerate(pool.criteria)}
        self._raised = np.zeros((len(self._rules), len(pool.criteria)), np.float32)
        for place, rule in enumerate(self._rules):
            for criterion, amount in (rule.then.raise_ or {}).items():
                self._raised[place, row[criterion]] = amount

    def judge(self, profile: Profile, closed: Collection[str]) -> Judged:
        """Score the completions of a profile; `closed` questions get no answer."""
        worlds = self._worlds(profile, closed)
        slots = self._ways.slots(worlds)
        excluded = self._barriers.excluded(worlds, slots)
        frameworks = tuple(each for each in excluded if excluded[each] != worlds.full)
        weights = self._weights(profile, worlds)
        if not weights or not frameworks:
            nobody = np.full((len(frameworks), worlds.size), OUT, np.float32)
            return Judged(worlds, frameworks, nobody, tuple(slots))
        sums = self._sums(frameworks, weights, worlds, slots)
        total = np.sum(list(weights.values()), axis=0)
        scores = sums.values / np.where(total > 0, total, 1)
        covered = sums.known / np.where(total > 0, total, 1)
        least = self._knowledge.constants.least_coverage.value - _ROUNDING
        barred = masks_of([excluded[each] for each in frameworks], worlds.size)
        out = (covered <= 0) | (covered < least) | (barred == 1)
        return Judged(worlds, frameworks, np.where(out, OUT, scores), tuple(slots))

    def _worlds(self, profile: Profile, closed: Collection[str]) -> Worlds:
        facts = facts_of(profile)
        columns = {
            each: column
            for each, column in self._pool.columns.items()
            if each not in facts and each not in closed
        }
        questions = self._knowledge.interview()
        return Worlds(self._pool.size, facts, columns, self._rules, questions)

    def _weights(self, profile: Profile, worlds: Worlds) -> Mapping[str, Numbers]:
        """Return the raw importance of the criteria that matter in any completion."""
        fires = [worlds.true(rule.when) for rule in self._rules]
        always = [place for place, each in enumerate(fires) if each == worlds.full]
        sometimes = [
            place for place, each in enumerate(fires) if 0 < each < worlds.full
        ]
        raised = np.zeros((len(self._pool.criteria), worlds.size), np.float32)
        if sometimes:
            firing = masks_of([fires[each] for each in sometimes], worlds.size)
            raised = self._raised[sometimes].T @ firing.astype(np.float32)
        raised += self._raised[always].sum(axis=0)[:, None]
        raised += self._priorities(worlds)
        for criterion, stated in profile.weights.items():
            raised[self._pool.criteria.index(criterion)] = stated
        named = zip(self._pool.criteria, raised, strict=True)
        return {criterion: row for criterion, row in named if row.any()}

    def _priorities(self, worlds: Worlds) -> Numbers:
        if PRIORITIES in worlds.columns:
            asked = masks_of([worlds.asked(PRIORITIES)], worlds.size)
            return self._pool.importance * asked
        stated = stated_importance(self._knowledge, worlds.facts)
        own = [stated.get(each, 0.0) for each in self._pool.criteria]
        return np.array(own, np.float32)[:, None]

    def _sums(
        self,
        frameworks: Sequence[str],
        weights: Mapping[str, Numbers],
        worlds: Worlds,
        slots: Sequence[Slot],
    ) -> Sums:
        """Add up the plain criteria, then those that each completion values itself."""
        enough = self._enough(worlds)
        own = set(enough)
        if self._evidence is Evidence.ALL:
            own.add(PATH_CRITERION)
        plain = {each: row for each, row in weights.items() if each not in own}
        sums = self._matrix.sums(frameworks, plain, worlds)
        for criterion in own.intersection(weights):
            for line, framework in enumerate(frameworks):
                value, known = self._cell(framework, criterion, worlds, slots)
                if criterion in enough:
                    value = np.minimum(1, value / enough[criterion])
                sums.values[line] += weights[criterion] * value
                sums.known[line] += weights[criterion] * known
        return sums

    def _cell(
        self, framework: str, criterion: str, worlds: Worlds, slots: Sequence[Slot]
    ) -> tuple[Numbers, Numbers]:
        value, known = self._matrix.cell((framework, criterion), worlds)
        if criterion != PATH_CRITERION or self._evidence is not Evidence.ALL:
            return value, known
        own = tuple(each for each in slots if each.framework == framework)
        if not own:
            return value, known
        arrival = self._arrivals.of(own)
        value = np.where(arrival.any, arrival.value, value)
        return value, np.where(arrival.any, arrival.known, known).astype(np.float32)

    def _enough(self, worlds: Worlds) -> Mapping[str, Numbers]:
        """Return what suffices on a criterion in each completion; 1 where all counts."""
        found: dict[str, Numbers] = {}
        for rule in self._rules:
            for criterion, level in (rule.then.enough or {}).items():
                fires = masks_of([worlds.true(rule.when)], worlds.size)[0]
                before = found.get(criterion, np.zeros(worlds.size, np.float32))
                found[criterion] = np.maximum(before, fires * np.float32(level))
        return {each: np.where(row > 0, row, 1) for each, row in found.items()}
