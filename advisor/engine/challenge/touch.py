"""Which changes of answers can touch what a score is made of.

A score is a sum of terms: the importance that one rule, or the priorities, give to a
criterion, times one cell of the matrix; and a rule that excludes either does or does not.
A change touches a term if, whatever else is changed, making it can alter the term. That
is so where it alters a test of it (from true to not true; below a `not` from false to
not false), directly, through a derived flag, or by whether a question applies.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from advisor.engine.challenge.changes import Change
from advisor.engine.completions.columns import Mask
from advisor.engine.completions.ground import Ground
from advisor.engine.conditions import Truth, evaluate
from advisor.engine.facts import PRIORITIES, Facts, facts_of
from advisor.engine.soundness import PATH_CRITERION, PLATFORM_CRITERION
from advisor.engine.weigh import stated_importance
from advisor.model.condition import All, Any_, Condition, Not, Test
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.reads import (
    ACCELERATORS,
    EXCLUDED_VENDORS,
    LANGUAGES,
    PLATFORM_FACTS,
    TARGETS,
)
from advisor.model.robustness import Cleared
from advisor.model.rule import Exclude, Rule, Screen


class Touch:
    """The changes, as a mask over all of them, that touch each part of the model."""

    def __init__(
        self, ground: Ground, profile: Profile, changes: Sequence[Change]
    ) -> None:
        """Find out which changes set flags and which decide what applies."""
        self._ground = ground
        self._profile = profile
        self._changes = changes
        self._facts = facts_of(profile)
        self._nothing = np.zeros(len(changes), np.bool_)
        self._applying: dict[str, Mask] = {}
        self._flags: dict[str, Mask] = {}
        self._seen: dict[tuple[int, bool], Mask] = {}
        # In their order: what applies can hang on earlier answers that do or do not.
        for question in ground.knowledge.interview():
            if question.when is not None:
                self._applying[question.id] = self.condition(question.when, truth=False)
        self._derive([each for each in ground.rules if each.then.derive])

    def terms(self, frameworks: Iterable[str]) -> NDArray[np.float32]:
        """Return what touches each term of the scores and each exclusion: terms by
        changes, 1 where a change touches a term.

        A term that only changes touch that also touch another one is left out.
        """
        found = {each.tobytes(): each for each in self._terms(tuple(frameworks))}
        every = np.array([*found.values()], np.float32).reshape(len(found), -1)
        within = every @ every.T >= every.sum(axis=1)[:, None]
        widest: NDArray[np.float32] = every[within.sum(axis=1) == 1]
        return widest

    def exclusion(self, rule: Rule, exclude: Exclude) -> Mask:
        """Return the changes that touch whom a rule excludes."""
        touched = self.condition(rule.when) | self._facts_touched(exclude.facts)
        if exclude.screen is Screen.UNREACHABLE:
            every = self._ground.ways.leads.values()
            leads = [lead for own in every for ways in own.values() for lead in ways]
            touched = touched | self._facts_touched((TARGETS, EXCLUDED_VENDORS))
            touched = touched | self._conditions(lead.path.when for lead in leads)
        return touched

    def condition(self, condition: Condition, *, truth: bool = True) -> Mask:
        """Return the changes that touch whether a condition is true, or is false."""
        # By identity: conditions live as long as the rule base, which is kept.
        key = id(condition), truth
        if key not in self._seen:
            self._seen[key] = self._condition(condition, truth)
        return self._seen[key]

    def _condition(self, condition: Condition, truth: bool) -> Mask:
        match condition:
            case All(parts) | Any_(parts):
                return self._either(self.condition(e, truth=truth) for e in parts)
            case Not(part):
                return self.condition(part, truth=not truth)
            case _:
                return self._test(condition, Truth.TRUE if truth else Truth.FALSE)

    def _test(self, test: Test, truth: Truth) -> Mask:
        def is_so(facts: Facts) -> bool:
            return evaluate(test, facts) is truth

        now = is_so(self._facts)
        altered = [
            each.question == test.fact and is_so(_alone(each)) != now
            for each in self._changes
        ]
        return np.array(altered, np.bool_) | self._indirectly(test.fact)

    def _indirectly(self, fact: str) -> Mask:
        applying = self._applying.get(fact, self._nothing)
        return applying | self._flags.get(fact, self._nothing)

    def _facts_touched(self, facts: Iterable[str]) -> Mask:
        """Return the changes that give any of these facts another answer."""
        return self._either(
            np.array([each.question == fact for each in self._changes], np.bool_)
            | self._indirectly(fact)
            for fact in facts
        )

    def _either(self, masks: Iterable[Mask]) -> Mask:
        found = self._nothing
        for each in masks:
            found = found | each
        return found

    def _conditions(self, conditions: Iterable[Condition | None]) -> Mask:
        return self._either(self.condition(each) for each in conditions if each)

    def _derive(self, rules: Sequence[Rule]) -> None:
        """Follow the flags until nothing is added; rules may feed each other."""
        settled = False
        while not settled:
            settled = True
            self._seen.clear()
            for rule in rules:
                touched = self.condition(rule.when)
                for flag in rule.then.derive:
                    old = self._flags.get(flag, self._nothing)
                    self._flags[flag] = old | touched
                    settled = settled and not (touched & ~old).any()

    def _terms(self, frameworks: Sequence[str]) -> Iterator[Mask]:
        for rule in self._ground.rules:
            if rule.then.exclude is not None:
                yield self.exclusion(rule, rule.then.exclude)
        for each in self._ground.knowledge.scored():
            weights = tuple(self._importance(each.id))
            enough = self._either(
                self.condition(rule.when)
                for rule in self._ground.rules
                if each.id in (rule.then.enough or {})
            )
            for framework in frameworks:
                value = enough | self._cell(framework, each.id)
                yield value
                yield from (value | weight for weight in weights)

    def _importance(self, criterion: str) -> Iterator[Mask]:
        """Yield what touches each addend of the importance of a criterion."""
        if criterion in self._profile.weights:
            return
        yield self._prioritised(criterion)
        for rule in self._ground.rules:
            if criterion in (rule.then.raise_ or {}):
                yield self.condition(rule.when)

    def _prioritised(self, criterion: str) -> Mask:
        def stated(facts: Facts) -> float:
            return stated_importance(self._ground.knowledge, facts).get(criterion, 0.0)

        now = stated(self._facts)
        altered = [
            each.question == PRIORITIES and stated(_alone(each)) != now
            for each in self._changes
        ]
        return np.array(altered, np.bool_) | self._indirectly(PRIORITIES)

    def _cell(self, framework: str, criterion: str) -> Mask:
        conditions = self._ground.cells.conditions((framework, criterion))
        touched = self._conditions(conditions)
        if criterion == PLATFORM_CRITERION:
            touched = touched | self._facts_touched(PLATFORM_FACTS)
        if criterion == PATH_CRITERION:
            touched = touched | self._ways(framework)
        return touched

    def _ways(self, framework: str) -> Mask:
        every = self._ground.ways.leads.values()
        leads = [lead for own in every for lead in own.get(framework, ())]
        if not leads:
            return self._nothing
        read = (TARGETS, LANGUAGES, ACCELERATORS, EXCLUDED_VENDORS)
        deciding = [each for lead in leads for each in (lead.path.when, lead.path.fits)]
        return self._facts_touched(read) | self._conditions(deciding)


def _alone(change: Change) -> dict[str, Answer]:
    """Return the fact that a change leaves behind."""
    answer = change.answer
    return {} if isinstance(answer, Cleared) else {change.question: answer}
