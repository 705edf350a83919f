"""Compare a whole robustness run with the same work in other hands, side by side.

Run it with `python tests/bench_robustness.py [ROUNDS [PROFILE]]`, where pymcdm,
scikit-criteria and pysensmcda are installed. All run in turn in one process on the same
samples of the whole rule base, so that a machine which changes speed changes all.

SMAA-2 ranks the frameworks once for each sample and, for the confidence factors, once
more for each sample and framework that ever came first. Ours and the bare numpy
reference also draw the samples; the peers are handed them. No peer has an axis for
samples: each is called in a loop. The slow ones get only the first samples, and their
time is multiplied. What each of them finds is compared with what ours finds.
"""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program sets it

import numpy as np
from numpy.typing import NDArray

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.challenge.acceptability import (
    central_weights,
    confidence_factors,
    first_shares,
    rank_shares,
    sampled,
)
from advisor.engine.challenge.samples import Samples, draw
from advisor.engine.synthesise import pulls
from advisor.knowledge.base import unproven
from advisor.knowledge.home import builtin_root
from advisor.knowledge.profiles import read_profile
from advisor.model.constants import Constants
from advisor.model.evidence import Evidence
from advisor.model.performance import Known

DAY = date(2026, 11, 21)
Numbers = NDArray[Any]
# Rank acceptabilities, frameworks by ranks, and confidence factors.
Found = tuple[Numbers, Numbers]
Rank = Callable[[Numbers, Numbers], Numbers]


@dataclass(frozen=True)
class Table:
    """What the reference draws from: all frameworks' cells in rows of numbers."""

    importance: Numbers
    middle: Numbers
    own: Numbers
    low: Numbers
    high: Numbers
    enough: Numbers
    shared: Numbers  # sources by cells


def table_of(found: Appraisal, constants: Constants) -> Table:
    """Lay out a ranking for the reference; this is not timed."""
    cells = [
        own.score.cells[each.criterion]
        for own in found.ranking
        for each in found.weighting
    ]
    pulled = [
        pulls(each, constants) if isinstance(each, Known) else {} for each in cells
    ]
    sources = sorted({source for each in pulled for source in each})
    doubt = constants.source_doubt.value
    shared = np.array([[doubt * e.get(s, 0.0) for e in pulled] for s in sources])
    known = np.array(
        [
            (e.value, e.low, e.high) if isinstance(e, Known) else (0.5, 0.0, 1.0)
            for e in cells
        ]
    )
    middle, low, high = known.T
    half = np.maximum(middle - low, high - middle)
    own = np.sqrt(np.maximum(0, half**2 - (shared**2).sum(axis=0)))
    enough = [each.enough or 1.0 for each in found.weighting] * len(found.ranking)
    importance = [each.importance for each in found.weighting]
    columns = (importance, middle, own, low, high, enough, shared)
    return Table(*(np.array(each, np.float32) for each in columns))


def reference(table: Table, size: int) -> Found:
    """Do a whole run in as few lines of numpy as it takes."""
    random = np.random.default_rng(1)
    count = len(table.importance)
    weights = random.standard_gamma(table.importance, (size, count)).astype(np.float32)
    weights /= weights.sum(axis=1, keepdims=True)
    doubts = 2 * random.random((size, len(table.shared)), np.float32) - 1
    values = 2 * random.random((size, len(table.middle)), np.float32) - 1
    values *= table.own
    values += table.middle
    values += doubts @ table.shared
    np.clip(values, table.low, table.high, out=values)
    values /= table.enough
    np.minimum(values, 1, out=values)
    every = values.reshape(size, -1, count)
    ranks = ranked(np.einsum("nfk,nk->nf", every, weights))
    shares = np.array([np.bincount(e, minlength=ranks.shape[1]) for e in ranks.T])
    first = (ranks == 0).astype(np.float32)
    central = (first.T @ weights) / np.maximum(1, first.sum(axis=0))[:, None]
    scores = every @ central.T
    best = scores.max(axis=1)
    confident = [(scores[:, n, n] == best[:, n]).mean() for n in range(len(central))]
    return shares / size, np.array(confident)


def ranked(scores: Numbers) -> Numbers:
    """Return the place of each framework in each sample, the best at 0."""
    places: Numbers = (-scores).argsort(axis=1).argsort(axis=1)
    return places


def aggregated(samples: Samples) -> Found:
    """Do what the peers do, as the engine does it: rank the samples, nothing drawn."""
    scores = samples.scores
    shares = rank_shares(scores)
    central = central_weights(samples.weights, first_shares(scores))
    return shares, confidence_factors(samples.values, central)


def in_a_loop(rank: Rank, samples: Samples) -> Found:
    """Do SMAA-2 with a function that ranks one table with one set of weights."""
    values = samples.values.transpose(1, 0, 2).astype(float)
    ranks = [
        rank(each, weights)
        for each, weights in zip(values, samples.weights.astype(float), strict=True)
    ]
    places = np.array(ranks, int) - 1
    frameworks = places.shape[1]
    shares = np.array([np.bincount(e, minlength=frameworks) for e in places.T])
    confident = np.zeros(frameworks)
    for own in np.flatnonzero(shares[:, 0]):
        central = samples.weights[places[:, own] == 0].mean(axis=0).astype(float)
        central /= central.sum()
        wins = [rank(each, central)[own] == 1 for each in values]
        confident[own] = np.mean(wins)
    return shares / len(values), confident


def with_pymcdm(samples: Samples) -> Found:
    """Loop over pymcdm's weighted sum; values are on one scale and stay as they are."""
    rrankdata = import_module("pymcdm.helpers").rrankdata
    model = import_module("pymcdm.methods").WSM(
        normalization_function=lambda x, cost: x  # noqa: ARG005 - its signature
    )
    gains = np.ones(samples.weights.shape[1])
    return in_a_loop(lambda v, w: rrankdata(model(v, w, gains)), samples)


def with_scikit_criteria(samples: Samples) -> Found:
    """Loop over scikit-criteria's weighted sum."""
    skcriteria = import_module("skcriteria")
    model = import_module("skcriteria.agg.simple").WeightedSumModel()
    gains = [max] * samples.weights.shape[1]

    def rank(values: Numbers, weights: Numbers) -> Numbers:
        made = skcriteria.mkdm(values, gains, weights=weights)
        found: Numbers = model.evaluate(made).rank_
        return found

    return in_a_loop(rank, samples)


def with_pysensmcda(samples: Samples) -> Found:
    """Run pysensmcda's own SMAA-2 with the leanest method there can be."""
    smaa2 = import_module("pysensmcda.smaa").smaa2

    def additive(values: Numbers, weights: Numbers, _: Numbers) -> Numbers:
        total: Numbers = values @ weights
        return total

    values = samples.values.transpose(1, 0, 2).astype(float)
    found = smaa2(
        additive,
        values.mean(axis=0),
        np.ones(values.shape[2]),
        weights=samples.weights.astype(float),
        num_samples=len(values),
        matrix_samples=values,
        reverse_ranking=True,
    )
    return found.rank_acceptability, np.nan_to_num(found.confidence_factors)


# Each with the number of samples that it is handed.
PEERS: dict[str, tuple[Callable[[Samples], Found], int]] = {
    "pymcdm": (with_pymcdm, 200),
    "scikit-criteria": (with_scikit_criteria, 100),
    "pysensmcda": (with_pysensmcda, 10_000),
}


def timed(work: Callable[[], Any]) -> tuple[Any, float]:
    """Return what a piece of work returns, and how long it took, in milliseconds."""
    start = time.perf_counter()
    found = work()
    return found, 1000 * (time.perf_counter() - start)


def agree(own: Found, theirs: Found, name: str) -> None:
    """Stop where a peer finds something else; equal scores may share a rank or not."""
    first = own[0][:, 0] > 0
    np.testing.assert_allclose(theirs[0], own[0], atol=0.011, err_msg=name)
    np.testing.assert_allclose(
        theirs[1][first], own[1][first], atol=0.011, err_msg=name
    )


def main(rounds: int, profile: str) -> None:
    """Print the medians of all, and of their ratios round by round."""
    knowledge = unproven([builtin_root()])
    constants = knowledge.constants
    text = knowledge.profiles[profile]
    found = appraise(
        knowledge, read_profile(text, profile, knowledge), DAY, Evidence.ALL
    )
    ranking, weighting = found.ranking, found.weighting
    size = int(constants.samples.value)
    table = table_of(found, constants)
    samples = draw(ranking, weighting, constants)
    work: dict[str, tuple[Callable[[], Any], float]] = {
        "whole run": (partial(sampled, ranking, weighting, constants), 1),
        "bare numpy, whole run": (partial(reference, table, size), 1),
        "aggregation alone": (partial(aggregated, samples), 1),
    }
    for name, (peer, calls) in PEERS.items():
        few = Samples(samples.weights[:calls], samples.values[:, :calls])
        agree(aggregated(few), peer(few), name)
        work[name] = partial(peer, few), size / calls
    gc.collect()
    gc.disable()  # as the program does
    times: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds):
        for name, (act, times_as_many) in work.items():
            times[name].append(timed(act)[1] * times_as_many)
    print(f"{profile}: {size} samples, {len(ranking)} frameworks, ", end="")
    print(f"{len(weighting)} criteria, {len(table.shared)} sources; {rounds} rounds")
    for name, taken in times.items():
        ratios = [a / b for a, b in zip(taken, times["whole run"], strict=True)]
        alone = [a / b for a, b in zip(taken, times["aggregation alone"], strict=True)]
        print(
            f"{name:22} median {statistics.median(taken):10.1f} ms"
            f"  x whole run {statistics.median(ratios):8.2f}"
            f"  x aggregation {statistics.median(alone):8.1f}"
            + (f"  ({PEERS[name][1]} of {size} samples)" if name in PEERS else "")
        )


if __name__ == "__main__":
    main(
        int(sys.argv[1]) if len(sys.argv) > 1 else 7,
        sys.argv[2] if len(sys.argv) > 2 else "cluster-training",
    )
