"""Whether moving away from existing code pays, and from which horizon on."""

from collections.abc import Callable
from dataclasses import replace

from advisor.engine.facts import many
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Horizon, Verdict

HORIZON = "maintenance-horizon"
_EXISTING = "existing-code"
_NOTHING = "none"

Decide = Callable[[Profile], tuple[Verdict, str]]


def horizons(
    knowledge: Knowledge, profile: Profile, decide: Decide
) -> tuple[Horizon, ...]:
    """Return what wins at each horizon, all else equal; nothing without existing code.

    `decide` returns the verdict for a profile and the first framework of its ranking.
    """
    existing = set(many(profile.answers, _EXISTING)) - {_NOTHING}
    question = knowledge.questions.get(HORIZON)
    if not existing or question is None:
        return ()
    found = []
    for option in question.options:
        answers = {**profile.answers, HORIZON: option.id}
        verdict, framework = decide(replace(profile, answers=answers))
        found.append(Horizon(option.id, verdict, framework))
    return tuple(found)
