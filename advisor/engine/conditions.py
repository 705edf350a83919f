"""Conditions under three-valued logic (Kleene 1952): an absent answer is unknown.

A rule fires only when its condition is true, so an unanswered question never fires a
rule through a `not`. Adding a fact can turn unknown into true or false but never true
into false: the order in which rules are tried cannot matter.
"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from advisor.engine.facts import Facts, as_text
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not, Truth

__all__ = ["Truth", "evaluate", "holds", "undecided"]


def evaluate(condition: Condition, facts: Facts) -> Truth:
    """Say whether `condition` holds for `facts`."""
    match condition:
        case All(parts):
            return _all(evaluate(part, facts) for part in parts)
        case Any_(parts):
            return _negate(_all(_negate(evaluate(part, facts)) for part in parts))
        case Not(part):
            return _negate(evaluate(part, facts))
        case Is(fact, value):
            return _within(facts, fact, (value,))
        case In(fact, values) | Includes(fact, values):
            return _within(facts, fact, values)
        case _:
            assert_never(condition)


def holds(condition: Condition, facts: Facts) -> bool:
    """Say whether `condition` is known to be true."""
    return evaluate(condition, facts) is Truth.TRUE


def undecided(condition: Condition, facts: Facts) -> Iterator[str]:
    """Yield the facts whose absence keeps `condition` from being decided."""
    if evaluate(condition, facts) is not Truth.UNKNOWN:
        return
    match condition:
        case All(parts) | Any_(parts):
            for part in parts:
                yield from undecided(part, facts)
        case Not(part):
            yield from undecided(part, facts)
        case Is(fact) | In(fact) | Includes(fact):
            yield fact
        case _:
            assert_never(condition)


def _all(truths: Iterable[Truth]) -> Truth:
    seen = set(truths)
    if Truth.FALSE in seen:
        return Truth.FALSE
    return Truth.UNKNOWN if Truth.UNKNOWN in seen else Truth.TRUE


def _negate(truth: Truth) -> Truth:
    match truth:
        case Truth.TRUE:
            return Truth.FALSE
        case Truth.FALSE:
            return Truth.TRUE
        case Truth.UNKNOWN:
            return Truth.UNKNOWN


def _within(facts: Facts, fact: str, values: tuple[str, ...]) -> Truth:
    answer = facts.get(fact)
    if answer is None:
        return Truth.UNKNOWN
    given = answer if isinstance(answer, tuple) else (as_text(answer),)
    return Truth.FALSE if set(given).isdisjoint(values) else Truth.TRUE
