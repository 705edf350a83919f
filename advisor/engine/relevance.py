"""Which answers mattered, and which missing ones still could."""

from collections.abc import Sequence

from advisor.engine.conditions import Truth, evaluate, undecided
from advisor.engine.facts import PRIORITIES, Facts
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.model.report import Firing


def applies(question: Question, facts: Facts) -> bool:
    """Say whether a question is worth asking: its condition is not known to be false."""
    return question.when is None or evaluate(question.when, facts) is not Truth.FALSE


def open_questions(
    knowledge: Knowledge,
    facts: Facts,
    firings: Sequence[Firing],
    unknown: Sequence[str],
) -> tuple[str, ...]:
    """Return the unanswered questions that could still fire a rule, in interview order."""
    flags = {flag: True for firing in firings for flag in firing.effects.derive}
    known = {**facts, **flags}
    could_matter = {PRIORITIES}.union(
        *(undecided(rule.when, known) for rule in knowledge.rules.values())
    )
    return tuple(
        question.id
        for question in knowledge.interview()
        if question.id not in facts
        and question.id not in unknown
        and question.id in could_matter
        and applies(question, facts)
    )


def idle_answers(profile: Profile, firings: Sequence[Firing]) -> tuple[str, ...]:
    """Return the answered questions that no rule which fired has read."""
    read = {fact for firing in firings for fact in firing.facts} | {PRIORITIES}
    return tuple(sorted(set(profile.answers) - read))
