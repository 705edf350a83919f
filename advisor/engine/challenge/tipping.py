"""Tipping points: the fewest answers that have to change for a framework to win.

Every set of changed answers of a size is tried (see `changes` for what one change is)
before any larger one, up to three different questions, so that a set that is found is a
smallest one, and where none is found there is none. Sets of three that cannot bring
anybody to the first place are ruled out without being scored (see `triples`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from advisor.engine.challenge.changes import Change
from advisor.engine.challenge.triples import candidates, tables
from advisor.engine.challenge.variants import NOTHING, Sets, Standings, Variants
from advisor.engine.facts import as_text
from advisor.model.robustness import Cleared, NoTippingPoint, TippingPoint

MOST_CHANGES = 3
_SCORED_AT_ONCE = 1 << 16
_PLACES = 5  # of a lead: what differs less is the same in single precision


def tipping_points(
    variants: Variants,
) -> tuple[TippingPoint | NoTippingPoint, ...]:
    """Return the smallest set of changed answers for everybody but the present first.

    Those of the fewest changes come first, then by id; last those for which no set of up
    to three changes exists. Who is out whatever is answered (retired, not released yet)
    is left out. Of several smallest sets the most natural is told: an open question that
    gets an answer is more so than an answer that is altered, that more so than one that
    is taken back, and least of all what most projects have nothing to say to; then that
    with the largest lead.
    Where nobody is ranked now, everybody may have a tipping point.
    """
    search = _Search(variants)
    search.run()
    points = sorted(search.points(), key=lambda p: (len(p.changes), p.framework))
    return (*points, *(NoTippingPoint(each, MOST_CHANGES) for each in search.left))


def up_to_two(variants: Variants) -> Sets:
    """Return the sets of no change, of one change and of two."""
    blocks = np.repeat(
        np.arange(len(variants.blocks)),
        [block.stop - block.start for block in variants.blocks],
    )
    one, two = np.triu_indices(len(blocks), 1)
    apart = blocks[one] != blocks[two]
    single = np.arange(NOTHING, len(blocks))
    alone = np.column_stack([single, np.full_like(single, NOTHING)])
    return np.concatenate([alone, np.column_stack([one[apart], two[apart]])])


@dataclass(frozen=True, slots=True)
class _Found:
    """Sets of one size after which a framework comes first: the best, and how many."""

    key: tuple[float, ...]
    places: tuple[int, ...]
    lead: float
    count: int

    def joined(self, other: "_Found") -> "_Found":
        """Return both together."""
        best = min(self, other, key=lambda each: each.key)
        return replace(best, count=self.count + other.count)


class _Search:
    """Looks for the smallest sets; `left` are the frameworks without one so far."""

    def __init__(self, variants: Variants) -> None:
        """Prepare the order of preference among sets of one size."""
        self._variants = variants
        self._found: dict[str, _Found] = {}
        self.left = list(variants.frameworks)
        changes = variants.changes
        names = sorted(range(len(changes)), key=lambda place: _name(changes[place]))
        # The last place is that of `NOTHING`.
        self._names = np.argsort([*names, len(changes)])
        self._strange = np.array([*(_strangeness(e, variants) for e in changes), 0])

    def run(self) -> None:
        """Try all sets of no change, one, two and three changes."""
        variants = self._variants
        sets = up_to_two(variants)
        tally = variants.tally(sets)
        sizes = (sets != NOTHING).sum(axis=1)
        for size in range(MOST_CHANGES):
            own = sizes == size
            self._keep([(sets, variants.standings(sets, tally, self.left, own), own)])
            if size == 0:
                self._found.clear()
        if self.left:
            sums = tables(variants, sets, tally)
            every = _gathered(candidates(variants, sums, self.left))
            self._keep(map(self._scored, every))

    def points(self) -> Iterator[TippingPoint]:
        """Yield what was found."""
        for framework, own in self._found.items():
            changes = self._variants.named(own.places)
            yield TippingPoint(framework, changes, own.lead, own.count - 1)

    def _scored(self, sets: Sets) -> tuple[Sets, Standings, NDArray[np.bool_]]:
        variants = self._variants
        standings = variants.standings(sets, variants.tally(sets), self.left)
        return sets, standings, np.ones(len(sets), np.bool_)

    def _keep(self, every: Iterable[tuple[Sets, Standings, NDArray[np.bool_]]]) -> None:
        """Keep who comes first after the sets of one size, of those that are left."""
        for sets, standings, counted in every:
            for row, framework in enumerate(self._variants.frameworks):
                own = standings.first[row] & counted
                if framework in self.left and own.any():
                    found = self._best(sets[own], standings.leads(row)[own])
                    before = self._found.get(framework)
                    self._found[framework] = found.joined(before) if before else found
        self.left = [each for each in self.left if each not in self._found]

    def _best(self, sets: Sets, leads: NDArray[np.float32]) -> _Found:
        rounded = np.round(leads.astype(np.float64), _PLACES)
        keys = np.column_stack(
            [
                self._strange[sets].sum(axis=1),
                -rounded,
                np.sort(self._names[sets], axis=1),
            ]
        )
        best = np.lexsort(keys.T[::-1])[0]
        lead = max(0.0, float(rounded[best]))
        return _Found(tuple(keys[best]), tuple(sets[best]), lead, len(sets))


def _strangeness(change: Change, variants: Variants) -> int:
    """Return how far a change is from what a project might well come to."""
    if isinstance(change.answer, Cleared):
        return 2
    if variants.knowledge.questions[change.question].seldom:
        return 3
    return int(change.question in variants.profile.answers)


def _gathered(parts: Iterable[Sets]) -> Iterator[Sets]:
    """Yield the sets in portions that can be scored at once."""
    waiting: list[Sets] = []
    for part in parts:
        waiting.append(part)
        if sum(map(len, waiting)) >= _SCORED_AT_ONCE:
            yield np.concatenate(waiting)
            waiting = []
    if any(map(len, waiting)):
        yield np.concatenate(waiting)


def _name(change: Change) -> tuple[str, str]:
    answer = change.answer
    return change.question, "" if isinstance(answer, Cleared) else as_text(answer)
