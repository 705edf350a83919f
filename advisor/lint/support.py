"""Loose ends: rules without grounds or proof, questions that nothing reads."""

from collections.abc import Iterator

from advisor.engine.facts import PRIORITIES
from advisor.lint.conditions import flags
from advisor.lint.wording import error, note
from advisor.model.condition import tests
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Effects, Rule

NAME = "support"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield rules that rest on nothing or that no case proves, and what is idle."""
    yield from _unfounded(knowledge)
    yield from _unproven(knowledge)
    yield from _idle(knowledge)


def _unfounded(knowledge: Knowledge) -> Iterator[Finding]:
    for rule in knowledge.rules.values():
        if _only_excludes(rule) or rule.claims:
            continue
        if rule.then == Effects() and rule.carries:
            continue
        message = "rests on no claim"
        help_ = "Name the claims that bear it out; without any, it is only an opinion."
        yield error(NAME, f"rule:{rule.id}", message, help_)


def _only_excludes(rule: Rule) -> bool:
    then = rule.then
    return then.exclude is not None and not (then.raise_ or then.enough or then.derive)


def _unproven(knowledge: Knowledge) -> Iterator[Finding]:
    proven = {each for case in knowledge.cases.values() for each in case.expect.fires}
    for rule in knowledge.rules:
        if rule not in proven:
            message = "fires in no case"
            help_ = f"Add a case whose expect.fires names {rule!r}."
            yield error(NAME, f"rule:{rule}", message, help_)


def _idle(knowledge: Knowledge) -> Iterator[Finding]:
    read = {test.fact for rule in knowledge.rules.values() for test in tests(rule.when)}
    for question in knowledge.interview():
        if question.id not in read | {PRIORITIES}:
            message = "no rule reads the answer"
            help_ = "The interview need not ask it until a rule does."
            yield note(NAME, f"question:{question.id}", message, help_)
    for flag in sorted(flags(knowledge) - read):
        message = f"derives {flag!r}, which no rule reads"
        makers = [r.id for r in knowledge.rules.values() if flag in r.then.derive]
        for rule in makers:
            yield note(NAME, f"rule:{rule}", message, "Read it, or derive nothing.")
