"""A rule to the bottom: its tests, what it does here, and what if it did not, or did."""

from collections.abc import Iterator
from dataclasses import replace

from advisor.engine.appraise import appraise
from advisor.engine.conditions import evaluate
from advisor.engine.fire import grounded
from advisor.engine.near import near_misses
from advisor.engine.trace import Ground, counting, decided, tried
from advisor.model.condition import All
from advisor.model.knowledge import Knowledge
from advisor.model.trace import Moved, RuleTrace


def trace_rule(rule: str, own: Ground) -> RuleTrace:
    """Follow a rule through the report that stands on `own`."""
    record = own.knowledge.rules[rule]
    fired = any(each.rule == rule for each in own.found.firings)
    other = without_rule(own.knowledge, rule) if fired else with_rule(own, rule)
    return RuleTrace(
        rule=rule,
        truth=evaluate(record.when, own.found.facts),
        tests=tried(record.when, own.found.facts),
        borne_out=record in grounded(own.knowledge, own.evidence),
        near=tuple(each.unmet for each in near_misses([record], own.found.facts)),
        claims=counting(record.claims, own),
        excluded=tuple(e.framework for e in own.found.excluded if e.rule == rule),
        moved=tuple(_moved(own, other)),
        now=decided(own, own.knowledge, own.profile),
        otherwise=decided(own, other, own.profile),
    )


def without_rule(knowledge: Knowledge, rule: str) -> Knowledge:
    """Return the rule base without a rule."""
    left = {each: own for each, own in knowledge.rules.items() if each != rule}
    return replace(knowledge, rules=left)


def with_rule(own: Ground, rule: str) -> Knowledge:
    """Return the rule base with a rule that fires whatever is known."""
    always = replace(own.knowledge.rules[rule], when=All(()), claims=())
    return replace(own.knowledge, rules={**own.knowledge.rules, rule: always})


def _moved(own: Ground, other: Knowledge) -> Iterator[Moved]:
    """Yield the criteria whose importance is not the same with the other rule base."""
    then = appraise(other, own.profile, own.as_of, own.evidence).weighting
    before = {each.criterion: each for each in own.found.weighting}
    after = {each.criterion: each for each in then}
    for each in sorted({*before, *after}):
        one, two = before.get(each), after.get(each)
        if (one and (one.importance, one.enough)) != (
            two and (two.importance, two.enough)
        ):
            yield Moved(each, one.weight if one else 0.0, two.weight if two else 0.0)
