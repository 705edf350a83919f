"""Conditions on facts: when a rule fires, a question is asked or a claim is heard."""

from collections.abc import Iterator
from enum import Enum
from typing import assert_never

from advisor.model.record import record


class Truth(Enum):
    """Whether a condition holds."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


@record
class All:
    """True when every part is; an empty `all` is always true."""

    all_: "tuple[Condition, ...]"


@record
class Any_:
    """True when at least one part is."""

    any_: "tuple[Condition, ...]"


@record
class Not:
    """True when its part is false; unknown stays unknown."""

    not_: "Condition"


@record
class Is:
    """True when a one-valued fact has this value (`true` and `false` for yes and no)."""

    fact: str
    is_: str


@record
class In:
    """True when a one-valued fact has one of these values."""

    fact: str
    in_: tuple[str, ...]


@record
class Includes:
    """True when a many-valued fact includes at least one of these values."""

    fact: str
    includes: tuple[str, ...]


Test = Is | In | Includes
Condition = All | Any_ | Not | Is | In | Includes


def tests(condition: Condition) -> Iterator[Test]:
    """Yield every test inside a condition, from left to right."""
    match condition:
        case All(parts) | Any_(parts):
            for part in parts:
                yield from tests(part)
        case Not(part):
            yield from tests(part)
        case Is() | In() | Includes():
            yield condition


def values_of(test: Test) -> tuple[str, ...]:
    """Return the values that a test accepts."""
    match test:
        case Is(_, value):
            return (value,)
        case In(_, values) | Includes(_, values):
            return values
        case _:
            assert_never(test)
