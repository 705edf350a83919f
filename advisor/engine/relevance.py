"""Which answers mattered, and which missing ones still could."""

from collections.abc import Iterable, Sequence

from advisor.engine.conditions import Truth, evaluate, undecided
from advisor.engine.facts import PRIORITIES, Facts
from advisor.engine.fire import flags
from advisor.model.condition import Condition, tests
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Question
from advisor.model.reads import PATH_FACTS
from advisor.model.report import Firing


def applies(question: Question, facts: Facts) -> bool:
    """Say whether a question is worth asking: its condition is not known to be false."""
    return question.when is None or evaluate(question.when, facts) is not Truth.FALSE


def could_matter(
    knowledge: Knowledge, facts: Facts, firings: Sequence[Firing]
) -> tuple[str, ...]:
    """Return the unanswered questions that could still fire a rule, in interview order."""
    known = {**facts, **flags(firings)}
    undecided_by = {PRIORITIES}.union(
        *(undecided(rule.when, known) for rule in knowledge.rules.values())
    )
    return tuple(
        question.id
        for question in knowledge.interview()
        if question.id not in facts
        and question.id in undecided_by
        and applies(question, facts)
    )


def idle_answers(
    profile: Profile,
    firings: Sequence[Firing],
    conditions: Iterable[Condition | None] = (),
    targets: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the answers that nothing has read.

    `conditions` are those of the claims, paths and layers that were looked at; where
    there are `targets`, choosing the paths to them reads more answers.
    """
    read = {fact for firing in firings for fact in firing.facts} | {PRIORITIES}
    excludes = [firing.effects.exclude for firing in firings]
    read |= {fact for each in excludes if each is not None for fact in each.facts}
    read |= {
        test.fact for each in conditions if each is not None for test in tests(each)
    }
    if targets:
        read |= set(PATH_FACTS)
    return tuple(sorted(set(profile.answers) - read))
