"""Joining an interview with what has become of the profile meanwhile."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import TypeVar

from advisor.model.profile import Profile
from advisor.model.question import Answer

T = TypeVar("T")

_JOINED = ("answers", "unknown", "weights")


def merged(base: Profile, ours: Profile, theirs: Profile) -> Profile:
    """Return `theirs` with everything that `ours` has changed since `base`.

    What both have changed is taken from `ours`, question by question.
    """
    states = _changed(_states(base), _states(ours), _states(theirs))
    single = {
        each.name: getattr(ours, each.name)
        for each in fields(Profile)
        if each.name not in _JOINED
        and getattr(ours, each.name) != getattr(base, each.name)
    }
    return replace(
        theirs,
        answers={each: own for each, own in states.items() if own is not None},
        unknown=tuple(each for each, own in states.items() if own is None),
        weights=_changed(base.weights, ours.weights, theirs.weights),
        **single,
    )


def _states(profile: Profile) -> Mapping[str, Answer | None]:
    """Return what is said of each question; `None` is "don't know"."""
    return {**dict.fromkeys(profile.unknown), **profile.answers}


def _changed(
    base: Mapping[str, T], ours: Mapping[str, T], theirs: Mapping[str, T]
) -> dict[str, T]:
    """Apply to `theirs` what was added, changed and removed from `base` to `ours`."""
    gone = set(base) - set(ours)
    new = {k: each for k, each in ours.items() if k not in base or base[k] != each}
    return {**{k: each for k, each in theirs.items() if k not in gone}, **new}
