"""Forward chaining: which rules fire, and on what."""

from collections.abc import Iterable

from advisor.engine.conditions import holds
from advisor.engine.facts import Facts
from advisor.engine.standing import counts
from advisor.model.condition import tests
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.report import Firing
from advisor.model.rule import Rule


def fire(rules: Iterable[Rule], facts: Facts) -> tuple[Firing, ...]:
    """Return every rule that fires, by id; rules may set flags that others read.

    A rule fires at most once and a flag can only be set, so the loop ends after at most
    as many rounds as there are rules, also where rules feed each other in a circle.
    """
    known: dict[str, Answer] = dict(facts)
    waiting = {rule.id: rule for rule in rules}
    fired: dict[str, Firing] = {}
    while True:
        ready = [rule for rule in waiting.values() if holds(rule.when, known)]
        if not ready:
            return tuple(fired[each] for each in sorted(fired))
        for rule in ready:
            del waiting[rule.id]
            fired[rule.id] = Firing(rule.id, _seen(rule, known), rule.then)
        for rule in ready:
            known.update(dict.fromkeys(rule.then.derive, True))


def grounded(knowledge: Knowledge, evidence: Evidence) -> tuple[Rule, ...]:
    """Return the rules that the evidence bears out.

    A rule that rests on claims is silent when none of them is part of the evidence; one
    that rests on none states a requirement and always speaks.
    """
    return tuple(
        rule
        for rule in knowledge.rules.values()
        if not rule.claims
        or any(
            counts(knowledge.claims[each], knowledge, evidence) for each in rule.claims
        )
    )


def flags(firings: Iterable[Firing]) -> dict[str, Answer]:
    """Return what the rules that fired have derived."""
    return {flag: True for firing in firings for flag in firing.effects.derive}


def _seen(rule: Rule, facts: Facts) -> Facts:
    names = sorted({test.fact for test in tests(rule.when)})
    return {name: facts[name] for name in names if name in facts}
