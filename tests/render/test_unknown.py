from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, Report
from advisor.render.page import Page
from advisor.render.terminal import render
from advisor.render.unknown import unknown_section


def written(report: Report, knowledge: Knowledge) -> str:
    text = render(Page(unknown_section(report, knowledge)), 110, colour=False)
    return " ".join(text.split())


def test_an_open_question_says_how_far_it_moves_the_lead_and_who_would_win(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small)
    assert "latency -0.040 +0.210 Beta_2 (latency=real-time)" in text
    assert "domain +0.100 +0.400 nobody" in text
    assert "Not answered, and could move the scores" not in text


def test_where_that_was_not_worked_out_the_questions_are_named(
    report: Report, small: Knowledge
) -> None:
    text = written(replace(report, challenge=NOT_CHALLENGED), small)
    assert "lead from" not in text
    assert (
        "• Not answered, and could move the scores: "
        "goal, domain, latency, cloud, region, x, y."
    ) in text


def test_gaps_tell_their_share_of_the_weight_and_what_hangs_on_them(
    report: Report, small: Knowledge
) -> None:
    assert (
        "• Beta_2: nothing on documentation, 20.0% of the weight; "
        "the score could be 0.100 lower or 0.100 higher"
    ) in written(report, small)


def test_what_the_reader_does_not_know_is_told_by_whether_it_matters(
    report: Report, small: Knowledge
) -> None:
    text = written(report, small)
    assert "You do not know, and it could move the scores: data-scale." in text
    assert "You do not know, and it makes no difference here: hot-swap." in text


def test_where_everything_is_known_there_is_no_section(
    report: Report, small: Knowledge
) -> None:
    known = replace(
        report,
        challenge=NOT_CHALLENGED,
        open_questions=(),
        unknown=(),
        ranking=report.ranking[:1],
    )
    assert unknown_section(known, small) == ()
