from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.html.evidence import Chapter, Statement, chapters
from advisor.render.html.timeline import Shape
from advisor.render.page import Line


def chapter(report: Report, knowledge: Knowledge, title: str) -> Chapter:
    (own,) = (each for each in chapters(report, knowledge) if each.title == title)
    return own


def plain(line: Line) -> str:
    return "".join(span.text for span in line)


def about(statement: Statement) -> list[str]:
    return [plain(line) for line in statement.about]


def test_there_is_a_chapter_for_each_weight_heaviest_first(
    report: Report, small: Knowledge
) -> None:
    titles = [each.title for each in chapters(report, small)]
    assert titles == ["Speed of [training]", "Tools", "Documentation"]


def test_a_claim_says_who_said_it_when_and_what_was_made_of_it(
    report: Report, small: Knowledge
) -> None:
    (own,) = chapter(report, small, "Documentation").statements
    assert (own.id, own.text, own.aside) == ("c-4", "Alpha is documented.", "")
    source = small.sources["s2"]
    assert about(own) == [
        source.title,
        "2022-01-02",
        f"confidence {small.claims['c-4'].confidence}",
        "Alpha 0.40 × 0.50",
    ]


def test_the_words_of_a_chapter_come_newest_first(
    report: Report, small: Knowledge
) -> None:
    own = chapter(report, small, "Speed of [training]")
    days = [small.date_of(small.claims[each.id]) for each in own.statements]
    assert days == sorted(days, reverse=True)
    assert {each.id for each in own.statements} == {"c-1", "c-2", "c-5"}


def test_what_was_set_aside_stands_there_with_the_reason(
    report: Report, small: Knowledge
) -> None:
    own = chapter(report, small, "Speed of [training]")
    (aside,) = (each for each in own.statements if each.aside)
    assert (aside.id, aside.aside) == ("c-5", "Beta 2 came out")


def test_a_strip_has_a_mark_for_each_claim_that_was_heard(
    report: Report, small: Knowledge
) -> None:
    alpha, beta = chapter(report, small, "Speed of [training]").strips
    assert (alpha.name, alpha.cell) == ("Alpha", "0.75 (0.50–1.00)")
    assert [each.shape for each in alpha.marks] == [Shape.FOR, Shape.AGAINST]
    assert [each.shape for each in beta.marks] == [Shape.AGAINST]


def test_a_claim_that_was_set_aside_is_marked_where_it_spoke(
    report: Report, small: Knowledge
) -> None:
    claims = dict(small.claims)
    claims["c-5"] = replace(claims["c-5"], favours=("beta",), against=())
    own = chapter(report, replace(small, claims=claims), "Speed of [training]")
    shapes = {e.name: [mark.shape for mark in e.marks] for e in own.strips}
    assert Shape.ASIDE in shapes["Beta_2"]
    assert Shape.ASIDE not in shapes["Alpha"]


def test_a_claim_heard_under_two_criteria_has_its_words_once(
    real_report: Report, knowledge: Knowledge
) -> None:
    every = chapters(real_report, knowledge)
    words = [each.id for own in every for each in own.statements]
    assert len(words) == len(set(words))
    assert real_report.claims <= set(words)
    elsewhere = {each for own in every for each in own.elsewhere}
    assert elsewhere <= set(words)
    assert elsewhere


def test_the_address_of_a_package_is_told_where_it_cannot_be_followed(
    report: Report, small: Knowledge
) -> None:
    sources = dict(small.sources)
    sources["s2"] = replace(sources["s2"], url="pkg:pypi/torch@2.15.0")
    own = chapter(report, replace(small, sources=sources), "Documentation")
    assert "pkg:pypi/torch@2.15.0" in about(own.statements[0])
