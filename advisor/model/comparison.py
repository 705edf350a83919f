"""Two frameworks side by side."""

from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.performance import Performance
from advisor.model.record import record


@record
class ComparedCriterion:
    """Both performances on one criterion; `weight` only where a profile gives one."""

    criterion: str
    first: Performance
    second: Performance
    weight: float | None


@record
class Comparison:
    """Every scored criterion for two frameworks, as of a date."""

    first: str
    second: str
    project: str | None
    as_of: date
    evidence: Evidence
    rows: tuple[ComparedCriterion, ...]
