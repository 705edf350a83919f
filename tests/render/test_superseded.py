from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report, SetAside
from advisor.render.page import Heading, Page
from advisor.render.superseded import concerned, superseded_sections
from advisor.render.terminal import render


def written(report: Report, knowledge: Knowledge) -> str:
    text = render(Page(superseded_sections(report, knowledge)), 110, colour=False)
    return " ".join(text.split())


def test_what_took_its_place_is_told_with_statement_date_and_source(
    report: Report, small: Knowledge
) -> None:
    assert written(report, small) == (
        "Said by the documents, but set aside • Beta is fast before version 2. "
        "(s1, 2020-01-01, line 9; c-5) - superseded by: Alpha is slow on small inputs. "
        "(s2, 2021-05-06; c-2)"
    )


def test_what_nothing_took_the_place_of_has_its_reason(
    report: Report, small: Knowledge
) -> None:
    over = replace(report, set_aside=(SetAside("c-2", "true only until then", None),))
    assert "- set aside: true only until then" in written(over, small)


def test_the_documents_come_before_the_others(report: Report, small: Knowledge) -> None:
    both = replace(
        report,
        set_aside=(SetAside("c-2", "over", None), SetAside("c-5", "over", None)),
    )
    blocks = superseded_sections(both, small)
    assert [each.text for each in blocks if isinstance(each, Heading)] == [
        "Said by the documents, but set aside",
        "Said elsewhere, but set aside",
    ]


def test_the_sources_of_both_are_wanted(report: Report) -> None:
    assert concerned(report) == {"c-5", "c-2"}
