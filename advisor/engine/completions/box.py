"""A box of completions: what is known, and every answer to what is still open.

Conditions are judged for the whole box at once: which of true, false and unknown can
they be? Tests are taken as independent of each other, so that the answer may name too
many possibilities but never too few.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import reduce
from operator import or_
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
    values_of,
)
from advisor.model.question import Answer, Kind, Question
from advisor.model.rule import Rule


class Can(Flag):
    """What a condition can be somewhere in a box."""

    TRUE = auto()
    FALSE = auto()
    UNKNOWN = auto()


_SURE = {Truth.TRUE: Can.TRUE, Truth.FALSE: Can.FALSE, Truth.UNKNOWN: Can.UNKNOWN}
_NOTHING = Can(0)


@dataclass(slots=True)
class Box:
    """Known facts, open questions by id, and the flags that rules may set."""

    facts: Facts
    open: Mapping[str, Question]
    flags: dict[str, Can] = field(default_factory=dict)

    def derive(self, rules: Sequence[Rule]) -> None:
        """Work out which flags can be set; rules may read what other rules derive."""
        deriving = [each for each in rules if each.then.derive]
        before: Mapping[str, Can] = {"": Can.TRUE}
        while before != self.flags:
            before = dict(self.flags)
            for rule in deriving:
                can = self.can(rule.when)
                for flag in rule.then.derive if Can.TRUE in can else ():
                    own = Can.TRUE if can is Can.TRUE else Can.TRUE | Can.UNKNOWN
                    old = self.flags.get(flag, own)
                    self.flags[flag] = Can.TRUE if Can.TRUE in (own, old) else own

    def can(self, condition: Condition | None) -> Can:
        """Return what a condition can be; without one it is true."""
        match condition:
            case None:
                return Can.TRUE
            case All(parts):
                return _all([self.can(each) for each in parts])
            case Any_(parts):
                return _negated(_all([_negated(self.can(each)) for each in parts]))
            case Not(part):
                return _negated(self.can(part))
            case Is() | In() | Includes():
                return self._test(condition)
            case _:
                assert_never(condition)

    def may(self, condition: Condition | None) -> bool:
        """Say whether a condition holds somewhere."""
        return Can.TRUE in self.can(condition)

    def must(self, condition: Condition | None) -> bool:
        """Say whether a condition holds all over the box."""
        return self.can(condition) == Can.TRUE

    def answers(self, fact: str) -> Iterator[Answer | None]:
        """Yield what decides every test of one answer: each option alone, and none.

        A screen that fails for several answers together fails for one of them alone.
        """
        if fact not in self.open:
            yield self.facts.get(fact)
            return
        question = self.open[fact]
        yield None
        if question.type is Kind.YES_NO:
            yield from (True, False)
        for option in question.options:
            yield (option.id,) if question.takes_many else option.id

    def _test(self, test: Test) -> Can:
        if test.fact in self.open:
            return _open(test, self.open[test.fact])
        if test.fact in self.flags:
            can = self.flags[test.fact]
            passes = evaluate(test, {test.fact: True}) is Truth.TRUE
            return can if passes else can & Can.UNKNOWN | Can.FALSE
        return _SURE[evaluate(test, self.facts)]


def _open(test: Test, question: Question) -> Can:
    """Every open question can also be left open."""
    can = Can.UNKNOWN
    accepted = set(values_of(test))
    match question.type:
        case Kind.TEXT | Kind.CRITERIA:
            return Can.TRUE | Can.FALSE | Can.UNKNOWN
        case Kind.YES_NO:
            options = {"true", "false"}
        case Kind.ONE | Kind.MANY:
            options = {each.id for each in question.options}
        case _:
            assert_never(question.type)
    if options & accepted:
        can |= Can.TRUE
    if options - accepted:
        can |= Can.FALSE
    return can


def _all(parts: Collection[Can]) -> Can:
    """Join with "and": true needs all of them, false one of them."""
    joined = reduce(or_, parts, _NOTHING)
    can = joined & Can.FALSE
    if all(Can.TRUE in each for each in parts):
        can |= Can.TRUE
    if Can.UNKNOWN in joined and not any(each is Can.FALSE for each in parts):
        can |= Can.UNKNOWN
    return can


def _negated(can: Can) -> Can:
    swapped = can & Can.UNKNOWN
    if Can.TRUE in can:
        swapped |= Can.FALSE
    if Can.FALSE in can:
        swapped |= Can.TRUE
    return swapped
