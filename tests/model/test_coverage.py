"""Holes: nothing known and nothing that explains it."""

from datetime import date

import pytest

from advisor.model.coverage import Coverage, Covered, CoveredCriterion
from advisor.model.evidence import Evidence

DAY = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("cell", "hole"),
    [
        (Covered(0, 0, None, ""), True),
        (Covered(0, 0, None, "looked for"), False),
        (Covered(1, 1, DAY, ""), False),
    ],
)
def test_a_cell_is_a_hole_without_claims_and_without_a_reason(
    cell: Covered, hole: bool
) -> None:
    assert cell.hole is hole


def test_holes_are_listed_by_criterion_then_framework() -> None:
    known, hole = Covered(1, 1, DAY, ""), Covered(0, 0, None, "")
    rows = (
        CoveredCriterion("speed", {"bee": hole, "ada": hole}, 0),
        CoveredCriterion("docs", {"bee": known, "ada": hole}, 1),
    )
    found = Coverage(DAY, Evidence.ALL, ("bee", "ada"), rows, {})
    assert found.holes == (("bee", "speed"), ("ada", "speed"), ("ada", "docs"))
