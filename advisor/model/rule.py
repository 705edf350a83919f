"""Rules: conditions on facts, and the effects of a rule that fires."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from advisor.model.criterion import Group
from advisor.model.record import record
from advisor.model.system import Status


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


class Screen(StrEnum):
    """What a framework can be excluded for."""

    NOT_RELEASED = "not-released"
    STATUS = "status"
    VENDOR = "vendor"


@record
class Exclude:
    """Remove the alternatives that fail a hard requirement.

    `status` names the states to remove, `fact` the answer that lists excluded vendors.
    """

    screen: Screen
    status: tuple[Status, ...] = ()
    fact: str = ""


@record
class Effects:
    """What a rule does when it fires.

    `raise_` adds importance to criteria (1 slight to 5 decisive). `enough` caps the
    useful performance on a criterion: more than this is worth nothing to the project.
    `derive` sets flags that other rules may read. `exclude` screens alternatives.
    """

    raise_: Mapping[str, float] | None = None
    enough: Mapping[str, float] | None = None
    derive: tuple[str, ...] = ()
    exclude: Exclude | None = None


@record
class Rule:
    """One piece of judgement: when it applies, what it does, why, and on what it rests."""

    id: str
    title: str
    group: Group
    when: Condition
    then: Effects
    because: str
    claims: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
