"""Where an interview stands: what is known, and what was asked in which order."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.model.robustness import Changes, Cleared
from advisor.survey.partner import Command, Given

Entry = Given | Literal[Command.SKIP, Command.DONT_KNOW]


@dataclass(frozen=True, slots=True)
class Interview:
    """What is known so far.

    `asked` are the questions that were dealt with in this interview, the latest last;
    `skipped` those that are left open this time. `dropped` are the answers that the
    latest step made pointless and removed: should their question apply again, it is
    open again.
    """

    profile: Profile
    asked: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    @property
    def closed(self) -> frozenset[str]:
        """Return the questions without an answer that are not asked any more."""
        return frozenset((*self.profile.unknown, *self.skipped))


def open_now(
    knowledge: Knowledge, interview: Interview, only: Collection[str] | None = None
) -> tuple[Question, ...]:
    """Return the questions still to be asked, in interview order.

    With `only`, just these: they are asked anew even where there is an answer.
    """
    facts = facts_of(interview.profile)
    done = {*interview.profile.answers, *interview.closed}
    if only is not None:
        others = {each for each in knowledge.questions if each not in only}
        done = {*interview.asked, *interview.closed, *others}
    return tuple(
        each
        for each in knowledge.interview()
        if each.id not in done and applies(each, facts)
    )


def previous_question(
    knowledge: Knowledge, interview: Interview, question: Question | None = None
) -> Question | None:
    """Return what was asked before `question`; `None` before the first.

    A question that was not asked yet, and the end, come after all that were. Those that
    do not apply any more, or that the rule base has no longer, are passed over.
    """
    facts = facts_of(interview.profile)
    asked = interview.asked
    if question is not None and question.id in asked:
        asked = asked[: asked.index(question.id)]
    earlier = (knowledge.questions.get(each) for each in reversed(asked))
    return next((each for each in earlier if each and applies(each, facts)), None)


def take(
    knowledge: Knowledge, interview: Interview, question: Question, entry: Entry
) -> Interview:
    """Record an answer, a "don't know" or a skip, and drop what no longer applies.

    A skip leaves an answer as it is.
    """
    before = interview.profile
    asked = (*(each for each in interview.asked if each != question.id), question.id)
    skipped = tuple(each for each in interview.skipped if each != question.id)
    after = before
    match entry:
        case Given(answer):
            after = _answering(before, {question.id: answer})
        case Command.DONT_KNOW:
            unknown = tuple(dict.fromkeys((*before.unknown, question.id)))
            after = replace(_without(before, question.id), unknown=unknown)
        case Command.SKIP:
            if question.id not in before.answers and question.id not in before.unknown:
                skipped = (*skipped, question.id)
    after, dropped = _without_pointless(knowledge, before, after)
    return Interview(after, asked, skipped, dropped)


def answering(
    knowledge: Knowledge, interview: Interview, answers: Changes
) -> Interview:
    """Set answers that nobody had to be asked for, and drop what no longer applies."""
    before = interview.profile
    after = _answering(before, answers)
    after, dropped = _without_pointless(knowledge, before, after, kept=answers)
    return replace(interview, profile=after, dropped=dropped)


def _answering(profile: Profile, answers: Changes) -> Profile:
    changed = {**profile.answers, **answers}
    return replace(
        profile,
        answers={k: each for k, each in changed.items() if each is not Cleared.CLEARED},
        unknown=tuple(each for each in profile.unknown if each not in answers),
    )


def _without(profile: Profile, question: str) -> Profile:
    left = {k: each for k, each in profile.answers.items() if k != question}
    return replace(profile, answers=left)


def _without_pointless(
    knowledge: Knowledge, before: Profile, after: Profile, kept: Collection[str] = ()
) -> tuple[Profile, tuple[str, ...]]:
    """Drop answers whose question applied before this step and does not any more.

    An answer that never applied came from a file, where its author wanted it.
    """
    once = facts_of(before)
    dropped: list[str] = []
    for question in knowledge.interview():
        pointless = applies(question, once) and not applies(question, facts_of(after))
        if pointless and question.id in after.answers and question.id not in kept:
            dropped.append(question.id)
            after = _without(after, question.id)
    return after, tuple(dropped)
