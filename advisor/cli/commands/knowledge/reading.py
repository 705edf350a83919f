"""What only the reader of answers and profiles can check."""

from collections.abc import Collection, Iterator, Mapping

from advisor.engine.judge import project_of
from advisor.knowledge.answers import nearest, read_answer
from advisor.knowledge.profiles import read_profile
from advisor.lint.wording import error
from advisor.model.case import Case
from advisor.model.errors import InputError, KnowledgeError
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer

NAME = "reading"

_MOST_LISTED = 12


def unreadable(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield answers of cases and example profiles that could not be read as a user's."""
    for case in knowledge.cases.values():
        for problem in _problems(case, knowledge):
            help_ = "Answer as a profile would: an id of the question's own options."
            yield error(NAME, f"case:{case.id}", problem, help_)
    for name, text in knowledge.profiles.items():
        try:
            read_profile(text, f"profiles/{name}.yaml", knowledge)
        except InputError as fault:
            help_ = "An example must be a profile that works; correct the line."
            yield error(NAME, f"profile:{name}", str(fault), help_)


def answers_of(case: Case, knowledge: Knowledge) -> Mapping[str, Answer]:
    """Return the answers of a case, typed; raises `KnowledgeError` where they are wrong."""
    problems = [f"case {case.id}: {each}" for each in _problems(case, knowledge)]
    if problems:
        raise KnowledgeError(problems)
    return {
        name: read_answer(knowledge.questions[name], raw, knowledge)
        for name, raw in case.answers.items()
    }


def profile_of(case: Case, knowledge: Knowledge) -> Profile:
    """Return the project of a case; raises `KnowledgeError` where an answer is wrong."""
    return project_of(case, answers_of(case, knowledge))


def suggestion(word: str, valid: Collection[str]) -> str:
    """Return the nearest valid word, or all of a few; hundreds would help nobody."""
    hint = nearest(word, valid)
    few = len(valid) <= _MOST_LISTED
    return hint if few or "did you mean" in hint else ""


def _problems(case: Case, knowledge: Knowledge) -> Iterator[str]:
    for name, raw in case.answers.items():
        question = knowledge.questions.get(name)
        if question is None:
            continue  # a broken reference, which has a check of its own
        try:
            read_answer(question, raw, knowledge)
        except InputError as fault:
            yield f"answers.{name}: {fault}"
