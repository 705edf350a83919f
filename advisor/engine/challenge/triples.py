"""Which sets of three changes could bring a framework to the first place.

A term that not all three changes touch (see `touch`) is after all three what it is after
those that do, so that its share in the score follows from the sets of two, by inclusion
and exclusion: t(uvw) = t(uv) + t(uw) + t(vw) - t(u) - t(v) - t(w) + t(). Where no term is
touched by all three, so do the sums of terms, and with them who comes first; the millions
of such sets take additions alone. The others, one in thirty or so, cannot be ruled out
this way.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from advisor.engine.challenge.variants import DOUBT, Sets, Variants
from advisor.engine.completions.cells import Numbers
from advisor.engine.completions.columns import Mask
from advisor.engine.completions.scores import Tally


@dataclass(frozen=True, slots=True)
class Tables:
    """Sums after every two changes, of which three parts add up to those after three.

    Frameworks by changes by changes: weight × value; how far weight × known is above
    what judging a framework takes; by how many rules it is excluded. `doubt` is what
    single precision can be wrong by, in units of the first two.
    """

    values: Numbers
    known: Numbers
    removals: Numbers
    doubt: float


def tables(variants: Variants, sets: Sets, tally: Tally) -> Tables:
    """Arrange the sums after no change, one change and two changes."""
    least = variants.knowledge.constants.least_coverage.value

    def arranged(sums: Numbers) -> Numbers:
        # One place more than there are changes: the last one is `NOTHING`.
        size = len(variants.changes) + 1
        table = np.zeros((len(sums), size, size), np.float32)
        table[:, sets[:, 0], sets[:, 1]] = sums
        table[:, sets[:, 1], sets[:, 0]] = sums
        # What single changes and the present state add is shared out among the pairs.
        half, sixth = np.float32(1 / 2), np.float32(1 / 6)
        single: Numbers = table[:, :, -1] * half - table[:, -1:, -1] * sixth
        folded: Numbers = table - single[:, :, None] - single[:, None, :]
        return folded

    return Tables(
        values=arranged(tally.values),
        known=arranged(tally.known - least * tally.total),
        removals=arranged(tally.removals()),
        doubt=DOUBT * float(tally.total.max(initial=0)),
    )


def candidates(
    variants: Variants, sums: Tables, wanted: Collection[str]
) -> Iterator[Sets]:
    """Yield every set of three changes that is not ruled out for all of `wanted`."""
    terms = variants.touch.terms(variants.frameworks)
    rows = [row for row, each in enumerate(variants.frameworks) if each in wanted]
    end = len(variants.changes)
    for one, two in combinations(variants.blocks, 2):
        rest = slice(two.stop, end)
        if rest.start < end:
            hopeful = _hopeful(sums, rows, (one, two, rest)) | _joint(
                terms, (one, two, rest)
            )
            found = np.stack(np.nonzero(hopeful), axis=1)
            yield found + np.array([one.start, two.start, rest.start])


_Blocks = tuple[slice, slice, slice]


def _joint(terms: Numbers, blocks: _Blocks) -> Mask:
    """Return which sets touch one term together."""
    one, two, three = (terms[:, each] for each in blocks)
    pairs = (one[:, :, None] * two[:, None, :]).reshape(len(terms), -1)
    shape = one.shape[1], two.shape[1], three.shape[1]
    found: Mask = (pairs.T @ three > 0).reshape(shape)
    return found


def _hopeful(sums: Tables, rows: list[int], blocks: _Blocks) -> Mask:
    """Return the sets after which one of the rows may come first, were they additive."""
    values = _added(sums.values, blocks)
    known = _added(sums.known, blocks)
    free = _added(sums.removals, blocks) < 0.5
    sure = free & (known > sums.doubt)
    best = np.where(sure, values, -np.inf).max(axis=0)
    may = free[rows] & (known[rows] >= -sums.doubt)
    hope: Mask = (may & (values[rows] >= best - sums.doubt)).any(axis=0)
    return hope


def _added(table: Numbers, blocks: _Blocks) -> Numbers:
    one, two, three = blocks
    added: Numbers = (
        table[:, one, two][:, :, :, None]
        + table[:, one, three][:, :, None, :]
        + table[:, two, three][:, None, :, :]
    )
    return added
