"""What hangs on single claims, as a page and as JSON."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.mutation import Change, Mutant, Sensitivity, Swing
from advisor.render import json_text, markdown
from advisor.render.sensitivity import sensitivity_fields, sensitivity_page

ONE, TWO = Swing("x-01", "ada", "bee"), Swing("x-02", "bee", "no-basis")


@pytest.fixture
def found() -> Sensitivity:
    """Return one claim that decides two cases, one either way, and two silent ones."""
    return Sensitivity(
        3,
        (
            Mutant("c-2", Change.DELETED, (ONE, TWO)),
            Mutant("c-4", Change.DELETED, (ONE,)),
            Mutant("c-4", Change.FLIPPED, (ONE,)),
        ),
        ("c-3", "c-5"),
    )


def written(found: Sensitivity, knowledge: Knowledge) -> str:
    return markdown.render(sensitivity_page(found, knowledge)).replace("\\", "")


def test_page_and_json_match_their_golden_files(
    found: Sensitivity, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    page = markdown.render(sensitivity_page(found, small))
    assert page == golden("sensitivity.markdown", page)
    document = json_text.render(sensitivity_fields(found))
    assert document == golden("sensitivity.json", document)


def test_claims_and_not_mutants_are_counted(
    found: Sensitivity, small: Knowledge
) -> None:
    assert (
        "5 claims deleted and flipped one at a time over 3 cases: 2 claims change at "
        "least one outcome alone, the strongest changes 2; 2 bear on no case."
        in written(found, small)
    )


def test_a_mutant_names_every_case_with_what_came_before_and_after(
    found: Sensitivity, small: Knowledge
) -> None:
    assert (
        "- `c-2` deleted: 2 of the cases; Alpha is slow on small inputs.\n"
        "  - x-01 (ada → bee), x-02 (bee → no-basis)\n" in written(found, small)
    )


def test_where_nothing_decides_nothing_is_listed(small: Knowledge) -> None:
    text = written(Sensitivity(3, (), ()), small)
    assert "0 claims change at least one outcome alone, the strongest changes 0" in text
    assert "Claims that decide cases alone" not in text
    assert text.endswith("none\n")


def test_of_many_mutants_the_first_are_shown_and_the_rest_counted(
    found: Sensitivity, small: Knowledge
) -> None:
    many = replace(found, mutants=found.mutants[:1] * 28)
    text = written(many, small)
    assert text.count("- `c-2` deleted") == 25
    assert "and 3 more\n" in text
    assert len(sensitivity_fields(many)["mutants"]) == 28
