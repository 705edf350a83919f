"""Supposing other answers than those of a profile."""

from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.robustness import Cleared
from advisor.model.what_if import WEIGHT, Settings, Supposition
from advisor.survey.interview import Interview, answering


def suppose(knowledge: Knowledge, profile: Profile, settings: Settings) -> Supposition:
    """Set answers and weights, all together and each alone.

    An answer that has no point any more is dropped, as the interview would do.
    """
    after, dropped = _set(knowledge, profile, settings)
    alone = {
        name: _set(knowledge, profile, {name: each})[0]
        for name, each in settings.items()
    }
    return Supposition(profile, after, alone, dropped)


def _set(
    knowledge: Knowledge, profile: Profile, settings: Settings
) -> tuple[Profile, tuple[str, ...]]:
    weights = dict(profile.weights)
    answers = {}
    for name, each in settings.items():
        criterion = name.removeprefix(WEIGHT)
        if each is Cleared.CLEARED and name.startswith(WEIGHT):
            weights.pop(criterion, None)
        elif isinstance(each, float):
            weights[criterion] = each
        else:
            answers[name] = each
    interview = answering(knowledge, Interview(profile), answers)
    return replace(interview.profile, weights=weights), interview.dropped
