"""Completions of one state of the interview, and in which of them a condition holds."""

from collections.abc import Collection, Mapping, Sequence
from typing import assert_never

import numpy as np

from advisor.engine.completions.columns import LEFT_OPEN, Column, Index, masks_of
from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import Facts
from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not, Test
from advisor.model.question import Question
from advisor.model.rule import Rule

# The completions in which a condition is true, and those in which it is false.
Sides = tuple[int, int]


class Worlds:
    """What is known, joined with columns of what is not.

    A question that does not apply in a completion has no answer there. Facts that are
    neither known nor in a column have no answer anywhere.
    """

    def __init__(
        self,
        size: int,
        facts: Facts,
        columns: Mapping[str, Column],
        rules: Sequence[Rule] = (),
        questions: Collection[Question] = (),
    ) -> None:
        """Join them; `rules` may derive flags, `questions` may not apply everywhere."""
        self.size = size
        self.full = (1 << size) - 1
        self.facts = facts
        self.columns = columns
        self._asked: dict[str, int] = {}
        self._flags: dict[str, int] = {}
        # By identity, which is quicker than equality; the condition is kept so that no
        # other one can take its place in memory.
        self._seen: dict[int, tuple[Condition, Sides]] = {}
        for each in questions:
            if each.id in columns and each.when is not None:
                pointless = self.sides(each.when)[1]
                self._asked[each.id] = self.full & ~pointless
        self._derive([each for each in rules if each.then.derive])

    def true(self, condition: Condition | None) -> int:
        """Return the completions in which a condition holds; without one, all."""
        return self.full if condition is None else self.sides(condition)[0]

    def asked(self, fact: str) -> int:
        """Return the completions in which the question applies."""
        return self._asked.get(fact, self.full)

    def answered(self, fact: str) -> int:
        """Return the completions in which the fact is known."""
        if fact in self.columns:
            return self.columns[fact].answered() & self.asked(fact)
        if fact in self._flags:
            return self._flags[fact]
        return self.full if fact in self.facts else 0

    def index(self, fact: str) -> Index:
        """Return the place of the answer to an open question, none where not asked."""
        drawn, asked = self.columns[fact].index, self.asked(fact)
        if asked == self.full:
            return drawn
        return np.where(masks_of([asked], self.size)[0], drawn, np.int16(LEFT_OPEN))

    def sides(self, condition: Condition) -> Sides:
        """Return where a condition is true and where it is false."""
        found = self._seen.get(id(condition))
        if found is None:
            found = self._seen[id(condition)] = condition, self._sides(condition)
        return found[1]

    def _sides(self, condition: Condition) -> Sides:
        match condition:
            case All(parts):
                return self._all([self.sides(each) for each in parts])
            case Any_(parts):
                # Any is the mirror image of all, as in the logic of single facts.
                no, yes = self._all([self.sides(each)[::-1] for each in parts])
                return yes, no
            case Not(part):
                yes, no = self.sides(part)
                return no, yes
            case Is() | In() | Includes():
                return self._test(condition)
            case _:
                assert_never(condition)

    def _all(self, parts: Sequence[Sides]) -> Sides:
        yes, no = self.full, 0
        for true, false in parts:
            yes &= true
            no |= false
        return yes, no

    def _test(self, test: Test) -> Sides:
        fact = test.fact
        if fact in self.columns:
            yes = self.columns[fact].where(test) & self.asked(fact)
            return yes, self.answered(fact) & ~yes
        if fact in self._flags:
            set_ = self._flags[fact]
            yes = set_ if evaluate(test, {fact: True}) is Truth.TRUE else 0
            return yes, set_ & ~yes
        truth = evaluate(test, self.facts)
        return (
            self.full if truth is Truth.TRUE else 0,
            self.full if truth is Truth.FALSE else 0,
        )

    def _derive(self, rules: Sequence[Rule]) -> None:
        """Set flags until nothing changes; rules may read what other rules derive."""
        changed = bool(rules)
        while changed:
            changed = False
            for rule in rules:
                fires = self.true(rule.when)
                for flag in rule.then.derive:
                    before = self._flags.get(flag, 0)
                    self._flags[flag] = before | fires
                    changed = changed or before | fires != before
            if changed:
                self._seen.clear()
