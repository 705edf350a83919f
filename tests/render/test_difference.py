"""What differs, as a page and as JSON."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from advisor.model.difference import Difference, Flip, MovedCell
from advisor.render import json_text, markdown
from advisor.render.difference import difference_fields, difference_page

FLIP = Flip("x-01", "A shop", "ada", "bee (tie)", ("speed", "docs"), ("k-1", "k-2"))


@pytest.fixture
def found() -> Difference:
    """Return a difference in which every part has something to say."""
    return Difference(
        old="2019-12-31",
        new="all",
        as_of=(date(2019, 12, 31), date(2026, 11, 21)),
        added=("k-1", "k-2"),
        removed=("k-3",),
        changed=("k-4",),
        cells=(
            MovedCell("ada", "docs", 0.2, 0.30000000001),
            MovedCell("ada", "speed", 0.9, 0.2),
            MovedCell("bee", "docs", 0.5, None),
            MovedCell("bee", "speed", None, 0.5),
        ),
        cases=2,
        flips=(FLIP,),
    )


def written(found: Difference) -> str:
    return markdown.render(difference_page(found)).replace("\\", "")


def test_page_and_json_match_their_golden_files(
    found: Difference, golden: Callable[[str, str], str]
) -> None:
    page = markdown.render(difference_page(found))
    assert page == golden("difference.markdown", page)
    document = json_text.render(difference_fields(found))
    assert document == golden("difference.json", document)


def test_where_nothing_differs_only_the_counts_are_left(found: Difference) -> None:
    same = Difference("a", "b", found.as_of, (), (), (), (), 2, ())
    assert written(same) == (
        "# From a to b\n\n0 of 2 cases come out differently; 0 cells moved; "
        "0 claims came into force, 0 went out of it, 0 changed.\n"
    )


def test_a_flip_says_what_came_before_and_after_and_why(found: Difference) -> None:
    text = written(found)
    assert "1 of 2 cases come out differently; 4 cells moved" in text
    assert (
        "- `x-01` A shop: **ada → bee (tie)**\n"
        "  - above all speed and docs\n  - claims k-1, k-2\n" in text
    )


def test_a_flip_without_reasons_has_no_empty_lines(found: Difference) -> None:
    bare = replace(found, flips=(replace(FLIP, criteria=(), claims=()),))
    assert "bee (tie)**\n\n## Cells" in written(bare)


def test_the_cells_that_moved_most_come_first_and_a_gap_is_no_number(
    found: Difference,
) -> None:
    rows = [
        [part.strip() for part in line.strip("|").split("|")]
        for line in written(found).splitlines()
        if line.startswith(("| ada", "| bee"))
    ]
    assert rows == [
        ["bee", "docs", "0.50", "gap"],
        ["bee", "speed", "gap", "0.50"],
        ["ada", "speed", "0.90", "0.20"],
        ["ada", "docs", "0.20", "0.30"],
    ]


def test_long_lists_are_cut_and_say_how_much_is_left_out(found: Difference) -> None:
    many = replace(
        found,
        added=tuple(f"k-{n:02}" for n in range(15)),
        cells=tuple(MovedCell("ada", f"c{n:02}", 0.1, 0.9) for n in range(43)),
    )
    text = written(many)
    assert "k-11 and 3 more" in text
    assert "k-12" not in text
    assert "and 3 more cells" in text
    assert "and" not in text.split("## Claims that changed")[1]


def test_json_leaves_nothing_out(found: Difference) -> None:
    cells = tuple(MovedCell("ada", f"c{n:02}", 0.1, 0.9) for n in range(43))
    fields = difference_fields(replace(found, cells=cells))
    assert len(fields["cells"]) == 43
    assert fields["flips"][0]["criteria"] == ["speed", "docs"]
    assert fields["claims"]["removed"] == ["k-3"]
