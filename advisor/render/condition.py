"""Conditions of rules and questions in words."""

from collections.abc import Sequence
from typing import assert_never

from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.language import Wording


def condition_text(condition: Condition, wording: Wording) -> str:
    """Return a condition as a reader would say it: "goal is research"."""
    either = wording("condition.or")
    match condition:
        case All(parts):
            return _joined(parts, wording("condition.and"), wording) or wording(
                "condition.always"
            )
        case Any_(parts):
            return _joined(parts, either, wording) or wording("condition.never")
        case Not(part):
            return wording("condition.not", part=condition_text(part, wording))
        case Is(fact, value):
            return wording("condition.is", fact=fact, value=value)
        case In(fact, values):
            return wording("condition.is", fact=fact, value=either.join(values))
        case Includes(fact, values):
            return wording("condition.includes", fact=fact, value=either.join(values))
        case _:
            assert_never(condition)


def _joined(parts: Sequence[Condition], word: str, wording: Wording) -> str:
    return word.join(_part(part, wording, alone=len(parts) == 1) for part in parts)


def _part(part: Condition, wording: Wording, *, alone: bool) -> str:
    text = condition_text(part, wording)
    nested = isinstance(part, All | Any_) and len(part_list(part)) > 1
    return wording("condition.nested", part=text) if nested and not alone else text


def part_list(condition: All | Any_) -> tuple[Condition, ...]:
    """Return the parts of a condition that has several."""
    match condition:
        case All(parts) | Any_(parts):
            return parts
