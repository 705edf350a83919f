"""Rules that nearly fired: one test with another outcome, and they would have."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import Facts
from advisor.model.condition import (
    All,
    Any_,
    Condition,
    In,
    Includes,
    Is,
    Not,
    Test,
    tests,
)
from advisor.model.report import NearMiss, Unmet
from advisor.model.rule import Rule

_ALWAYS, _NEVER = All(()), Any_(())


def near_misses(rules: Iterable[Rule], facts: Facts) -> tuple[NearMiss, ...]:
    """Return each rule that does not fire, with each single test that keeps it from it.

    `facts` holds the answers and the flags that the rules which fired have set. A rule
    that several tests could bring about, each on its own, comes once for each, in the
    order of its condition; rules come by id.
    """
    silent = sorted(
        (each for each in rules if evaluate(each.when, facts) is not Truth.TRUE),
        key=lambda each: each.id,
    )
    return tuple(
        NearMiss(rule.id, unmet)
        for rule in silent
        for unmet in _single_obstacles(rule.when, facts)
    )


def _single_obstacles(condition: Condition, facts: Facts) -> Iterator[Unmet]:
    for test in dict.fromkeys(tests(condition)):
        now = evaluate(test, facts)
        for outcome in (Truth.TRUE, Truth.FALSE):
            then = _with(condition, test, _ALWAYS if outcome is Truth.TRUE else _NEVER)
            if outcome is not now and evaluate(then, facts) is Truth.TRUE:
                known = now is not Truth.UNKNOWN
                yield Unmet(test, known, negated=outcome is Truth.FALSE)


def _with(condition: Condition, test: Test, outcome: Condition) -> Condition:
    """Return the condition with an outcome in place of every occurrence of a test."""
    match condition:
        case All(parts):
            return All(tuple(_with(part, test, outcome) for part in parts))
        case Any_(parts):
            return Any_(tuple(_with(part, test, outcome) for part in parts))
        case Not(part):
            return Not(_with(part, test, outcome))
        case Is() | In() | Includes():
            return outcome if condition == test else condition
        case _:
            assert_never(condition)
