"""That an answer alone decides is found by changing nothing else."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from advisor.engine.drift.drift import drift
from advisor.engine.recommend import recommend
from advisor.model.drift import Cause, Drift, MovedAnswer
from advisor.model.profile import Profile
from advisor.model.robustness import Cleared
from tests.engine.completions.situations import Situation, changes
from tests.engine.drift.conftest import NOW, decided, recorded_on, same


def drifted(own: Situation, before: Profile, after: Profile) -> Drift:
    recorded = recorded_on(replace(own, profile=before), own.base, NOW)
    report = recommend(own.base, after, NOW, own.evidence)
    return drift(recorded, own.base, after, report)


def with_one(profile: Profile, move: MovedAnswer) -> Profile:
    """Make one change of answer, weight or permission."""
    if move.name == "allow-retired":
        return replace(profile, allow_retired=move.after is True)
    answers, weights = dict(profile.answers), dict(profile.weights)
    name = move.name.removeprefix("weights.")
    answers.pop(move.name, None)
    if name != move.name:
        weights.pop(name, None)
    match move.after:
        case Cleared():
            pass
        case float():
            weights[name] = move.after
        case _:
            answers[name] = move.after
    return replace(profile, answers=answers, weights=weights)


def test_an_answer_alone_decides_if_changing_it_alone_brings_the_outcome(
    aged: Callable[[int], Situation],
) -> None:
    alone = others = 0
    for seed in range(150):
        own, random = aged(seed), Random(seed)
        *_, after = changes(own, random, 3)
        weights = {"c1": random.choice((0.0, 1.0, 9.0)), "c2": 1.0}
        now = replace(after.profile, weights=weights)
        found = drifted(own, own.profile, now)
        for stage in found.stages:
            assert stage.cause is Cause.ANSWERS
            moves = [e for e in stage.moves if isinstance(e, MovedAnswer)]
            assert moves
            for each in moves:
                then = decided(own.base, own, with_one(own.profile, each), NOW)
                brings = stage.turns and same(then, stage.outcome_after)
                assert each.alone is brings, (seed, each)
                alone += each.alone
                others += not each.alone
            profile = own.profile
            for each in moves:
                profile = with_one(profile, each)
            assert same(decided(own.base, own, profile, NOW), found.after)
    assert alone > 20
    assert others > 100


def test_the_same_answers_in_another_order_are_no_change(
    aged: Callable[[int], Situation],
) -> None:
    own = aged(1)
    before = replace(own.profile, answers={"q3": ("a", "b"), "q1": "a"})
    after = replace(own.profile, answers={"q1": "a", "q3": ("b", "a")})
    assert drifted(own, before, after).stages == ()


def test_priorities_in_another_order_are_a_change(
    aged: Callable[[int], Situation],
) -> None:
    own = aged(1)
    before = replace(own.profile, answers={"priorities": ("c1", "c2")})
    after = replace(own.profile, answers={"priorities": ("c2", "c1")})
    (stage,) = drifted(own, before, after).stages
    move, *_ = (e for e in stage.moves if isinstance(e, MovedAnswer))
    assert (move.name, move.before, move.after) == (
        "priorities",
        ("c1", "c2"),
        ("c2", "c1"),
    )
