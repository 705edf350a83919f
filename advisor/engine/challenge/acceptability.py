"""How often each framework takes each rank: SMAA-2 (Lahdelma & Salminen 2001)."""

from collections.abc import Sequence
from itertools import combinations
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from advisor.engine.challenge.samples import Numbers, Samples, draw
from advisor.engine.score import value_of
from advisor.model.constants import Constants
from advisor.model.report import NOT_SAMPLED, Ranked, Weighting
from advisor.model.robustness import Acceptability, Favour, NeverFirst, Sampled

Shares = NDArray[np.float64]

_NINETY_FIVE = 1.96  # standard errors on each side of a 95 % interval


def sampled(
    ranking: Sequence[Ranked], weighting: Sequence[Weighting], constants: Constants
) -> Sampled:
    """Sample weights and performances, and count the ranks of each framework."""
    if not ranking:
        return NOT_SAMPLED
    samples = draw(ranking, weighting, constants)
    scores = samples.scores
    shares = rank_shares(scores)
    weights = central_weights(samples.weights, first_shares(scores))
    confident = confidence_factors(samples.values, weights)
    criteria = [each.criterion for each in weighting]
    sure = shares[0, 0]
    if len(ranking) == 1:
        sure = _above_neutral(samples, weighting, constants)
    return Sampled(
        samples=scores.shape[1],
        error=sampling_error(shares, scores.shape[1]),
        frameworks=tuple(
            Acceptability(
                each.framework,
                tuple(shares[place].tolist()),
                Favour(
                    dict(zip(criteria, weights[place].tolist(), strict=True)),
                    float(confident[place]),
                )
                if shares[place, 0] > 0
                else NeverFirst(),
            )
            for place, each in enumerate(ranking)
        ),
        sure=float(sure),
    )


def rank_shares(scores: Numbers) -> Shares:
    """Return the share of samples in which each framework has each rank.

    `scores` are frameworks by samples. Who is equal in a sample shares the ranks that
    they take together, so that rows and columns sum to 1.
    """
    ahead, equal = _places(scores)
    count, size = scores.shape
    shares = np.zeros((count, count))
    for alike in range(1, int(equal.max()) + 1):
        for place in range(count):
            first = ahead[place][equal[place] == alike]
            found = np.bincount(first, minlength=count) / alike
            for step in range(alike):
                shares[place, step:] += found[: count - step]
    shares /= size
    return shares


def first_shares(scores: Numbers) -> Numbers:
    """Return frameworks by samples: 1 where one is first, less where several are."""
    best: Numbers = (scores == scores.max(axis=0)).astype(np.float32)
    best /= best.sum(axis=0)
    return best


def central_weights(weights: Numbers, first: Numbers) -> Numbers:
    """Return, for each framework, the mean weights of the samples in which it is first.

    Zeros where it never is.
    """
    times = first.sum(axis=1, keepdims=True)
    sums: Numbers = first @ weights
    sums /= np.maximum(times, np.finfo(np.float32).tiny)
    return sums


def confidence_factors(values: Numbers, central: Numbers) -> Shares:
    """Return how often each framework is first when its own central weights hold.

    Zero for who has none.
    """
    factors = np.zeros(len(central))
    owners = np.flatnonzero(central.any(axis=1))
    scores = values @ central[owners].T
    for place, own in enumerate(owners):
        factors[own] = first_shares(scores[:, :, place])[own].mean()
    return factors


def sampling_error(shares: Shares, size: int) -> float:
    """Return the half width of the 95 % interval of the least certain share."""
    return _NINETY_FIVE * sqrt(float((shares * (1 - shares)).max()) / size)


def _places(scores: Numbers) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return how many are ahead of each framework, and how many are equal, itself too."""
    ahead = np.zeros(scores.shape, np.int64)
    equal = np.ones(scores.shape, np.int64)
    for one, other in combinations(range(len(scores)), 2):
        wins = scores[one] > scores[other]
        ties = scores[one] == scores[other]
        ahead[other] += wins
        ahead[one] += ~(wins | ties)
        equal[one] += ties
        equal[other] += ties
    return ahead, equal


def _above_neutral(
    samples: Samples, weighting: Sequence[Weighting], constants: Constants
) -> float:
    """Return how often the only framework does better than the neutral middle."""
    neutral = np.array(
        [value_of(constants.neutral.value, each.enough) for each in weighting],
        np.float32,
    )
    return float((samples.scores[0] > samples.weights @ neutral).mean())
