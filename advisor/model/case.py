"""Cases: decisions of experts or projects, kept as tests of the rule base."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.record import record

RawAnswer = str | tuple[str, ...]


@record
class Expectation:
    """What must come out: `accept` lists frameworks or verdicts, the rest rule ids."""

    accept: tuple[str, ...] = ()
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@record
class Case:
    """A project in a few answers, a date, and the outcomes that count as right."""

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
