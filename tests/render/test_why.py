from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, Report
from advisor.render import markdown
from advisor.render.page import Grid, Heading
from advisor.render.terminal import render
from advisor.render.why import why_page
from tests.render.ageing import ageing
from tests.render.contending import contender_of


def written(report: Report, knowledge: Knowledge, framework: str) -> str:
    text = render(
        why_page(report, knowledge, contender_of(report, framework)), 110, colour=False
    )
    return " ".join(text.split())


def test_why_matches_its_golden_file(
    report: Report, small: Knowledge, golden: Callable[[str, str], str]
) -> None:
    text = markdown.render(why_page(report, small, contender_of(report, "beta")))
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
    blocks = why_page(report, small, contender_of(report, framework)).blocks
    assert expected in [block.text for block in blocks if isinstance(block, Heading)]


def test_a_framework_that_is_not_active_says_so(
    report: Report, small: Knowledge
) -> None:
    told = "Beta_2: maintenance since 2024-05-06."
    assert told in written(report, ageing(small, "beta"), "beta")
    assert told not in written(report, ageing(small, "beta"), "alpha")


def test_an_excluded_framework_names_the_rule(report: Report, small: Knowledge) -> None:
    text = written(report, small, "delta")
    assert "• excluded by the rule gone (gone): retired since 2018" in text
    assert "- shown by S2 (s2, 2021-05-06)" in text
    assert "- Beta is fast before version 2. (s1, 2020-01-01, line 9; c-5)" in text


def test_a_framework_that_was_left_out_has_the_score_it_would_have_had(
    report: Report, small: Knowledge
) -> None:
    excluded, unjudged = (written(report, small, each) for each in ("delta", "gamma"))
    assert (
        "Ranked all the same, Delta would score 0.47 (0.16–0.78) and take rank 9; "
        "evidence covers 80% of the weight."
    ) in excluded
    assert "Gamma would score 0.50 (0.00–1.00) and take rank 9" in unjudged
    assert "Delta and Alpha by the numbers" in excluded


def test_what_would_have_to_be_different_is_told(
    report: Report, small: Knowledge
) -> None:
    title = "What would have to be different"
    assert f"{title} • nothing that the profile says: gone excludes it" in written(
        report, small, "delta"
    )
    lifted = replace(
        report, excluded=(replace(report.excluded[0], rule="wants-speed"),)
    )
    assert (
        "• other answers than goal: production, domain: [vision, nlp], hot-swap: true, "
        "by which wants-speed excludes it"
    ) in written(lifted, small, "delta")
    unjudged = written(report, small, "gamma")
    assert "• evidence on speed of [training] and documentation" in unjudged
    assert "• no change of up to 3 answers brings it to the front" in unjudged
    loser = written(report, small, "beta")
    assert "• Beta_2 would come first with goal=research, no answer to" in loser
    assert "• at least as good on every criterion that matters" in loser
    quick = replace(report, challenge=NOT_CHALLENGED)
    assert title not in written(quick, small, "beta")


def test_both_sides_stand_under_each_criterion_and_what_decides_comes_first(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small, "beta")
    speed = text.index("• Speed of [training]: 50.0% × (0.50 − 0.75) = -0.125")
    tools = text.index("• Tools: 30.0% × (0.40 − 0.60) = -0.060")
    docs = text.index("• Documentation: 20.0% × (0.50 − 0.40) = +0.020")
    assert text.index("What decides, claim by claim") < speed < tools < docs
    assert "- Beta_2: 0.30 × 0.40 Alpha is slow on small inputs." in text[speed:tools]
    assert "- Alpha: 0.85 × 0.60 Runs [bold]fast[/bold]" in text[speed:tools]
    assert "- Beta_2: not known; no claim in force speaks of it" in text[docs:]


def test_what_hardly_moves_the_lead_comes_last(
    report: Report, small: Knowledge
) -> None:
    first, second = report.ranking
    alike = replace(report, ranking=(first, replace(second, score=first.score)))
    text = written(alike, small, "beta")
    assert "What decides, claim by claim" not in text
    assert "• Documentation: 20.0% × (0.40 − 0.40) = 0.000" in text
    assert text.index("What hardly moves the lead") < text.index(
        "• Speed of [training]"
    )


def test_claims_beyond_the_weightiest_are_counted(
    report: Report, small: Knowledge
) -> None:
    first, second = report.ranking
    speed, *rest = first.score.contributions
    said = speed.performance.testimonies[0]
    every = replace(speed.performance, testimonies=(said, said, said))
    score = replace(
        first.score, contributions=(replace(speed, performance=every), *rest)
    )
    many = replace(report, ranking=(replace(first, score=score), second))
    assert "- Alpha: 2 more claims; see --criterion speed" in written(
        many, small, "beta"
    )


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
    assert "Why Alpha? It is the only framework left to rank." in text


def test_the_moves_add_up_to_the_lead(report: Report, small: Knowledge) -> None:
    page = why_page(report, small, contender_of(report, "alpha"))
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
        page = why_page(report, small, contender_of(report, framework))
        (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
        tables.append([float(row[-1][0].text) for row in grid.rows])
    assert tables[0] == [-each for each in tables[1]]
