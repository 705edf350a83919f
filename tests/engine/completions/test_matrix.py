"""The matrix of many completions holds the cells of each."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from random import Random

import numpy as np
import pytest

from advisor.engine.completions.matrix import Matrix
from advisor.engine.completions.pool import draw
from advisor.engine.facts import ALLOW_RETIRED
from advisor.engine.soundness import PATH_CRITERION
from tests.engine.completions.situations import (
    TODAY,
    Situation,
    answers_at,
    changes,
    worlds_of,
)

SIZE = 30


@pytest.mark.parametrize("seed", range(25))
def test_a_cell_is_that_of_the_single_completion_whatever_was_looked_up_before(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed)
    given = replace(given, profile=replace(given.profile, answers={}), closed=())
    cells, pool = given.ground.cells, draw(given.base, TODAY, SIZE)
    matrix = Matrix(cells, pool.columns)
    for each in changes(given, Random(seed), 5):
        worlds = worlds_of(each, pool)
        facts = [
            {**answers_at(worlds, place), ALLOW_RETIRED: each.profile.allow_retired}
            for place in range(SIZE)
        ]
        for cell in product(given.base.frameworks, given.base.criteria):
            if cell[1] == PATH_CRITERION:
                continue
            expected = [cells.fixed(cell, own) for own in facts]
            value, there = matrix.cell(cell, worlds)
            assert value == pytest.approx([e[0] for e in expected], abs=1e-6)
            assert there == pytest.approx([e[1] for e in expected])


@pytest.mark.parametrize("seed", range(10))
def test_the_sums_are_those_of_the_cells_one_by_one(
    situation: Callable[..., Situation], seed: int
) -> None:
    given, random = situation(seed), np.random.default_rng(seed)
    pool = draw(given.base, TODAY, SIZE)
    matrix, worlds = Matrix(given.ground.cells, pool.columns), worlds_of(given, pool)
    names = tuple(given.base.frameworks)
    weights = {
        each: random.random(SIZE, np.float32)
        for each in given.base.criteria
        if each != PATH_CRITERION
    }
    sums = matrix.sums(names, weights, worlds)
    for line, name in enumerate(names):
        found = {each: matrix.cell((name, each), worlds) for each in weights}
        for kind, total in enumerate((sums.values, sums.known)):
            parts = [weights[each] * pair[kind] for each, pair in found.items()]
            assert total[line] == pytest.approx(np.sum(parts, axis=0), abs=1e-5)
