"""A project in the middle of an interview, and every way in which it can end."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, combinations, permutations
from random import Random

from advisor.engine.appraise import Appraisal, appraise
from advisor.engine.completions.box import Box
from advisor.engine.completions.ground import Ground, ground_of
from advisor.engine.completions.pool import Pool
from advisor.engine.completions.worlds import Worlds
from advisor.engine.facts import ALLOW_RETIRED, facts_of
from advisor.engine.relevance import applies
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind, Question

TODAY = date(2024, 1, 1)
# Texts to answer with; none of the frameworks runs on the last one.
PYTHONS = ("3.8", "3.12", "3.99")
# A framework, and the id of its path to each target.
Outcome = tuple[str, dict[str, str]]


@dataclass(frozen=True)
class Situation:
    """A rule base, what is known of a project, and what will not be answered."""

    base: Knowledge
    profile: Profile
    evidence: Evidence
    closed: tuple[str, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """The questions that can still be answered, in the order of the interview."""
        done = {*self.profile.answers, *self.closed}
        return tuple(e.id for e in self.base.interview() if e.id not in done)

    @property
    def ground(self) -> Ground:
        """What is the same for every project."""
        return ground_of(self.base, TODAY, self.evidence)

    @property
    def box(self) -> Box:
        """Every completion at once, as a proof looks at them."""
        box = Box(
            facts_of(self.profile), {e: self.base.questions[e] for e in self.open}
        )
        box.derive(self.ground.rules)
        return box

    def appraise(self, profile: Profile) -> Appraisal:
        """Return what the engine says of one completion."""
        return appraise(self.base, profile, TODAY, self.evidence)

    def outcome(self, profile: Profile) -> Outcome:
        """Return who is first in one completion, and its path to each target."""
        found = self.appraise(profile)
        first = found.ranking[0].framework if found.ranking else ""
        ways = found.routes.get(first, {})
        return first, {target: each.path.id for target, each in ways.items()}

    def completions(self) -> Iterator[Profile]:
        """Yield every way of answering the open questions, and of leaving them open."""
        questions = [self.base.questions[each] for each in self.open]
        for answers in _joined(self.base, dict(self.profile.answers), questions):
            yield replace(self.profile, answers=answers)


def every_answer(base: Knowledge, question: Question) -> list[Answer]:
    """Return every answer: each set of options, each order of criteria, a few texts."""
    match question.type:
        case Kind.YES_NO:
            return [True, False]
        case Kind.TEXT:
            return [*PYTHONS]
        case Kind.ONE:
            return [each.id for each in question.options]
        case Kind.MANY:
            free = [e.id for e in question.options if e.id not in question.exclusive]
            sizes = range(1, len(free) + 1)
            sets = chain.from_iterable(combinations(free, size) for size in sizes)
            return [*sets, *((each,) for each in question.exclusive)]
        case Kind.CRITERIA:
            names = [each.id for each in base.scored()]
            sizes = range(1, len(names) + 1)
            orders = (permutations(names, size) for size in sizes)
            return list(chain.from_iterable(orders))


def _joined(
    base: Knowledge, known: dict[str, Answer], questions: list[Question]
) -> Iterator[dict[str, Answer]]:
    if not questions:
        yield known
        return
    first, *rest = questions
    yield from _joined(base, known, rest)
    for each in every_answer(base, first) if applies(first, known) else ():
        yield from _joined(base, {**known, first.id: each}, rest)


def worlds_of(given: Situation, pool: Pool) -> Worlds:
    """Return the completions of a situation that a pool holds."""
    columns = {fact: each for fact, each in pool.columns.items() if fact in given.open}
    facts, questions = facts_of(given.profile), given.base.interview()
    return Worlds(pool.size, facts, columns, given.ground.rules, questions)


def answers_at(worlds: Worlds, place: int) -> dict[str, Answer]:
    """Return what is answered in one completion."""
    drawn = {
        fact: column.values[worlds.index(fact)[place]]
        for fact, column in worlds.columns.items()
    }
    given = {fact: each for fact, each in drawn.items() if each is not None}
    known = {k: each for k, each in worlds.facts.items() if k != ALLOW_RETIRED}
    return {**known, **given}


def changes(given: Situation, random: Random, count: int) -> Iterator[Situation]:
    """Yield the situation, then others as answers come, change and are taken back."""
    base = given.base
    for _ in range(count):
        yield given
        answers = dict(given.profile.answers)
        for fact in random.sample(sorted(base.questions), 2):
            if answers.pop(fact, None) is None:
                answers[fact] = random.choice(every_answer(base, base.questions[fact]))
        profile = replace(
            given.profile, answers=answers, allow_retired=random.random() < 0.5
        )
        unanswered = sorted(set(base.questions) - set(answers))
        closed = tuple(e for e in unanswered if random.random() < 0.2)
        given = replace(given, profile=profile, closed=closed)
