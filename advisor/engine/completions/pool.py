"""Random answers to every question, drawn once for a whole interview.

Options are drawn as often as the real projects on record chose them, with one added to
each so that none is impossible (Laplace's rule of succession); several answers as the
constants say; some are left open. The first completion leaves every question open: it
is the project as it is known now.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from advisor.engine.completions.columns import LEFT_OPEN, Column
from advisor.engine.facts import PRIORITIES
from advisor.engine.weigh import stated_importance
from advisor.model.knowledge import Knowledge
from advisor.model.period import newest
from advisor.model.question import Answer, Kind, Question

_SEED = 20261121  # any number: the same draw every time
# Sets of several options that are drawn for a question; rarer ones stay out.
_SETS = 24


@dataclass(frozen=True, slots=True)
class Pool:
    """The draw: one column for each question, and what stated priorities weigh.

    `importance` has a row for each of `criteria` and a column for each completion.
    """

    size: int
    columns: Mapping[str, Column]
    criteria: tuple[str, ...]
    importance: NDArray[np.float32]


def draw(knowledge: Knowledge, as_of: date, size: int) -> Pool:
    """Draw `size` completions of an empty profile."""
    random = np.random.default_rng(_SEED)
    chosen = _chosen(knowledge)
    columns = {}
    for question in knowledge.interview():
        values = list(_values(question, knowledge, as_of, random))
        weights = _weights(question, values, knowledge, chosen)
        index = random.choice(len(weights), size, p=weights).astype(np.int16)
        index[0] = LEFT_OPEN
        columns[question.id] = Column(question.id, (None, *values), index)
    criteria = tuple(each.id for each in knowledge.scored())
    importance = priorities_of(columns.get(PRIORITIES), criteria, knowledge)
    return Pool(size, columns, criteria, importance)


def _chosen(knowledge: Knowledge) -> Mapping[str, Counter[str]]:
    """Count how often the projects on record gave each answer to each question."""
    chosen: dict[str, Counter[str]] = {each: Counter() for each in knowledge.questions}
    for case in knowledge.cases.values():
        for question, answer in case.answers.items() if case.decision else ():
            given = answer if isinstance(answer, tuple) else (answer,)
            chosen.get(question, Counter()).update(given)
    return chosen


def _values(
    question: Question, knowledge: Knowledge, as_of: date, random: np.random.Generator
) -> Iterator[Answer]:
    """Yield the answers that are drawn, single options first."""
    match question.type:
        case Kind.YES_NO:
            yield from (True, False)
        case Kind.TEXT:
            yield from versions(knowledge, as_of)
        case Kind.ONE:
            yield from (each.id for each in question.options)
        case Kind.MANY | Kind.CRITERIA:
            yield from _sets(_options(question, knowledge), question, random)


def _options(question: Question, knowledge: Knowledge) -> list[str]:
    if question.type is Kind.CRITERIA:
        return [each.id for each in knowledge.scored()]
    return [each.id for each in question.options]


def versions(knowledge: Knowledge, as_of: date) -> Iterator[str]:
    """Yield the versions of Python that can make a difference: the newest supported."""
    supports = (newest(each.python, as_of) for each in knowledge.frameworks.values())
    found = {each.most for each in supports if each is not None}
    yield from sorted(found)


def _sets(
    options: Sequence[str], question: Question, random: np.random.Generator
) -> Iterator[tuple[str, ...]]:
    """Yield each option alone, then random sets of those that can be combined."""
    yield from ((each,) for each in options)
    free = [each for each in options if each not in question.exclusive]
    seen: set[tuple[str, ...]] = set()
    for place in range(_SETS if len(free) > 1 else 0):
        several = min(len(free), 2 + place % 2)
        picked = random.choice(len(free), several, replace=False)
        places = picked if question.type is Kind.CRITERIA else sorted(picked)
        chosen = tuple(free[each] for each in places)
        if chosen not in seen:
            seen.add(chosen)
            yield chosen


def _weights(
    question: Question,
    values: Sequence[Answer],
    knowledge: Knowledge,
    chosen: Mapping[str, Counter[str]],
) -> list[float]:
    """Return how likely no answer and each of the values is; they sum to 1."""
    if not values:
        return [1.0]
    constants = knowledge.constants
    left = (constants.seldom_open if question.seldom else constants.usually_open).value
    likely = np.array([_likelihood(each, chosen[question.id]) for each in values])
    places = [len(each) - 1 if isinstance(each, tuple) else 0 for each in values]
    for place in set(places):
        alike = np.array(places) == place
        likely[alike] *= constants.picks.at(place) / likely[alike].sum()
    return [left, *(1 - left) * likely / likely.sum()]


def _likelihood(value: Answer, counts: Counter[str]) -> float:
    match value:
        case bool():
            return 1.0 + counts["true" if value else "false"]
        case str():
            return 1.0 + counts[value]
        case tuple():
            return float(np.prod([1.0 + counts[each] for each in value]))


def priorities_of(
    column: Column | None, criteria: Sequence[str], knowledge: Knowledge
) -> NDArray[np.float32]:
    """Return what the priorities of each completion add to the criteria."""
    values = column.values if column is not None else (None,)
    table = np.zeros((len(criteria), len(values)), np.float32)
    row = {each: place for place, each in enumerate(criteria)}
    for number, value in enumerate(values):
        stated = (
            {} if value is None else stated_importance(knowledge, {PRIORITIES: value})
        )
        for criterion, amount in stated.items():
            table[row[criterion], number] = amount
    return table[:, column.index] if column is not None else table
