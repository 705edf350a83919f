"""Profile files: read whole or not at all, or as far as they still hold."""

from dataclasses import replace

from advisor.knowledge.collector import Problem, report
from advisor.knowledge.profile_parts import read_parts
from advisor.model.errors import InputError
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.record import record

_ANSWERS = "answers."


@record
class Outdated:
    """An answer that no longer fits the questionnaire; the message says where and why.

    `question` is empty where the question does not exist any more. Of a list that fits
    in part, that part is kept.
    """

    question: str
    message: str


def read_profile(text: str, where: str, knowledge: Knowledge) -> Profile:
    """Read a profile, or raise one `InputError` that lists every problem by line."""
    profile, problems = read_parts(text, where, knowledge)
    if problems:
        raise InputError(report(problems))
    return profile


def read_kept(
    text: str, where: str, knowledge: Knowledge
) -> tuple[Profile, tuple[Outdated, ...]]:
    """Read what is still valid of a profile, and say which answers are not.

    Anything wrong that is not an answer is an error, as in `read_profile`.
    """
    profile, problems = read_parts(text, where, knowledge)
    outdated = [each for each in problems if _is_outdated(each)]
    if len(outdated) < len(problems):
        raise InputError(report(problems))
    names = [each.key.removeprefix(_ANSWERS) for each in outdated]
    wrong = [name if name in knowledge.questions else "" for name in names]
    answers = {k: each for k, each in profile.answers.items() if each != ()}
    kept = replace(profile, answers=answers)
    return kept, tuple(map(Outdated, wrong, map(str, outdated)))


def _is_outdated(problem: Problem) -> bool:
    lost = problem.key == "unknown" and problem.item
    return problem.key.startswith(_ANSWERS) or bool(lost)
