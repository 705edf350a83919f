"""The scores of every framework in many completions at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from advisor.engine.completions.arrivals import Arrivals
from advisor.engine.completions.barriers import Barriers, excluded
from advisor.engine.completions.cells import Numbers
from advisor.engine.completions.columns import masks_of
from advisor.engine.completions.ground import Ground
from advisor.engine.completions.matrix import Matrix, Sums
from advisor.engine.completions.pool import Pool
from advisor.engine.completions.ways import Slot, Ways
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


@dataclass(frozen=True, slots=True)
class Tally:
    """The sums that the scores of every completion are made of.

    `values` and `known` add up weight × value and weight × known for each of
    `frameworks`, by id, a column for each completion; `total` adds up the weights.
    `removed` says for each rule that excludes where it removes whom.
    """

    worlds: Worlds
    slots: tuple[Slot, ...]
    removed: tuple[Mapping[str, int], ...]
    frameworks: tuple[str, ...]
    values: Numbers
    known: Numbers
    total: Numbers

    def removals(self) -> Numbers:
        """Return by how many rules each framework is excluded in each completion."""
        size = self.worlds.size
        counts = np.zeros((len(self.frameworks), size), np.float32)
        for own in self.removed:
            counts += masks_of([own.get(each, 0) for each in self.frameworks], size)
        return counts


class Scorer:
    """The decision model for many completions, with the evidence as of one day."""

    def __init__(self, ground: Ground, pool: Pool) -> None:
        """Prepare what is the same for every project."""
        self._ground = ground
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

    def on(self, pool: Pool) -> "Scorer":
        """Return the model for another choice among the same answers; tables are kept."""
        ways = Ways(self._knowledge, self._ground.as_of)
        other = Scorer(replace(self._ground, ways=ways), pool)
        other._matrix = self._matrix
        return other

    def judge(self, profile: Profile, closed: Collection[str]) -> Judged:
        """Score the completions of a profile; `closed` questions get no answer."""
        tally = self.tally(profile, closed)
        total = np.where(tally.total > 0, tally.total, 1)
        covered = tally.known / total
        least = self._knowledge.constants.least_coverage.value - _ROUNDING
        removed = excluded(self._knowledge.frameworks, tally.removed)
        where = [removed[each] for each in tally.frameworks]
        barred = masks_of(where, self._pool.size) == 1
        out = (covered <= 0) | (covered < least) | barred
        scores = np.where(out, OUT, tally.values / total)
        return Judged(tally.worlds, tally.frameworks, scores, tally.slots)

    def tally(
        self,
        profile: Profile,
        closed: Collection[str],
        frameworks: Sequence[str] | None = None,
    ) -> Tally:
        """Add up what the completions of a profile are scored by.

        Just `frameworks` are looked at; without them, those that are not excluded
        everywhere.
        """
        worlds = self._worlds(profile, closed)
        slots = self._ways.slots(worlds)
        removed = tuple(self._barriers.removed(worlds, slots, frameworks))
        if frameworks is None:
            gone = excluded(self._knowledge.frameworks, removed)
            frameworks = [each for each in gone if gone[each] != worlds.full]
        weights = self._weights(profile, worlds) if frameworks else {}
        sums = self._sums(frameworks, weights, worlds, slots)
        total = np.sum([*weights.values(), np.zeros(worlds.size, np.float32)], axis=0)
        named = tuple(frameworks)
        return Tally(
            worlds, tuple(slots), removed, named, sums.values, sums.known, total
        )

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
        # In an order of its own: sums in single precision differ in another one.
        for criterion in sorted(own.intersection(weights)):
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
