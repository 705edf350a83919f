"""Reach: conditions that can never hold, and rules that repeat others.

Conditions are small, so they are tried on every combination of what they test; a list is
tried empty, with one and two of its options and with all of them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, product

from advisor.engine.conditions import holds
from advisor.lint.wording import error, warning
from advisor.model.condition import (
    All,
    Any_,
    Condition,
    Includes,
    Not,
    Test,
    tests,
    values_of,
)
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer
from advisor.model.rule import Rule

NAME = "reach"

_MOST_TRIED = 20_000
_ANOTHER = "another"
_LONGEST = 2


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield what can never happen and what happens twice."""
    for subject, key, condition, outcome in _conditions(knowledge):
        if condition is not None and not _possible(condition):
            message = f"{key}: can never be true, so {outcome}"
            help_ = "Look for tests that exclude each other."
            yield error(NAME, subject, message, help_)
    for first, second in combinations(knowledge.rules.values(), 2):
        if _plain(first.when) == _plain(second.when):
            yield from _pair(first, second)


def _conditions(
    knowledge: Knowledge,
) -> Iterator[tuple[str, str, Condition | None, str]]:
    """Yield every condition: whose, under which key, and what it would never do."""
    for rule in knowledge.rules.values():
        yield f"rule:{rule.id}", "when", rule.when, "the rule never fires"
    for question in knowledge.questions.values():
        outcome = "none of its options is ever offered"
        yield f"question:{question.id}", "when", question.when, outcome
    for claim in knowledge.claims.values():
        yield f"claim:{claim.id}", "when", claim.when, "the claim is never heard"
    for path in knowledge.paths.values():
        yield f"path:{path.id}", "when", path.when, "nobody can go it"
        yield f"path:{path.id}", "fits", path.fits, "it is never the way of choice"
    for layer in knowledge.layers.values():
        yield f"layer:{layer.id}", "fits", layer.fits, "it is never recommended"


def _possible(condition: Condition) -> bool:
    """Say whether some answers make the condition true; too many to try count as yes."""
    named: dict[str, list[Test]] = {}
    for test in tests(condition):
        named.setdefault(test.fact, []).append(test)
    choices = [_values(every) for every in named.values()]
    tried = 0
    for values in islice(product(*choices), _MOST_TRIED):
        tried += 1
        known = {n: v for n, v in zip(named, values, strict=True) if v is not None}
        if holds(condition, known):
            return True
    return tried == _MOST_TRIED


def _values(named: Sequence[Test]) -> Sequence[Answer | None]:
    """Return what a fact can be, as far as its tests can tell: also another, or nothing."""
    words = tuple(dict.fromkeys(word for test in named for word in values_of(test)))
    if any(isinstance(test, Includes) for test in named):
        return (None, *_lists(words))
    return (None, _ANOTHER, *words)


def _lists(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield lists of the words: the short ones first, and all of them."""
    for length in range(min(_LONGEST, len(words)) + 1):
        yield from combinations(words, length)
    if len(words) > _LONGEST:
        yield tuple(words)


def _pair(first: Rule, second: Rule) -> Iterator[Finding]:
    """Compare two rules that fire on the same answers."""
    enough = first.then.enough or {}
    for criterion, level in (second.then.enough or {}).items():
        if criterion in enough and enough[criterion] != level:
            message = f"contradicts {first.id!r} on how much of {criterion!r} is enough"
            help_ = "Both fire on the same answers; keep one number."
            yield error(NAME, f"rule:{second.id}", message, help_)
    both = sorted(set(first.then.raise_ or {}) & set(second.then.raise_ or {}))
    if both:
        message = f"is shadowed by {first.id!r}, which raises {', '.join(both)} as well"
        help_ = "Both fire on the same answers; make them one rule."
        yield warning(NAME, f"rule:{second.id}", message, help_)


def _plain(condition: Condition) -> str:
    """Return a spelling in which the order of parts and values does not matter."""
    match condition:
        case All(parts):
            return f"all({', '.join(sorted(map(_plain, parts)))})"
        case Any_(parts):
            return f"any({', '.join(sorted(map(_plain, parts)))})"
        case Not(part):
            return f"not({_plain(part)})"
        case test:
            return f"{test.fact}: {', '.join(sorted(values_of(test)))}"
