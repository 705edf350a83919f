"""The noise floor: the lead that the same evidence gives once it means nothing.

The cells of each criterion are dealt out at random among the ranked frameworks, as in a
permutation test (Fisher 1935), gaps at their neutral middle with them: every criterion
keeps its weight and its values, but whatever made one framework good on many criteria at
once is gone.
"""

from collections.abc import Sequence

import numpy as np

from advisor.engine.challenge.values import values_of, weights_of
from advisor.engine.rank import ROUNDING
from advisor.model.report import Ranked, Weighting
from advisor.model.robustness import Noise

_SHUFFLES = 2000
_SEED = 1935  # any number: the same deal every time
_ONE_IN_TWENTY = 0.05


def noise(ranking: Sequence[Ranked], weighting: Sequence[Weighting]) -> Noise | None:
    """Compare the lead of the first with leads of chance.

    None without a second; and with a single criterion, where every deal only renames.
    """
    if min(len(ranking), len(weighting)) < 2:
        return None
    values, weights = values_of(ranking, weighting), weights_of(weighting)
    every = np.broadcast_to(values, (_SHUFFLES, *values.shape))
    dealt = np.random.default_rng(_SEED).permuted(every, axis=1) @ weights
    second, first = np.partition(dealt, -2, axis=1)[:, -2:].T
    leads = first - second
    real = ranking[0].score.value - ranking[1].score.value
    return Noise(
        shuffles=_SHUFFLES,
        lead=real,
        floor=float(np.quantile(leads, 1 - _ONE_IN_TWENTY)),
        reached=float((leads >= real - ROUNDING).mean()),
    )
