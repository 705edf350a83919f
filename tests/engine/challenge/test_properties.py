"""What must hold of every challenge, shown on many small made-up ones."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.challenge.acceptability import rank_shares, sampled
from advisor.engine.challenge.challenge import challenge
from advisor.engine.challenge.dominance import dominated
from advisor.engine.challenge.samples import Samples, draw
from advisor.engine.challenge.stability import stable_weights
from advisor.engine.score import score
from advisor.model.constants import Constants
from advisor.model.performance import Known
from advisor.model.report import Ranked
from advisor.model.robustness import Challenge, Favour, NeverFirst
from tests.engine.challenge.tables import Project, Table, ranked, tables, weighted

Build = Callable[[int], Project]
V = TypeVar("V")

SEEDS = range(80)


def judged(project: Build) -> list[tuple[Project, Appraisal]]:
    """Return the projects in which anybody is ranked."""
    every = [(own, appraise(*own)) for own in map(project, SEEDS)]
    found = [each for each in every if each[1].ranking]
    assert len(found) > 40
    return found


def test_acceptabilities_sum_to_one_by_framework_and_by_rank(project: Build) -> None:
    for own, found in judged(project):
        every = sampled(found.ranking, found.weighting, own[0].constants).frameworks
        shares = np.array([each.ranks for each in every])
        assert shares.shape == (len(found.ranking),) * 2
        assert shares.sum(axis=0) == pytest.approx(1)
        assert shares.sum(axis=1) == pytest.approx(1)


def test_central_weights_sum_to_one_and_belong_to_who_was_first(
    project: Build,
) -> None:
    for own, found in judged(project):
        for each in sampled(
            found.ranking, found.weighting, own[0].constants
        ).frameworks:
            match each.favour:
                case NeverFirst():
                    assert each.first == 0
                case Favour(weights, confidence):
                    assert each.first > 0
                    assert sum(weights.values()) == pytest.approx(1, abs=1e-5)
                    assert 0 <= confidence <= 1


def apart(high: float) -> st.SearchStrategy[tuple[float, float]]:
    """Return the interval of a cell that ends here or lower."""
    return st.floats(0, high).map(lambda low: (low, high))


@given(data=st.data())
def test_who_is_dominated_in_every_interval_is_never_first(
    data: st.DataObject, some_constants: Callable[..., Constants]
) -> None:
    criteria = weighted(data.draw(st.lists(st.floats(0.1, 9), min_size=1, max_size=5)))
    limits = data.draw(
        st.lists(st.floats(0.1, 0.8), min_size=len(criteria), max_size=len(criteria))
    )
    below = [data.draw(apart(limit)) for limit in limits]
    above = [(limit + 0.01, data.draw(st.floats(limit + 0.01, 1))) for limit in limits]

    def rank(name: str, place: int, row: Sequence[tuple[float, float]]) -> Ranked:
        cells = {
            own.criterion: Known((low + high) / 2, low, high, ())
            for own, (low, high) in zip(criteria, row, strict=True)
        }
        return Ranked(name, place, score(cells, criteria, 0.5))

    ranking = (rank("A", 1, above), rank("B", 2, below))
    found = sampled(ranking, criteria, some_constants())
    assert [each.first for each in found.frameworks] == [1, 0]
    assert found.frameworks[1].favour == NeverFirst()


@given(tables(least=2))
def test_no_weight_makes_a_dominated_framework_first(
    drawn: tuple[Table, list[float]],
) -> None:
    ranking, weighting = ranked(*drawn)
    losing = {each.framework for each in dominated(ranking)}
    for each in stable_weights(ranking, weighting):
        assert losing.isdisjoint((each.under, each.over))


def test_with_the_same_samples_order_decides_nothing(project: Build) -> None:
    random = np.random.default_rng(9)
    for own, found in judged(project):
        samples = draw(found.ranking, found.weighting, own[0].constants)
        frameworks = random.permutation(len(found.ranking))
        criteria = random.permutation(len(found.weighting))
        other = Samples(
            samples.weights[:, criteria], samples.values[frameworks][:, :, criteria]
        )
        expected = rank_shares(samples.scores)[frameworks]
        # Sums of the same addends in another order may part what was equal.
        assert rank_shares(other.scores) == pytest.approx(expected, abs=0.02)


def test_the_order_of_records_changes_nothing(project: Build) -> None:
    for seed in range(20):
        base, profile, day, evidence = project(seed)
        random = Random(seed)

        def shuffled(records: Mapping[str, V], random: Random = random) -> dict[str, V]:
            return dict(random.sample(list(records.items()), len(records)))

        other = replace(
            base,
            frameworks=shuffled(base.frameworks),
            criteria=shuffled(base.criteria),
            sources=shuffled(base.sources),
            claims=shuffled(base.claims),
            rules=shuffled(base.rules),
            questions=shuffled(base.questions),
            paths=shuffled(base.paths),
        )
        expected = challenge(base, profile, day, evidence)
        found = challenge(other, profile, day, evidence)
        assert replace(found, open_questions=()) == replace(
            expected, open_questions=()
        ), seed
        # These are worked out in single precision.
        assert leads(found) == pytest.approx(leads(expected), abs=1e-5)


def leads(found: Challenge) -> dict[str, float]:
    return {
        f"{each.question} {end}": lead
        for each in found.open_questions
        for end, lead in (("low", each.low), ("high", each.high))
    }
