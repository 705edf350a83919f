"""How well the rule base covers what it scores."""

from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.record import record


@record
class Covered:
    """What stands behind one cell: claims in force, their sources, the newest date.

    Claims that bear on some projects only are counted too. `reason` explains a cell
    without any claim; an empty reason there is a hole.
    """

    claims: int
    sources: int
    newest: date | None
    reason: str

    @property
    def hole(self) -> bool:
        """Say whether nothing is known and nothing explains why."""
        return not self.claims and not self.reason


@record
class CoveredCriterion:
    """One criterion: its cells by framework, and how many sources speak of it in all."""

    criterion: str
    cells: dict[str, Covered]
    sources: int


@record
class Coverage:
    """The matrix of living alternatives and scored criteria, with its totals.

    `balance` is the share of all claims on cells that speak of each framework.
    """

    as_of: date
    evidence: Evidence
    frameworks: tuple[str, ...]
    rows: tuple[CoveredCriterion, ...]
    balance: dict[str, float]

    @property
    def holes(self) -> tuple[tuple[str, str], ...]:
        """The cells of which nothing is known, unexplained: framework and criterion."""
        return tuple(
            (framework, row.criterion)
            for row in self.rows
            for framework, cell in row.cells.items()
            if cell.hole
        )
