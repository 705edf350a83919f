"""Where an interview stands, and which question comes next."""

from dataclasses import dataclass, replace
from itertools import takewhile
from typing import assert_never

from advisor.engine.conditions import holds
from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Question
from advisor.survey.entry import Command, Given


@dataclass(frozen=True, slots=True)
class Interview:
    """What is known so far; `skipped` are the questions left open this time.

    `dropped` are the answers that the latest step made pointless and removed.
    """

    profile: Profile
    skipped: frozenset[str] = frozenset()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """The place of a question; the total is exact once every condition is decided."""

    position: int
    total: int
    exact: bool


def asked(knowledge: Knowledge, profile: Profile) -> tuple[Question, ...]:
    """Return the questions that apply to this project, in interview order."""
    facts = facts_of(profile)
    return tuple(each for each in knowledge.interview() if applies(each, facts))


def open_now(knowledge: Knowledge, interview: Interview) -> tuple[Question, ...]:
    """Return the questions still to be asked, in interview order."""
    profile = interview.profile
    done = {*profile.answers, *profile.unknown, *interview.skipped}
    return tuple(each for each in asked(knowledge, profile) if each.id not in done)


def next_question(knowledge: Knowledge, interview: Interview) -> Question | None:
    """Return the question to ask now; `None` ends the interview."""
    return next(iter(open_now(knowledge, interview)), None)


def previous_question(
    knowledge: Knowledge, interview: Interview, question: Question
) -> Question | None:
    """Return the question before this one, answered or not; `None` before the first."""
    earlier = _before(knowledge, interview.profile, question)
    return earlier[-1] if earlier else None


def progress(knowledge: Knowledge, profile: Profile, question: Question) -> Progress:
    """Return the place of `question` among those that apply so far."""
    facts = facts_of(profile)
    counted = asked(knowledge, profile)
    return Progress(
        position=len(_before(knowledge, profile, question)) + 1,
        total=len(counted),
        exact=all(each.when is None or holds(each.when, facts) for each in counted),
    )


def _before(
    knowledge: Knowledge, profile: Profile, question: Question
) -> tuple[Question, ...]:
    facts = facts_of(profile)
    earlier = takewhile(lambda each: each.id != question.id, knowledge.interview())
    return tuple(each for each in earlier if applies(each, facts))


def take(
    knowledge: Knowledge,
    interview: Interview,
    question: Question,
    entry: Given | Command,
) -> Interview:
    """Record an answer, a "don't know" or a skip, and drop what no longer applies.

    A skip leaves an answer as it is; the other commands change nothing.
    """
    match entry:
        case Given(answer):
            return _with_answer(knowledge, interview, question, answer)
        case Command.DONT_KNOW:
            return _with_unknown(knowledge, interview, question)
        case Command.SKIP:
            skipped = interview.skipped | {question.id}
            return replace(interview, skipped=skipped, dropped=())
        case Command.BACK | Command.HELP | Command.STOP:
            return replace(interview, dropped=())
        case _:
            assert_never(entry)


def _with_answer(
    knowledge: Knowledge, interview: Interview, question: Question, answer: Answer
) -> Interview:
    before = interview.profile
    after = replace(
        before,
        answers={**before.answers, question.id: answer},
        unknown=tuple(each for each in before.unknown if each != question.id),
    )
    return _without_pointless(knowledge, interview, after)


def _with_unknown(
    knowledge: Knowledge, interview: Interview, question: Question
) -> Interview:
    before = interview.profile
    kept = {k: each for k, each in before.answers.items() if k != question.id}
    unknown = tuple(dict.fromkeys((*before.unknown, question.id)))
    after = replace(before, answers=kept, unknown=unknown)
    return _without_pointless(knowledge, interview, after)


def _without_pointless(
    knowledge: Knowledge, interview: Interview, after: Profile
) -> Interview:
    """Drop answers whose question applied before this step and does not any more.

    An answer that never applied came from a file, where its author wanted it.
    """
    once = facts_of(interview.profile)
    dropped: list[str] = []
    for question in knowledge.interview():
        pointless = applies(question, once) and not applies(question, facts_of(after))
        if pointless and question.id in after.answers:
            dropped.append(question.id)
            kept = {k: each for k, each in after.answers.items() if k != question.id}
            after = replace(after, answers=kept)
    return replace(interview, profile=after, dropped=tuple(dropped))
