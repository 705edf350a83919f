"""Rules: conditions on facts, and the effects of a rule that fires."""

from collections.abc import Mapping
from enum import StrEnum

from advisor.model.condition import Condition
from advisor.model.criterion import Group
from advisor.model.record import record
from advisor.model.system import Status


class Screen(StrEnum):
    """What a framework can be excluded for."""

    NOT_RELEASED = "not-released"
    STATUS = "status"
    VENDOR = "vendor"
    SCOPE = "scope"
    PLATFORM = "platform"
    PYTHON = "python"
    UNREACHABLE = "unreachable"


@record
class Exclude:
    """Remove the alternatives that fail a hard requirement.

    `status` names the states to remove, `fact` the answer that is compared with the
    framework: excluded vendors, domains, operating systems (with `accelerators` the
    answer that lists those), a Python version or deployment targets.
    """

    screen: Screen
    status: tuple[Status, ...] = ()
    fact: str = ""
    accelerators: str = ""

    @property
    def facts(self) -> tuple[str, ...]:
        """The answers that are compared with every framework."""
        return tuple(each for each in (self.fact, self.accelerators) if each)


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
