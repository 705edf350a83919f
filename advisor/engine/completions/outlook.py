"""What thousands of judged completions say about the one that will come true."""

from collections.abc import Mapping
from functools import cached_property

import numpy as np

from advisor.engine.completions.cells import Numbers
from advisor.engine.completions.columns import Mask, masks_of
from advisor.engine.completions.information import Codes, Outcomes
from advisor.engine.completions.scores import OUT, Judged
from advisor.engine.completions.ways import Slot
from advisor.engine.rank import ROUNDING
from advisor.model.outlook import Promise

# Where the leader stays in so many completions, the question is rather how to get out.
_STAYS = 0.97
_PLACES = 3
NOBODY = ""


class Spread:
    """Who wins where; the first completion is the project as it is known now.

    Completions whose answers leave no framework at all contradict each other (a chip
    under a system that does not know it) and do not count, unless all are like that.
    """

    def __init__(
        self, judged: Judged, tie_margin: float, influence: Mapping[str, float]
    ) -> None:
        """Find the winner of every completion, of equal scores the first by name.

        `influence` holds the facts that anything reads and how much hangs on each.
        """
        self._judged = judged
        self._margin = tie_margin
        self._influence = influence
        scores = np.round(judged.scores, 6)
        self._best: Numbers = scores.max(axis=0, initial=OUT)
        nobody = len(judged.frameworks)
        first = scores.argmax(axis=0) if judged.frameworks else nobody
        self._winner = np.where(self._best > OUT, first, nobody)
        self._counts = self._best > OUT
        if not self._counts.any():
            self._counts = np.ones(judged.worlds.size, np.bool_)

    @cached_property
    def leader(self) -> str:
        """Who is recommended now, or nobody."""
        return self._name(int(self._winner[0]))

    @property
    def tied(self) -> tuple[str, ...]:
        """Those that share the first rank now, by name; nobody without a leader."""
        if not self.leader:
            return ()
        now = self._judged.scores[:, 0]
        near = now >= now.max() - self._margin - ROUNDING
        named = zip(self._judged.frameworks, near, strict=True)
        return tuple(each for each, is_near in named if is_near)

    @property
    def shares(self) -> dict[str, float]:
        """In which share of the completions each framework wins, largest first."""
        winners = self._winner[self._counts]
        names, counts = np.unique(winners, return_counts=True)
        found = {
            self._name(int(name)): float(count) / len(winners)
            for name, count in zip(names, counts, strict=True)
        }
        return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))

    @cached_property
    def stays(self) -> float:
        """The share in which the leader is first, alone or with others."""
        return float(self._staying[self._counts].mean())

    @property
    def settled(self) -> float:
        """The share in which it also has the same ways to the same targets."""
        both = self._staying & self._same_ways
        return float(both[self._counts].mean())

    @property
    def unanimous(self) -> bool:
        """Whether nothing changes in any completion, those without a winner included."""
        same = self._winner == self._winner[0]
        return bool((same & self._same_ways).all())

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """What each open question that anything reads tells, best first.

        While it is open who wins, what tells most about that comes first; then what
        tells most about the ways.
        """
        ways = Outcomes(self._ways()[self._counts])
        winners = Outcomes(self._winner[self._counts])
        worlds = self._judged.worlds
        found = []
        for fact in worlds.columns:
            if fact in self._influence and worlds.answered(fact):
                answers = worlds.index(fact)[self._counts]
                told = winners.told_by(answers), ways.told_by(answers)
                found.append(Promise(fact, *told))
        return tuple(sorted(found, key=self._order))

    def _order(self, promise: Promise) -> tuple[float, float, float]:
        """What tells as much as another is decided by what hangs on it in the rules."""
        winner, paths = promise.winner, promise.paths
        if self.leader and self.stays >= _STAYS:
            winner, paths = winner + paths, 0.0
        hangs = self._influence[promise.question]
        return -round(winner, _PLACES), -round(paths, _PLACES), -hangs

    @cached_property
    def _staying(self) -> Mask:
        if not self.leader:
            return np.zeros(self._judged.worlds.size, np.bool_)
        own: Numbers = self._judged.scores[self._judged.frameworks.index(self.leader)]
        near = own >= self._best - self._margin - ROUNDING
        staying: Mask = (own > OUT) & near
        return staying

    @cached_property
    def _same_ways(self) -> Mask:
        """Where the leader's ways are those of now, to no more and no fewer targets."""
        same = self._judged.worlds.full
        now = {each.target for each in self._own_slots if each.where & 1}
        for slot in self._own_slots:
            if slot.where & 1:
                same &= slot.where
            elif slot.target not in now:
                same &= ~slot.where
        ways: Mask = masks_of([same], self._judged.worlds.size)[0] == 1
        return ways

    @cached_property
    def _own_slots(self) -> tuple[Slot, ...]:
        slots = self._judged.slots
        return tuple(each for each in slots if each.framework == self.leader)

    def _ways(self) -> Codes:
        """Return one number for each set of ways that the leader can have."""
        own = self._own_slots
        size = self._judged.worlds.size
        if not own:
            return np.zeros(size, np.int64)
        there = masks_of([each.where for each in own], size).astype(np.int64)
        # A sum of random marks tells sets apart, but for one pair in many billions.
        marks = np.random.default_rng(0).integers(1, 2**40, len(own), dtype=np.int64)
        which: Codes = np.unique(marks @ there, return_inverse=True)[1]
        return which.reshape(-1)

    def _name(self, place: int) -> str:
        known = place < len(self._judged.frameworks)
        return self._judged.frameworks[place] if known else NOBODY
