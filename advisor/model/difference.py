"""What differs between two rule bases, two dates or two sorts of evidence."""

from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.record import record


@record
class Side:
    """One of the two: a rule base, and the date and evidence that replace a case's own."""

    name: str
    knowledge: Knowledge
    as_of: date | None = None
    evidence: Evidence | None = None


@record
class MovedCell:
    """A cell of the matrix whose value differs; None where it is a gap."""

    framework: str
    criterion: str
    before: float | None
    after: float | None


@record
class Flip:
    """A case with another outcome, the criteria that moved most and the claims behind.

    `claims` are those on these criteria that count on one side only.
    """

    case: str
    title: str
    before: str
    after: str
    criteria: tuple[str, ...]
    claims: tuple[str, ...]


@record
class Difference:
    """Everything that differs. Claims are told by id, cells as of the later date."""

    old: str
    new: str
    as_of: tuple[date, date]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    cells: tuple[MovedCell, ...]
    cases: int
    flips: tuple[Flip, ...]
