"""Random weights and performances, as far as answers and evidence leave them open.

Weights are drawn from a Dirichlet distribution around the weights of the project: the
more importance the answers give in all, the closer to them (see `constants.firmness`).
What the user stated stays as stated. Normalising uniform numbers instead would favour
the middle.

Performances are drawn inside of their intervals, gaps from the whole scale. The doubt
about a cell has two parts. One is shared: a source may deserve more or less weight than
it got, and then every cell that it speaks on moves, towards what it says or away from
it. What that leaves of the width of the interval is the cell's own.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from advisor.engine.synthesise import pulls
from advisor.model.constants import Constants
from advisor.model.performance import Gap, Known, Performance
from advisor.model.report import Ranked, Weighting

Numbers = NDArray[np.float32]

_SEED = 20261121  # any number: the same draw every time
_WHOLE = (0.5, 0.5)  # middle and half width of a gap


@dataclass(frozen=True, slots=True)
class Samples:
    """A draw: `weights` samples by criteria, `values` frameworks by samples by criteria.

    Criteria are in the order of the weighting, frameworks in that of the ranking; each
    row of weights sums to 1, and values, what a performance is worth, go from 0 to 1.
    """

    weights: Numbers
    values: Numbers

    @property
    def scores(self) -> Numbers:
        """The score of each framework in each sample."""
        scores: Numbers = np.einsum("nk,fnk->fn", self.weights, self.values)
        return scores


def draw(
    ranking: Sequence[Ranked], weighting: Sequence[Weighting], constants: Constants
) -> Samples:
    """Draw weights and performances for the frameworks of a ranking."""
    random = np.random.default_rng(_SEED)
    size = int(constants.samples.value)
    weights = draw_weights(weighting, constants.firmness.value, size, random)
    values = np.empty((len(ranking), size, len(weighting)), np.float32)
    errors = _Errors(size, constants, random)
    enough = np.array([each.enough or 1.0 for each in weighting], np.float32)
    for place, each in enumerate(ranking):
        cells = each.score.cells
        row = [cells[own.criterion] for own in weighting]
        values[place] = np.minimum(errors.performances(row) / enough, 1.0)
    return Samples(weights, values)


def draw_weights(
    weighting: Sequence[Weighting],
    firmness: float,
    size: int,
    random: np.random.Generator,
) -> Numbers:
    """Draw rows of weights that sum to 1; what was stated is the same in all of them."""
    own = np.array([each.weight for each in weighting])
    stated = np.array([each.stated is not None for each in weighting], bool)
    importance = np.array([each.importance for each in weighting])
    weights = np.tile(own.astype(np.float32), (size, 1))
    if not stated.all():
        drawn = random.standard_gamma(
            firmness * importance[~stated], (size, int((~stated).sum()))
        )
        left = own[~stated].sum()
        weights[:, ~stated] = left * drawn / drawn.sum(axis=1, keepdims=True)
    return weights


class _Errors:
    """Draws performances; the doubt about a source is the same in all of its cells."""

    def __init__(
        self, size: int, constants: Constants, random: np.random.Generator
    ) -> None:
        self._size = size
        self._constants = constants
        self._random = random
        self._doubts: dict[str, Numbers] = {}

    def performances(self, row: Sequence[Performance]) -> Numbers:
        """Return samples by cells."""
        doubt = self._constants.source_doubt.value
        pulled = [_pulled(each, self._constants, doubt) for each in row]
        spreads = [_spread(*each) for each in zip(row, pulled, strict=True)]
        middle, own, low, high = np.array(spreads, np.float32).T
        drawn: Numbers = self._uniform((self._size, len(row))) * own + middle
        sources = sorted({source for each in pulled for source in each})
        if sources:
            shared = np.array(
                [[each.get(source, 0.0) for each in pulled] for source in sources],
                np.float32,
            )
            drawn += np.stack([self._doubt(each) for each in sources], 1) @ shared
        np.clip(drawn, low, high, out=drawn)
        return drawn

    def _doubt(self, source: str) -> Numbers:
        if source not in self._doubts:
            self._doubts[source] = self._uniform((self._size,))
        return self._doubts[source]

    def _uniform(self, shape: tuple[int, ...]) -> Numbers:
        drawn = self._random.random(shape, np.float32)
        drawn *= 2
        drawn -= 1
        return drawn


def _pulled(cell: Performance, constants: Constants, doubt: float) -> dict[str, float]:
    if isinstance(cell, Gap):
        return {}
    return {source: doubt * pull for source, pull in pulls(cell, constants).items()}


def _spread(
    cell: Performance, pulled: dict[str, float]
) -> tuple[float, float, float, float]:
    """Return the middle of a cell, its own doubt, and its bounds."""
    if not isinstance(cell, Known):
        return *_WHOLE, 0.0, 1.0
    half = max(cell.value - cell.low, cell.high - cell.value)
    shared = sum(pull * pull for pull in pulled.values())
    return cell.value, max(0.0, half * half - shared) ** 0.5, cell.low, cell.high
