from datetime import date

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.standing import life_text, place, ranks_of
from tests.render.ageing import ageing


def test_only_a_shared_rank_has_a_mark(report: Report) -> None:
    ranks = (1, 1, 3)
    assert [place(each, ranks) for each in ranks] == ["1=", "1=", "3"]
    assert [place(each, ranks, ".") for each in ranks] == ["1=", "1=", "3."]
    assert ranks_of(report.ranking) == [1, 2]


def test_a_life_is_told_only_where_it_is_over_or_has_not_begun(
    small: Knowledge,
) -> None:
    ended = ageing(small, "alpha")
    day = date(2024, 5, 6)
    assert life_text("alpha", day, ended) == "Alpha: maintenance since 2024-05-06."
    assert life_text("alpha", date(2024, 5, 5), ended) == ""
    early = life_text("alpha", date(1990, 1, 1), ended)
    assert early.startswith("Alpha came out only on ")
