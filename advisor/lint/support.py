"""Loose ends: rules without grounds or proof, questions that nothing reads."""

from collections.abc import Iterator

from advisor.engine.facts import PRIORITIES
from advisor.lint.conditions import flags
from advisor.lint.wording import error, note
from advisor.model.condition import values_of
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind
from advisor.model.reads import PATH_FACTS, every_test, facts_read
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
    read = facts_read(knowledge)
    for question in knowledge.interview():
        if question.id not in read | {PRIORITIES}:
            message = "nothing reads the answer"
            help_ = "The interview need not ask it until a rule or a claim does."
            yield note(NAME, f"question:{question.id}", message, help_)
    yield from _idle_options(knowledge)
    reached = {path.runtime for path in knowledge.paths.values()}
    for runtime in knowledge.runtimes if reached else ():
        if runtime not in reached:
            message = "no path leads to it"
            help_ = "Add the path, or take the runtime out."
            yield note(NAME, f"runtime:{runtime}", message, help_)
    for flag in sorted(flags(knowledge) - read):
        message = f"derives {flag!r}, which no rule reads"
        makers = [r.id for r in knowledge.rules.values() if flag in r.then.derive]
        for rule in makers:
            yield note(NAME, f"rule:{rule}", message, "Read it, or derive nothing.")


def _idle_options(knowledge: Knowledge) -> Iterator[Finding]:
    """Name options that change nothing, where others of the same question do."""
    named = {
        (test.fact, value)
        for test in every_test(knowledge)
        for value in values_of(test)
    }
    for question in knowledge.interview():
        if question.id in PATH_FACTS or question.type not in (Kind.ONE, Kind.MANY):
            continue
        idle = [
            option.id
            for option in question.options
            if (question.id, option.id) not in named
        ]
        if idle and len(idle) < len(question.options):
            message = f"nothing reads the options {', '.join(idle)}"
            help_ = (
                "That may be meant: an answer can say that nothing special is needed."
            )
            yield note(NAME, f"question:{question.id}", message, help_)
