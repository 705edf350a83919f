"""Smallest sets of changed answers: every set of small rule bases is tried one by one."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest

from advisor.engine.challenge.changes import (
    Change,
    answered_all_the_same,
    changed,
    changes_of,
)
from advisor.engine.challenge.tipping import tipping_points
from advisor.engine.challenge.variants import Variants
from advisor.model.robustness import Changes, Cleared, TippingPoint
from tests.engine.completions.situations import TODAY, Situation

Winning = Mapping[str, list[Changes]]


def single_changes(given: Situation) -> list[list[Change]]:
    """Return the changes of each question."""
    base, answers = given.base, given.profile.answers
    return [
        changes_of(each, answers.get(each.id), base, TODAY) for each in base.interview()
    ]


def sets_of(given: Situation, size: int) -> Iterator[Changes]:
    """Yield every set of changes of so many questions."""
    for questions in combinations(single_changes(given), size):
        for picked in product(*questions):
            yield {each.question: each.answer for each in picked}


def first_after(given: Situation, changes: Changes) -> str:
    """Return who comes first after some changes, or nobody."""
    base = answered_all_the_same(given.base, given.profile)
    ranking = given.appraise(changed(base, given.profile, changes)).ranking
    return ranking[0].framework if ranking else ""


def winning(given: Situation, size: int) -> Winning:
    """Return the sets of a size that bring each framework to the first place."""
    found: dict[str, list[Changes]] = defaultdict(list)
    for each in sets_of(given, size):
        found[first_after(given, each)].append(each)
    return found


def preference(given: Situation, changes: Changes) -> tuple[int, int]:
    cleared = sum(isinstance(each, Cleared) for each in changes.values())
    return cleared, len(set(changes).intersection(given.profile.answers))


def assert_right(given: Situation, most: int) -> int:
    """Compare with every set of up to `most` changes; return how many points there are."""
    points = tipping_points(Variants(given.base, given.profile, TODAY, given.evidence))
    now = first_after(given, {})
    every = {size: winning(given, size) for size in range(1, most + 1)}
    told = {each.framework: each for each in points}
    assert len(told) == len(points)
    assert now not in told
    for framework in {f for own in every.values() for f in own} - {"", now}:
        smallest = next(size for size in every if framework in every[size])
        sets, point = every[smallest][framework], told[framework]
        assert isinstance(point, TippingPoint)
        assert point.changes in sets
        assert point.others == len(sets) - 1
        best = min(preference(given, each) for each in sets)
        assert preference(given, point.changes) == best
    found = [each for each in points if isinstance(each, TippingPoint)]
    for each in found:
        assert (
            len(each.changes) > most
            or each.changes in every[len(each.changes)][each.framework]
        )
        assert first_after(given, each.changes) == each.framework
    return len(found)


@pytest.mark.parametrize("seed", range(40))
def test_no_set_of_one_or_two_changes_is_overlooked(
    situation: Callable[..., Situation], seed: int
) -> None:
    assert_right(situation(seed, lead=0.2 * (seed % 3), most=300), most=2)


def narrowed(given: Situation, seed: int, questions: int) -> Situation:
    """Return the situation with a few of its questions; what was answered stays known."""
    kept = Random(seed).sample(sorted(given.base.questions), questions)
    asked = {k: each for k, each in given.base.questions.items() if k in kept}
    return replace(given, base=replace(given.base, questions=asked))


@pytest.mark.parametrize("seed", range(30))
def test_no_set_of_three_changes_is_overlooked(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = narrowed(situation(seed, lead=0.1 * (seed % 4), most=300), seed, 6)
    assert_right(given, most=3)
