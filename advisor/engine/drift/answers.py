"""Which answers of a project have moved, and what each of them alone has done."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from advisor.engine.digests import settled
from advisor.engine.drift.state import Decision, State
from advisor.engine.facts import ALLOW_RETIRED
from advisor.model.drift import MovedAnswer
from advisor.model.profile import Profile
from advisor.model.robustness import Cleared
from advisor.model.what_if import WEIGHT, Setting

T = TypeVar("T")

# Of so many changed answers, in the order of the interview, each is tried out alone. Of
# the others it is taken that they alone do not decide.
MOST_TRIED = 16


def moved_answers(
    before: Profile, after: Profile, state: State, then: Decision, now: Decision
) -> tuple[MovedAnswer, ...]:
    """Return what a profile says otherwise; what alone brings the outcome comes first.

    `state` is that of the profile before, on the day and with the rule base of now.
    """
    once, current = _settings(before), _settings(after)
    order = [*(each.id for each in state.knowledge.interview()), ALLOW_RETIRED]
    names = [each for each in order if once.get(each) != current.get(each)]
    names += sorted(
        each
        for each in {*once, *current}.difference(order)
        if once.get(each) != current.get(each)
    )
    tried = names[:MOST_TRIED] if then.outcome != now.outcome else []
    alone = {
        each
        for each in tried
        if len(names) == 1
        or State(
            state.knowledge, _with(before, each, after), state.as_of, state.evidence
        ).comes_to(now.outcome)
    }
    moves = (
        MovedAnswer(
            each,
            once.get(each, Cleared.CLEARED),
            current.get(each, Cleared.CLEARED),
            each in alone,
        )
        for each in names
    )
    return tuple(sorted(moves, key=lambda each: not each.alone))


def _settings(profile: Profile) -> Mapping[str, Setting]:
    """Return all that a profile says and that the engine reads, by name."""
    answers = {name: settled(name, each) for name, each in profile.answers.items()}
    weights = {f"{WEIGHT}{name}": each for name, each in profile.weights.items()}
    return {**answers, **weights, ALLOW_RETIRED: profile.allow_retired}


def _with(profile: Profile, name: str, other: Profile) -> Profile:
    """Return the profile with one setting of another."""
    if name == ALLOW_RETIRED:
        return replace(profile, allow_retired=other.allow_retired)
    if name.startswith(WEIGHT):
        criterion = name.removeprefix(WEIGHT)
        return replace(
            profile, weights=_one_of(criterion, profile.weights, other.weights)
        )
    return replace(profile, answers=_one_of(name, profile.answers, other.answers))


def _one_of(name: str, own: Mapping[str, T], other: Mapping[str, T]) -> dict[str, T]:
    left = {each: value for each, value in own.items() if each != name}
    return {**left, name: other[name]} if name in other else left
