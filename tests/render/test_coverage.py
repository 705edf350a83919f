"""The matrix of claims as a page and as JSON."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from advisor.model.coverage import Coverage, Covered, CoveredCriterion
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.render import json_text, markdown, terminal
from advisor.render.coverage import coverage_fields, coverage_page

DAY = date(2026, 11, 21)
GAP, HOLE = Covered(0, 0, None, "nobody measured it"), Covered(0, 0, None, "")


@pytest.fixture
def found() -> Coverage:
    """Return two criteria and two frameworks: known, thin, a gap and a hole."""
    return Coverage(
        as_of=DAY,
        evidence=Evidence.ALL,
        frameworks=("alpha", "beta"),
        rows=(
            CoveredCriterion(
                "speed",
                {
                    "alpha": Covered(12, 3, date(2026, 5, 1), ""),
                    "beta": Covered(1, 1, date(2024, 2, 1), ""),
                },
                3,
            ),
            CoveredCriterion("tools", {"alpha": GAP, "beta": HOLE}, 0),
        ),
        balance={"alpha": 12 / 13, "beta": 1 / 13},
    )


def test_page_and_json_match_their_golden_files(
    found: Coverage, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    page = markdown.render(coverage_page(found, small))
    assert page == golden("coverage.markdown", page)
    document = json_text.render(coverage_fields(found))
    assert document == golden("coverage.json", document)


def test_a_gap_and_a_hole_are_no_zero(found: Coverage, small: Knowledge) -> None:
    text = terminal.render(coverage_page(found, small), 80, colour=False)
    rows = [line.split() for line in text.splitlines()]
    assert ["speed", "12", "1"] in rows
    assert ["tools", "–", "?"] in rows
    assert ["tools", "0"] in rows


def test_cells_add_up(found: Coverage, small: Knowledge) -> None:
    text = markdown.render(coverage_page(found, small))
    assert "2 criteria and 2 living alternatives: 4 cells" in text
    assert "2 cells with claims, 1 gaps with a reason, 1 holes" in text
    assert "criteria with fewer than 2 sources: tools" in text
    assert "92% of the claims" in text


def test_holes_are_listed_and_without_any_there_is_no_list(
    found: Coverage, small: Knowledge
) -> None:
    assert found.holes == (("beta", "tools"),)
    assert "## Holes\n\n- beta on tools" in markdown.render(coverage_page(found, small))
    whole = replace(found, rows=found.rows[:1])
    text = markdown.render(coverage_page(whole, small))
    assert "Holes" not in text
    assert "fewer than 2 sources: none" in text


def test_json_says_why_a_cell_is_empty(found: Coverage) -> None:
    fields = coverage_fields(found)
    tools = fields["criteria"]["tools"]["cells"]
    assert tools["alpha"] == {
        "claims": 0,
        "sources": 0,
        "newest": None,
        "gap": "nobody measured it",
    }
    assert tools["beta"]["gap"] is None
    assert fields["holes"] == [["beta", "tools"]]


def test_columns_can_be_told_apart(found: Coverage, small: Knowledge) -> None:
    names = ("caffe", "caffe2")
    frameworks = {
        each: replace(small.frameworks["alpha"], id=each, name=each) for each in names
    }
    cells = dict(zip(names, found.rows[0].cells.values(), strict=True))
    alike = replace(
        found,
        frameworks=names,
        rows=(replace(found.rows[0], cells=cells),),
        balance=dict.fromkeys(names, 0.5),
    )
    page = coverage_page(alike, replace(small, frameworks=frameworks))
    header = markdown.render(page).splitlines()[4].split("|")[2:4]
    assert [each.strip() for each in header] == ["caffe", "caffe2"]
