from collections.abc import Callable
from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.robustness import Favour
from advisor.render.page import Block, Grid
from advisor.render.robustness.sampled import sampled_sections

Written = Callable[[tuple[Block, ...]], str]


def test_every_framework_has_its_share_of_every_rank(
    report: Report, small: Knowledge
) -> None:
    blocks = sampled_sections(report, small)
    (grid,) = [each for each in blocks if isinstance(each, Grid)]
    rows = [["".join(s.text for s in cell) for cell in row] for row in grid.rows]
    assert list(grid.columns[1:]) == ["1.", "2."]
    assert rows == [["Alpha", "92", "8"], ["Beta_2", "8", "92"]]


def test_what_would_have_to_weigh_more_is_named_most_first(
    report: Report, small: Knowledge, written: Written
) -> None:
    first, second = report.sampled.frameworks
    likes = Favour({"docs": 0.3, "speed": 0.19, "tools": 0.51}, 0.4)
    sampled = replace(report.sampled, frameworks=(first, replace(second, favour=likes)))
    text = written(sampled_sections(replace(report, sampled=sampled), small))
    assert (
        "Beta_2 would suit a project that cares more about tools (51% rather than "
        "30%) and documentation (30% rather than 20%); first in 8% of the samples, "
        "confidence factor 40%" in text
    )


def test_the_first_suits_the_weights_as_they_are(
    report: Report, small: Knowledge, written: Written
) -> None:
    text = written(sampled_sections(report, small))
    assert "Alpha suits the weights as they are; first in 92%" in text


def test_so_does_whoever_no_other_weights_would_favour(
    report: Report, small: Knowledge, written: Written
) -> None:
    first, second = report.sampled.frameworks
    same = Favour({each.criterion: each.weight for each in report.weighting}, 0.1)
    sampled = replace(report.sampled, frameworks=(first, replace(second, favour=same)))
    text = written(sampled_sections(replace(report, sampled=sampled), small))
    assert "Beta_2 suits the weights as they are; first in 8%" in text
