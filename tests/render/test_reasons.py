from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known
from advisor.model.report import Report
from advisor.render.columns import plain
from advisor.render.page import Bullets, Heading
from advisor.render.reasons import performance_of, reasons_sections


def reasons(report: Report, knowledge: Knowledge) -> dict[str, list[str]]:
    """Return the reasons by title, the claims under them left out."""
    blocks = reasons_sections(report, knowledge)
    found: dict[str, list[str]] = {}
    for heading, bullets in zip(blocks[::2], blocks[1::2], strict=True):
        assert isinstance(heading, Heading)
        assert isinstance(bullets, Bullets)
        found[heading.text] = [plain(item.line) for item in bullets.items]
    return found


def claims(report: Report, knowledge: Knowledge, title: str) -> list[str]:
    blocks = reasons_sections(report, knowledge)
    place = blocks.index(Heading(title)) + 1
    bullets = blocks[place]
    assert isinstance(bullets, Bullets)
    return [plain(line)[-5:-1] for item in bullets.items for line in item.details]


def test_the_criterion_that_moves_the_lead_most_comes_first(
    report: Report, small: Knowledge
) -> None:
    assert reasons(report, small) == {
        "What speaks for Alpha": [
            "+ Speed of [training]: 0.75 (0.50–1.00) against 0.50 (0.10–0.90) "
            "for Beta_2, 50% of the weight",
            "+ Tools: 0.60 (0.30–0.90) against 0.40 (0.20–0.60) "
            "for Beta_2, 30% of the weight",
        ],
        "What speaks against Alpha": [
            "− Documentation: 0.40 (0.20–0.60) against not known "
            "for Beta_2, 20% of the weight",
        ],
    }


def test_each_reason_cites_only_claims_that_take_its_side(
    report: Report, small: Knowledge
) -> None:
    assert claims(report, small, "What speaks for Alpha") == ["c-1)"] * 0 + [
        " c-1",
        " c-2",
        " c-3",
    ]
    assert claims(report, small, "What speaks against Alpha") == [" c-4"]


def test_without_a_rival_the_neutral_middle_is_the_measure(
    report: Report, small: Knowledge
) -> None:
    found = reasons(replace(report, ranking=report.ranking[:1]), small)
    assert found["What speaks for Alpha"] == [
        "+ Speed of [training]: 0.75 (0.50–1.00), 50% of the weight",
        "+ Tools: 0.60 (0.30–0.90), 30% of the weight",
    ]
    assert len(found["What speaks against Alpha"]) == 1


def test_a_difference_without_weight_is_no_reason(
    report: Report, small: Knowledge
) -> None:
    first, second = report.ranking
    twin = replace(second, score=first.score)
    assert reasons_sections(replace(report, ranking=(first, twin)), small) == ()


def test_nothing_ranked_gives_no_reasons(report: Report, small: Knowledge) -> None:
    assert reasons_sections(replace(report, ranking=()), small) == ()


def test_a_cell_that_no_score_has_is_a_gap(report: Report) -> None:
    score = report.ranking[1].score
    assert isinstance(performance_of("speed", score), Known)
    assert isinstance(performance_of("docs", score), Gap)
    assert isinstance(performance_of("elsewhere", score), Gap)
