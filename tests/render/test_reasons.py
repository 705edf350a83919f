from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.report import Ranked, Report
from advisor.render.columns import plain
from advisor.render.page import Bullets, Heading
from advisor.render.reasons import (
    performance_of,
    reasons_sections,
    telling_claims,
    weightiest,
)


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


def test_what_was_worked_out_without_a_claim_says_so(
    report: Report, small: Knowledge
) -> None:
    first, *rest = report.ranking
    unsaid = tuple(
        replace(each, performance=replace(each.performance, testimonies=()))
        for each in first.score.contributions
    )
    first = replace(first, score=replace(first.score, contributions=unsaid))
    criteria = {**small.criteria, "docs": replace(small.criteria["docs"], derived=True)}
    bullets = reasons_sections(
        replace(report, ranking=(first, *rest)), replace(small, criteria=criteria)
    )[-1]
    assert isinstance(bullets, Bullets)
    assert [plain(each) for each in bullets.items[0].details] == [
        "worked out from what the records say of its machines and paths; "
        "see advisor knowledge show alpha"
    ]


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


def test_what_is_heard_of_the_rival_alone_has_its_name_before_it(
    report: Report, small: Knowledge
) -> None:
    first, second = report.ranking
    of_both = Said("c-2", "s2", 0.3, 0.4)
    alone = Said("c-5", "s1", 0.1, 0.3)
    rival = with_cell(second, "speed", Known(0.2, 0.0, 0.5, (of_both, alone)))
    mute = with_cell(first, "speed", Known(0.75, 0.5, 1.0, (of_both,)))
    lines = telling_claims("speed", mute, rival, small, wins=True)
    assert [plain(each).split(" (")[0] for each in lines] == [
        "Alpha is slow on small inputs.",
        "Beta_2: Beta is fast before version 2.",
    ]


@pytest.mark.parametrize("wins", [True, False])
def test_a_claim_goes_beyond_the_cell_of_the_rival_if_any_does(
    report: Report, small: Knowledge, *, wins: bool
) -> None:
    def quoted_against(value: float, *said: Said) -> list[str]:
        on_side = [
            e if wins else replace(e, performance=1 - e.performance) for e in said
        ]
        own = with_cell(first, "speed", Known(0.7, 0.0, 1.0, tuple(on_side)))
        other = Known(value if wins else 1 - value, 0.0, 1.0, ())
        rival = with_cell(second, "speed", other)
        found = weightiest("speed", own, rival, small, wins=wins)
        return [each.claim for each in found]

    first, second = report.ranking
    lukewarm, warm = Said("c-1", "s1", 0.6, 0.9), Said("c-2", "s2", 0.9, 0.1)
    assert quoted_against(0.65, lukewarm, warm) == ["c-2"]
    assert quoted_against(0.3, lukewarm, warm) == ["c-1", "c-2"]
    assert quoted_against(0.65, lukewarm) == ["c-1"]


def with_cell(ranked: Ranked, criterion: str, known: Known) -> Ranked:
    parts = tuple(
        replace(each, performance=known) if each.criterion == criterion else each
        for each in ranked.score.contributions
    )
    return replace(ranked, score=replace(ranked.score, contributions=parts))


def test_a_cell_that_no_score_has_is_a_gap(report: Report) -> None:
    score = report.ranking[1].score
    assert isinstance(performance_of("speed", score), Known)
    assert isinstance(performance_of("docs", score), Gap)
    assert isinstance(performance_of("elsewhere", score), Gap)
