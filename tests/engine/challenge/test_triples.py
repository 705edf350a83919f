"""Sets of three changes are ruled out only where they make nobody win."""

from collections.abc import Callable

import numpy as np
import pytest

from advisor.engine.challenge.tipping import up_to_two
from advisor.engine.challenge.triples import candidates, tables
from advisor.engine.challenge.variants import Sets, Variants
from advisor.engine.completions.cells import Numbers
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from tests.engine.completions.situations import TODAY, Situation

SAMPLE = 20_000


def random_triples(variants: Variants, count: int) -> Sets:
    """Return sets of three changes of different questions, each in ascending order."""
    random = np.random.default_rng(1)
    block = np.zeros(len(variants.changes), np.int64)
    for number, own in enumerate(variants.blocks):
        block[own] = number
    drawn = np.sort(random.integers(0, len(variants.changes), (count, 3)), axis=1)
    apart = (np.diff(block[drawn], axis=1) > 0).all(axis=1)
    found: Sets = np.unique(drawn[apart], axis=0)
    return found


def untouched_together(variants: Variants, sets: Sets) -> Sets:
    """Return the sets of which no term is touched by all three changes."""
    terms = variants.touch.terms(variants.frameworks)
    together = terms[:, sets].prod(axis=2).any(axis=0)
    free: Sets = sets[~together]
    return free


def assert_additive(variants: Variants, sets: Sets) -> int:
    """Compare sums over pairs with sums after all three; return how many there were."""
    least = variants.knowledge.constants.least_coverage.value
    pairs = up_to_two(variants)
    sums = tables(variants, pairs, variants.tally(pairs))
    free = untouched_together(variants, sets)
    tally = variants.tally(free)

    def added(table: Numbers) -> Numbers:
        one, two, three = free.T
        joined: Numbers = table[:, one, two] + table[:, one, three]
        return joined + table[:, two, three]

    def assert_same(table: Numbers, right: Numbers, doubt: float) -> None:
        assert added(table) == pytest.approx(right, abs=doubt)

    assert_same(sums.values, tally.values, sums.doubt)
    assert_same(sums.known, tally.known - least * tally.total, sums.doubt)
    assert_same(sums.removals, tally.removals(), 1e-4)
    return len(free)


@pytest.mark.parametrize("seed", range(60))
def test_what_no_term_joins_adds_up(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, most=300)
    variants = Variants(given.base, given.profile, TODAY, given.evidence)
    assert assert_additive(variants, random_triples(variants, 2000)) > 0


@pytest.mark.parametrize(
    "name", ["q-01-own-assistant", "q-09-video-call", "d-frigate-coral-2020"]
)
def test_what_no_term_joins_adds_up_in_the_real_rule_base(
    knowledge: Knowledge, name: str
) -> None:
    case = knowledge.cases[name]
    profile = Profile(answers=case.answers)
    variants = Variants(knowledge, profile, case.as_of, case.evidence)
    sample = random_triples(variants, SAMPLE)
    assert assert_additive(variants, sample) > 0.9 * len(sample)


@pytest.mark.parametrize("seed", range(20))
def test_what_a_term_joins_is_left_to_be_scored(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, most=300)
    variants = Variants(given.base, given.profile, TODAY, given.evidence)
    pairs = up_to_two(variants)
    sums = tables(variants, pairs, variants.tally(pairs))
    left = as_tuples(np.concatenate(list(candidates(variants, sums, []))))
    sample = random_triples(variants, 2000)
    free = as_tuples(untouched_together(variants, sample))
    assert as_tuples(sample) & left == as_tuples(sample) - free


def as_tuples(sets: Sets) -> set[tuple[int, ...]]:
    return {tuple(each) for each in sets.tolist()}


def test_no_set_that_makes_anybody_win_is_ruled_out(knowledge: Knowledge) -> None:
    case = knowledge.cases["q-06-old-tensorflow"]
    profile = Profile(answers=case.answers)
    variants = Variants(knowledge, profile, case.as_of, case.evidence)
    pairs = up_to_two(variants)
    tally = variants.tally(pairs)
    first = variants.standings(
        pairs[:1], variants.tally(pairs[:1]), variants.frameworks
    )
    now = first.first[:, 0]
    named = zip(variants.frameworks, now, strict=True)
    wanted = [each for each, is_first in named if not is_first]
    found = np.concatenate(
        list(candidates(variants, tables(variants, pairs, tally), wanted))
    )
    left = as_tuples(found)
    assert len(left) == len(found)
    sample = random_triples(variants, SAMPLE)
    standings = variants.standings(sample, variants.tally(sample), wanted)
    won = np.flatnonzero(standings.first[~now].any(axis=0))
    assert len(won) > SAMPLE / 100
    assert all(tuple(sample[each].tolist()) in left for each in won)


def test_of_the_sets_that_make_nobody_win_few_are_left(knowledge: Knowledge) -> None:
    case = knowledge.cases["q-01-own-assistant"]
    profile = Profile(answers=case.answers)
    variants = Variants(knowledge, profile, case.as_of, case.evidence)
    pairs = up_to_two(variants)
    sums = tables(variants, pairs, variants.tally(pairs))
    found = sum(map(len, candidates(variants, sums, ["tinygrad"])))
    sizes = [block.stop - block.start for block in variants.blocks]
    one, two, three = (sum(size**power for size in sizes) for power in (1, 2, 3))
    every = (one**3 - 3 * one * two + 2 * three) / 6
    assert 0 < found < every / 20
