"""Conditions of rules and questions in words."""

from collections.abc import Sequence
from typing import assert_never

from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not


def condition_text(condition: Condition) -> str:
    """Return a condition as a reader would say it: "goal is research"."""
    match condition:
        case All(parts):
            return _joined(parts, " and ") or "always"
        case Any_(parts):
            return _joined(parts, " or ") or "never"
        case Not(part):
            return f"not ({condition_text(part)})"
        case Is(fact, value):
            return f"{fact} is {value}"
        case In(fact, values):
            return f"{fact} is {' or '.join(values)}"
        case Includes(fact, values):
            return f"{fact} includes {' or '.join(values)}"
        case _:
            assert_never(condition)


def _joined(parts: Sequence[Condition], word: str) -> str:
    return word.join(_part(part, alone=len(parts) == 1) for part in parts)


def _part(part: Condition, *, alone: bool) -> str:
    text = condition_text(part)
    nested = isinstance(part, All | Any_) and len(part_list(part)) > 1
    return f"({text})" if nested and not alone else text


def part_list(condition: All | Any_) -> tuple[Condition, ...]:
    """Return the parts of a condition that has several."""
    match condition:
        case All(parts) | Any_(parts):
            return parts
