"""What each framework is worth on each weighted criterion, as one table of numbers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from advisor.model.report import Ranked, Weighting

Vector = NDArray[np.float64]
Table = NDArray[np.float64]


def values_of(ranking: Sequence[Ranked], weighting: Sequence[Weighting]) -> Table:
    """Return frameworks by criteria, from 0 to 1; gaps at their neutral middle."""
    rows = [
        {
            **{each.criterion: each.value for each in own.score.contributions},
            **{each.criterion: each.value for each in own.score.gaps},
        }
        for own in ranking
    ]
    criteria = [each.criterion for each in weighting]
    table = [[row[criterion] for criterion in criteria] for row in rows]
    return np.array(table, np.float64).reshape(len(ranking), len(weighting))


def weights_of(weighting: Sequence[Weighting]) -> Vector:
    """Return the weights, in the order of the criteria; they sum to 1."""
    return np.array([each.weight for each in weighting], np.float64)
