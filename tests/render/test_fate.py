from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.model.comparison import Comparison, Judged
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.score import Score
from advisor.render import markdown
from advisor.render.comparison import comparison_page
from advisor.render.fate import judged_section
from advisor.render.json_comparison import comparison
from advisor.render.json_text import render
from advisor.render.page import Bars, Grid
from advisor.render.terminal import render as to_terminal


@pytest.fixture
def judged(compared: Comparison, report: Report) -> Comparison:
    """Return a ranked, an unjudged and an excluded framework, for a project."""
    first, gaps = report.ranking[0], report.not_judged[0]
    rows = tuple(
        replace(row, performances=(*row.performances, row.performances[1]), weight=own)
        for row, own in zip(compared.rows, (0.5, 0.3, 0.2), strict=True)
    )
    return replace(
        compared,
        frameworks=("alpha", "gamma", "delta"),
        project="shelf-scanner",
        rows=rows,
        judged=(
            Judged("alpha", first.score, first),
            Judged("gamma", gaps.score, gaps),
            Judged("delta", gaps.score, report.excluded),
        ),
        ranked=2,
    )


def test_a_comparison_for_a_project_matches_its_golden_files(
    judged: Comparison, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = markdown.render(comparison_page(judged, small))
    assert text == golden("comparison-judged.markdown", text)
    document = render(comparison(judged))
    assert document == golden("comparison-judged.json", document)


def test_each_fate_is_told(judged: Comparison, small: Knowledge) -> None:
    page = comparison_page(judged, small)
    text = " ".join(to_terminal(page, 110, colour=False).split())
    assert "1. Alpha █" in text
    assert "among all 2 frameworks" in text
    assert "Gamma: not judged: the evidence covers 30%." in text
    assert "Delta: excluded: retired since 2018 (rule gone)." in text


def test_those_that_tie_share_their_rank(judged: Comparison, small: Knowledge) -> None:
    alpha = judged.judged[0]
    tied = replace(judged, judged=(alpha, replace(alpha, framework="beta")))
    (bars,) = [e for e in judged_section(tied, small) if isinstance(e, Bars)]
    assert [bar.rank for bar in bars.bars] == ["1=", "1="]


def test_the_addends_end_in_the_score_and_gaps_are_marked(
    judged: Comparison, small: Knowledge
) -> None:
    (grid,) = [e for e in judged_section(judged, small) if isinstance(e, Grid)]
    texts = [[span.text for cell in row for span in cell] for row in grid.rows]
    assert texts[0] == ["Speed of [training]", "50.0%", "0.375", "0.250?", "0.250?"]
    assert texts[-1] == ["score", "", "0.635", "0.500", "0.500"]


def test_without_weights_there_is_nothing_to_tell(
    judged: Comparison, small: Knowledge
) -> None:
    nothing = tuple(replace(each, score=Score((), ())) for each in judged.judged)
    assert judged_section(replace(judged, judged=nothing), small) == ()
    assert judged_section(replace(judged, judged=()), small) == ()
