"""Rules: what they change exists, and what they rest on does."""

from collections.abc import Iterator, Mapping

from advisor.engine.conditions import holds
from advisor.engine.facts import ALLOW_RETIRED
from advisor.lint.wording import Known, error, outside, repeated, unknown
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind
from advisor.model.rule import Exclude, Rule, Screen

NAME = "rules"

_DECISIVE = 5  # the most a single rule may add; what a user puts first weighs more

# Screens that compare an answer with a list of the framework.
_OF_LISTS = (Screen.VENDOR, Screen.SCOPE, Screen.PLATFORM, Screen.UNREACHABLE)


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield what is wrong with the effects and the grounds of rules."""
    for rule in knowledge.rules.values():
        yield from _criteria(rule, knowledge)
        yield from _ranges(rule, knowledge.constants.neutral.value)
        yield from _flags(rule, knowledge)
        yield from _exclude(rule, knowledge)
        yield from _grounds(rule, knowledge)
        yield from _needs_an_answer(rule)


def _criteria(rule: Rule, knowledge: Knowledge) -> Iterator[Finding]:
    for key, changed in _changed(rule).items():
        known = Known("criterion", knowledge.criteria)
        yield from unknown(NAME, _subject(rule), key, changed, known)
        for name in changed:
            criterion = knowledge.criteria.get(name)
            if criterion is not None and not criterion.scored:
                message = f"{key}: {name!r} is context; it takes no part in the score"
                help_ = "Take a scored criterion, or take this one out."
                yield error(NAME, _subject(rule), message, help_)


def _ranges(rule: Rule, neutral: float) -> Iterator[Finding]:
    for name, amount in (rule.then.raise_ or {}).items():
        if not 0 < amount <= _DECISIVE:
            key, bounds = f"raise.{name}", f"above 0, up to {_DECISIVE}"
            yield outside(NAME, _subject(rule), key, amount, bounds)
    for name, level in (rule.then.enough or {}).items():
        if not neutral < level <= 1:  # or silence would be enough
            bounds = f"above the neutral {neutral:g}, up to 1"
            yield outside(NAME, _subject(rule), f"enough.{name}", level, bounds)


def _changed(rule: Rule) -> Mapping[str, Mapping[str, float]]:
    return {"raise": rule.then.raise_ or {}, "enough": rule.then.enough or {}}


def _flags(rule: Rule, knowledge: Knowledge) -> Iterator[Finding]:
    for flag in rule.then.derive:
        if flag in knowledge.questions or flag == ALLOW_RETIRED:
            message = f"derive: {flag!r} is what the user says; no rule may set it"
            yield error(NAME, _subject(rule), message, "Give the flag another name.")


def _needs_an_answer(rule: Rule) -> Iterator[Finding]:
    """With no answers there may be no winner, so nothing may matter without one."""
    acts = rule.then.raise_ or rule.then.enough or rule.then.derive
    silent = {ALLOW_RETIRED: False}
    if acts and holds(rule.when, silent):
        message = "when: holds without any answer, yet the rule changes weights"
        yield error(NAME, _subject(rule), message, "Let it depend on an answer.")


def _exclude(rule: Rule, knowledge: Knowledge) -> Iterator[Finding]:
    exclude = rule.then.exclude
    if exclude is None:
        return
    yield from _compared(rule, exclude, knowledge)
    asked = Known("question", knowledge.questions)
    yield from unknown(NAME, _subject(rule), "exclude", exclude.facts, asked)
    if exclude.screen is Screen.STATUS and not exclude.status:
        message = "exclude.status: names no state, so it excludes nothing"
        yield error(NAME, _subject(rule), message, "Add status, such as [retired].")


def _compared(rule: Rule, exclude: Exclude, knowledge: Knowledge) -> Iterator[Finding]:
    """Yield facts that the screen would not know how to compare."""
    questions = knowledge.questions.values()
    if exclude.screen in _OF_LISTS:
        known = Known(
            "question with several answers", [q.id for q in questions if q.takes_many]
        )
    elif exclude.screen is Screen.PYTHON:
        known = Known(
            "question for a text", [q.id for q in questions if q.type is Kind.TEXT]
        )
    else:
        return
    yield from unknown(NAME, _subject(rule), "exclude.fact", [exclude.fact], known)
    if exclude.accelerators:
        key = "exclude.accelerators"
        yield from unknown(NAME, _subject(rule), key, [exclude.accelerators], known)


def _grounds(rule: Rule, knowledge: Knowledge) -> Iterator[Finding]:
    subject = _subject(rule)
    claims, cases = Known("claim", knowledge.claims), Known("case", knowledge.cases)
    yield from unknown(NAME, subject, "claims", rule.claims, claims)
    yield from repeated(NAME, subject, "claims", rule.claims)
    yield from unknown(NAME, subject, "carries", rule.carries, cases)
    if not rule.because.strip():
        yield error(NAME, subject, "because: empty", "Say why the rule holds.")


def _subject(rule: Rule) -> str:
    return f"rule:{rule.id}"
