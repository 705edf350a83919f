"""What an updated questionnaire asks that a profile could not answer."""

from collections.abc import Collection
from datetime import date

from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Question


def news(
    knowledge: Knowledge, profile: Profile, outdated: Collection[str]
) -> frozenset[str]:
    """Return the questions to ask after an update of the rule base.

    They are the `outdated` ones, whose answer does not fit any more, and those that
    joined since the version with which the profile was answered: unanswered ones, and
    answered ones with options that nobody could choose then. Where that version is not
    known, no answer is asked for again.
    """
    then = _day(profile.knowledge)
    new = {
        each.id for each in knowledge.questions.values() if _is_new(each, profile, then)
    }
    return frozenset({*outdated, *new} - {*profile.unknown})


def _is_new(question: Question, profile: Profile, then: date | None) -> bool:
    if question.id in profile.answers:
        days = [each.since for each in question.options]
        return then is not None and any(day is not None and day > then for day in days)
    return question.since is not None and (then is None or question.since > then)


def _day(version: str) -> date | None:
    """Return the day of a version such as 2026.11.21, if it is of that form."""
    try:
        return date.fromisoformat(version.replace(".", "-"))
    except ValueError:
        return None
