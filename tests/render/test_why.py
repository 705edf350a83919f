from collections.abc import Callable, Mapping

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render import markdown
from advisor.render.page import Grid, Heading
from advisor.render.terminal import render
from advisor.render.why import why_page


def written(report: Report, knowledge: Knowledge, framework: str) -> str:
    text = render(why_page(report, knowledge, framework), 110, colour=False)
    return " ".join(text.split())


def test_why_matches_its_golden_file(
    report: Report, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = markdown.render(why_page(report, small, "beta"))
    assert text == golden("why.markdown", text)


@pytest.mark.parametrize(
    ("framework", "expected"),
    [
        ("alpha", "Why Alpha, not Beta_2?"),
        ("beta", "Why not Beta_2, but Alpha?"),
        ("gamma", "Why not Gamma?"),
        ("delta", "Why not Delta?"),
    ],
)
def test_the_title_asks_the_question(
    framework: str, expected: str, report: Report, small: Knowledge
) -> None:
    blocks = why_page(report, small, framework).blocks
    assert expected in [block.text for block in blocks if isinstance(block, Heading)]


def test_an_excluded_framework_names_the_rule(report: Report, small: Knowledge) -> None:
    text = written(report, small, "delta")
    assert "• excluded by the rule gone: retired since 2018" in text


def test_a_framework_that_is_not_judged_names_the_silence(
    report: Report, small: Knowledge
) -> None:
    assert (
        "• not judged: the evidence covers 30%; "
        "nothing on speed of [training] and documentation"
    ) in written(report, small, "gamma")


def test_the_only_framework_that_was_judged_has_no_rival(
    some_reports: Mapping[str, Report], small: Knowledge
) -> None:
    text = written(some_reports["alone"], small, "alpha")
    assert "Why Alpha? It is the only framework that could be judged." in text


def test_the_moves_add_up_to_the_lead(report: Report, small: Knowledge) -> None:
    page = why_page(report, small, "alpha")
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    moves = [float(row[-1][0].text) for row in grid.rows]
    first, second = report.ranking
    lead = first.score.value - second.score.value
    assert sum(moves) == pytest.approx(lead, abs=0.001)
    assert [abs(each) for each in moves] == sorted(map(abs, moves), reverse=True)
    assert f"Together {lead:+.3f} for Alpha." in written(report, small, "alpha")


def test_the_other_way_round_every_move_changes_its_sign(
    report: Report, small: Knowledge
) -> None:
    tables = []
    for framework in ("alpha", "beta"):
        page = why_page(report, small, framework)
        (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
        tables.append([float(row[-1][0].text) for row in grid.rows])
    assert tables[0] == [-each for each in tables[1]]
