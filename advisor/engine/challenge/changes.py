"""What one change of a project's answers can be: one question gets another answer.

- one option, yes or no: every other value;
- a text: every other value that makes a difference;
- several options: each option alone, the present answer with one option more, and with
  one option less;
- priorities: each criterion put first, the others after it in their present order;
- and for every question that is answered: no answer.

An answer that a profile could not hold is no change. Several options taken up or dropped
at once are one change only where one option alone is left.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from advisor.engine.completions.pool import versions
from advisor.engine.facts import facts_of
from advisor.engine.relevance import applies
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question
from advisor.model.record import record
from advisor.model.robustness import Changes, Cleared


@record
class Change:
    """One question gets another answer, or none any more."""

    question: str
    answer: Answer | Cleared


def changes_of(
    question: Question, now: Answer | None, knowledge: Knowledge, as_of: date
) -> list[Change]:
    """Return every change of one question, whose present answer is `now`."""
    answers = dict.fromkeys(_answers(question, now, knowledge, as_of))
    found = [Change(question.id, each) for each in answers if each != now]
    return found if now is None else [*found, Change(question.id, Cleared.CLEARED)]


def changed(knowledge: Knowledge, profile: Profile, changes: Changes) -> Profile:
    """Return the profile after some changes, with what does not apply any more gone.

    `knowledge` is what `answered_all_the_same` makes of it.
    """
    joined = {**profile.answers, **changes}
    left = {k: each for k, each in joined.items() if not isinstance(each, Cleared)}
    for question in knowledge.interview():
        if not applies(question, facts_of(replace(profile, answers=left))):
            left.pop(question.id, None)
    return replace(profile, answers=left)


def answered_all_the_same(knowledge: Knowledge, profile: Profile) -> Knowledge:
    """Return the rule base in which every question that was answered applies now.

    An answer to a question that does not apply counts like any other in a
    recommendation, so it has to here, whatever else changes.
    """
    facts = facts_of(profile)
    questions = {
        each.id: replace(each, when=None)
        if each.id in facts and not applies(each, facts)
        else each
        for each in knowledge.questions.values()
    }
    return replace(knowledge, questions=questions)


def _answers(
    question: Question, now: Answer | None, knowledge: Knowledge, as_of: date
) -> Iterator[Answer]:
    several = now if isinstance(now, tuple) else ()
    match question.type:
        case Kind.YES_NO:
            yield from (True, False)
        case Kind.TEXT:
            yield from filter(question.fits, versions(knowledge, as_of))
        case Kind.ONE:
            yield from (each.id for each in question.options)
        case Kind.MANY:
            yield from _sets(question, several)
        case Kind.CRITERIA:
            for criterion in knowledge.scored():
                yield criterion.id, *(e for e in several if e != criterion.id)


def _sets(question: Question, now: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    options, alone = [each.id for each in question.options], set(question.exclusive)
    yield from ((each,) for each in options)
    if now and alone.isdisjoint(now):
        yield from ((*now, e) for e in options if e not in now and e not in alone)
    if len(now) > 1:
        yield from (tuple(e for e in now if e != gone) for gone in now)
