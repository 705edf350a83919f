"""Many sets of changed answers are scored at once as the engine scores one."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import numpy as np
import pytest

from advisor.engine.appraise import appraise
from advisor.engine.challenge.changes import changed
from advisor.engine.challenge.variants import NOTHING, Sets, Variants
from advisor.engine.completions.scores import OUT
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.rule import Exclude, Rule, Screen
from advisor.model.system import Framework
from tests.engine.completions.situations import TODAY, Situation

CLOSE = 1e-5  # single precision


def some_sets(variants: Variants, random: Random, count: int) -> Sets:
    """Return random sets of up to three changes of different questions."""
    found = [[NOTHING] * 3]
    for _ in range(count):
        size = random.randint(1, min(3, len(variants.blocks)))
        blocks = random.sample(variants.blocks, size)
        picked = [random.randrange(each.start, each.stop) for each in blocks]
        found.append([*picked, *[NOTHING] * (3 - size)])
    return np.array(found)


@pytest.mark.parametrize("seed", range(60))
def test_after_any_changes_scores_and_the_first_are_those_of_the_engine(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, most=300)
    variants = Variants(given.base, given.profile, TODAY, given.evidence)
    sets = some_sets(variants, Random(seed), 12)
    standings = variants.standings(sets, variants.tally(sets), variants.frameworks)
    for place, each in enumerate(sets):
        profile = changed(variants.knowledge, given.profile, variants.named(each))
        ranking = appraise(given.base, profile, TODAY, given.evidence).ranking
        named = zip(variants.frameworks, standings.scores[:, place], strict=True)
        found = {name: score for name, score in named if score > OUT}
        expected = {each.framework: each.score.value for each in ranking}
        assert found == pytest.approx(expected, abs=CLOSE)
        first = [variants.frameworks[row] for row in _first(standings.first[:, place])]
        assert first == [each.framework for each in ranking[:1]]


def _first(column: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> list[int]:
    return [int(row) for row in np.flatnonzero(column)]


def test_each_question_has_its_own_part_of_the_changes(
    situation: Callable[..., Situation],
) -> None:
    given = situation(3, most=300)
    variants = Variants(given.base, given.profile, TODAY, Evidence.ALL)
    parts = [variants.changes[block] for block in variants.blocks]
    assert sum(parts, ()) == variants.changes
    assert all(len({each.question for each in part}) == 1 for part in parts)
    assert [len(part) for part in parts] == sorted(len(part) for part in parts)
    assert len({part[0].question for part in parts}) == len(parts)


def test_who_is_out_whatever_is_answered_is_not_looked_at(
    situation: Callable[..., Situation], a_rule: Callable[..., Rule]
) -> None:
    every = (situation(seed).base for seed in range(100))
    given = next(each for each in every if unreleased(each))
    screen = a_rule("x1", exclude=Exclude(Screen.NOT_RELEASED))
    base = replace(given, rules={**given.rules, "x1": screen})
    variants = Variants(base, Profile(), TODAY, Evidence.ALL)
    assert set(variants.frameworks) == set(base.frameworks) - unreleased(base)


def unreleased(base: Knowledge) -> set[str]:
    every = base.frameworks.values()
    return {each.id for each in every if each.first_release.date > TODAY}


@pytest.mark.parametrize("turned", range(8))
def test_what_single_precision_cannot_tell_apart_is_left_to_the_engine(
    turned: int,
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
) -> None:
    # The same values on other criteria: equal scores, but for the order of the addends.
    names = [f"f{place}" for place in range(8)]
    values = [0.1, 0.7, 0.45, 0.83, 0.31, 0.59, 0.97, 0.23]
    criteria = [f"c{place}" for place in range(8)]
    claims = {
        each: [
            a_claim(
                each,
                performance={
                    name: values[(place + turn + turned) % 8]
                    for turn, name in enumerate(names)
                },
            )
        ]
        for place, each in enumerate(criteria)
    }
    base = a_knowledge(
        frameworks=[a_framework(each) for each in names],
        criteria=[a_criterion(each) for each in criteria],
        sources=[a_source("s1", published=TODAY)],
        claims=claims,
        rules=[a_rule("r1", raise_=dict.fromkeys(criteria, 0.7))],
    )
    variants = Variants(base, Profile(), TODAY, Evidence.ALL)
    sets = np.array([[NOTHING]])
    standings = variants.standings(sets, variants.tally(sets), names)
    assert _first(standings.first[:, 0]) == [0]
