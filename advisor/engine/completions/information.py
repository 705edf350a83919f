"""How much an answer tells: the expected drop of entropy (Lindley 1956)."""

from math import log

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.integer]


class Outcomes:
    """What came out in each completion, as numbers from 0."""

    def __init__(self, codes: Codes) -> None:
        """Count how often each outcome occurs."""
        self._codes = codes
        self._kinds = int(codes.max()) + 1
        self._entropy, self._filled = _entropy(np.bincount(codes))

    def told_by(self, answers: Codes) -> float:
        """Return what the answers tell about the outcomes, in bits, never below 0.

        `answers` gives a number from 0 for each completion. Counting makes rare pairs
        look telling; what that adds on average is taken off again (Miller 1955): the
        pairs that occur, less those that would have to, over twice the completions.
        """
        joint = answers.astype(np.int64) * self._kinds + self._codes
        pairs, many = _entropy(np.bincount(joint))
        alone, few = _entropy(np.bincount(answers))
        spare = many - few - self._filled + 1
        told = alone + self._entropy - pairs
        return max(0.0, told - spare / (2 * len(answers) * log(2)))


def _entropy(counts: Codes) -> tuple[float, int]:
    """Return the entropy of counts in bits, and how many of them are not zero."""
    there = counts[counts > 0]
    shares = there / there.sum()
    return float(-(shares @ np.log2(shares))), len(there)
