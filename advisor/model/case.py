"""Cases: decisions of experts or projects, kept as tests of the rule base."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.record import record

RawAnswer = str | tuple[str, ...]


@record
class Expectation:
    """What must come out.

    `accept` lists frameworks or verdicts, `runtimes` the runtimes of which at least one
    must be on a path of the framework that is recommended, the rest rule ids.
    """

    accept: tuple[str, ...] = ()
    runtimes: tuple[str, ...] = ()
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@record
class Decision:
    """What a real project decided, beside what would have been as good.

    `expected` says whether the context that is known carries enough to expect the
    framework at all, `runtime_expected` whether it does for the runtime, and `because`
    why; all were written down before any result was seen.
    """

    expected: bool
    runtime_expected: bool
    because: str
    chose: tuple[str, ...] = ()
    deployed: tuple[str, ...] = ()


@record
class Case:
    """A project in a few answers, a date, and the outcomes that count as right.

    `decision` is there where a real project decided. `miss` says why the rule base is
    known not to decide as expected and is left so; such a case does not fail, and one
    that has come right must lose its `miss`.
    """

    id: str
    title: str
    as_of: date
    evidence: Evidence
    because: str
    expect: Expectation
    source: str = ""
    lines: str = ""
    claims: tuple[str, ...] = ()
    answers: Mapping[str, RawAnswer] = field(default_factory=dict)
    weights: Mapping[str, float] = field(default_factory=dict)
    allow_retired: bool = False
    note: str = ""
    decision: Decision | None = None
    miss: str = ""
