from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from advisor.engine.compare import compare
from advisor.model.comparison import Comparison
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.profile import Profile
from advisor.render import markdown
from advisor.render.columns import column_widths
from advisor.render.comparison import comparison_page
from advisor.render.page import Grid, Heading
from advisor.render.terminal import render

DAY = date(2026, 11, 21)


def written(compared: Comparison, knowledge: Knowledge) -> str:
    text = render(comparison_page(compared, knowledge), 110, colour=False)
    return " ".join(text.split())


def table(compared: Comparison, knowledge: Knowledge) -> Grid:
    page = comparison_page(compared, knowledge)
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    return grid


def test_a_comparison_matches_its_golden_file(
    compared: Comparison, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = markdown.render(comparison_page(compared, small))
    assert text == golden("comparison.markdown", text)


def test_weights_appear_only_where_a_profile_gives_them(
    compared: Comparison, small: Knowledge
) -> None:
    assert table(compared, small).columns == ("criterion", "Alpha", "Beta_2", "ahead")
    rows = tuple(
        replace(row, weight=weight)
        for row, weight in zip(compared.rows, (0.6, 0.0, 0.4), strict=True)
    )
    weighted = table(replace(compared, project="p", rows=rows), small)
    assert weighted.columns == ("criterion", "weight", "Alpha", "Beta_2", "ahead")
    assert [row[1][0].text for row in weighted.rows] == ["60.0%", "–"]


def test_a_project_without_a_name_is_compared_with_weights_too(
    compared: Comparison, small: Knowledge
) -> None:
    rows = tuple(replace(row, weight=0.5) for row in compared.rows)
    page = comparison_page(replace(compared, project="", rows=rows), small)
    assert page.blocks[0] == Heading("Alpha and Beta_2", level=1)
    assert "weight" in table(replace(compared, project="", rows=rows), small).columns


def test_a_gap_on_one_side_leaves_the_question_open(
    compared: Comparison, small: Knowledge
) -> None:
    rows = {row[0][0].text: row for row in table(compared, small).rows}
    assert rows["Tools"][2][0].text == "not known"
    assert rows["Tools"][3][0].text == "cannot say"


def test_what_nobody_knows_is_named_outside_the_table(
    compared: Comparison, small: Knowledge
) -> None:
    text = written(compared, small)
    assert "Nothing is known of either on: documentation." in text
    assert len(table(compared, small).rows) == 2
    known = replace(compared, rows=compared.rows[:2])
    assert "Nothing is known of either" not in written(known, small)


@pytest.mark.parametrize(
    ("ahead", "expected"),
    [(("alpha",), "Alpha"), (("beta",), "Beta_2"), ((), "neither")],
)
def test_of_two_the_one_ahead_is_named(
    ahead: tuple[str, ...], expected: str, compared: Comparison, small: Knowledge
) -> None:
    row = replace(compared.rows[0], ahead=ahead)
    assert table(replace(compared, rows=(row,)), small).rows[0][3][0].text == expected


def three(compared: Comparison, *, ahead: tuple[str, ...]) -> Comparison:
    row = compared.rows[0]
    cells = (*row.performances, Gap("silence"))
    rows = (replace(row, performances=cells, ahead=ahead),)
    return replace(compared, frameworks=("alpha", "beta", "gamma"), rows=rows)


def test_of_three_those_ahead_have_a_star_and_no_column_names_them(
    compared: Comparison, small: Knowledge
) -> None:
    grid = table(three(compared, ahead=("alpha", "beta")), small)
    assert grid.columns == ("criterion", "Alpha", "Beta_2", "Gamma")
    texts = ["".join(span.text for span in cell) for cell in grid.rows[0]]
    assert texts[1:] == ["0.75* 0.50–1.00", "0.50* 0.10–0.90", "not known"]
    (row,) = table(three(compared, ahead=()), small).rows
    assert not any("*" in span.text for cell in row for span in cell)
    assert "A star marks who is ahead" in written(three(compared, ahead=()), small)


def test_four_of_the_longest_names_fit_in_eighty_columns(knowledge: Knowledge) -> None:
    names = ("paddlepaddle", "scikit-learn", "tensorflow", "mindspore")
    profile = Profile(answers={"goal": "production"})
    for project in (None, profile):
        found = compare(knowledge, names, project, DAY, Evidence.ALL)
        page = comparison_page(found, knowledge)
        for each in page.blocks:
            if isinstance(each, Grid):
                assert column_widths(each, 80, 3) is not None


def test_a_claim_says_of_whom_it_speaks_and_how(
    compared: Comparison, small: Knowledge
) -> None:
    text = written(compared, small)
    assert "Alpha 0.85: Runs" in text
    assert "Alpha 0.30, Beta_2 0.30: Alpha is slow" in text


def test_a_claim_of_each_side_is_there_whatever_its_weight(
    compared: Comparison, small: Knowledge
) -> None:
    weak = Known(0.5, 0.1, 0.9, (Said("c-5", "s1", 0.4, 0.01),))
    own = compared.rows[0].performances[0]
    rows = (replace(compared.rows[0], performances=(own, weak)),)
    assert "Beta_2 0.40: Beta is fast" in written(replace(compared, rows=rows), small)


def test_with_weights_only_claims_on_what_matters_are_told(
    compared: Comparison, small: Knowledge
) -> None:
    rows = tuple(
        replace(row, weight=weight)
        for row, weight in zip(compared.rows, (1.0, 0.0, 0.0), strict=True)
    )
    text = written(replace(compared, project="p", rows=rows), small)
    assert "Alpha has the better tools" not in text
    assert "compare without a profile shows the others too" in text
    assert "compare without a profile" not in written(compared, small)


def test_the_evidence_and_the_day_are_named(
    compared: Comparison, small: Knowledge
) -> None:
    assert "As of 2026-11-21, all evidence." in written(compared, small)
    documents = replace(compared, evidence=Evidence.DOCUMENTS)
    assert "documents only" in written(documents, small)


def test_a_framework_that_could_not_be_chosen_is_said_to_be_so(
    knowledge: Knowledge,
) -> None:
    def text(day: date) -> str:
        pair = ("pytorch", "theano")
        return written(compare(knowledge, pair, None, day, Evidence.ALL), knowledge)

    assert "Theano: retired since 2018-09-28." in text(date(2026, 11, 21))
    assert "PyTorch came out only on 2017-01-19." in text(date(2016, 1, 1))
    assert "PyTorch came out" not in text(date(2026, 11, 21))


def test_two_frameworks_without_evidence_get_no_empty_table(
    knowledge: Knowledge,
) -> None:
    pair = ("caffe", "theano")
    compared = compare(knowledge, pair, None, date(2009, 1, 1), Evidence.ALL)
    page = comparison_page(compared, knowledge)
    assert not [block for block in page.blocks if isinstance(block, Grid)]
    assert "Nothing is known of either on: " in written(compared, knowledge)
