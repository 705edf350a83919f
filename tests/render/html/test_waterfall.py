from dataclasses import replace

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.render.html.waterfall import Waterfall, waterfall


def drawn(report: Report, knowledge: Knowledge) -> Waterfall:
    own = waterfall(report, knowledge)
    assert own is not None
    return own


def test_the_steps_lead_from_the_second_to_the_first(
    report: Report, small: Knowledge
) -> None:
    own = drawn(report, small)
    assert (own.first, own.rival) == ("Alpha", "Beta_2")
    assert [each.title for each in own.steps] == [
        "Speed of [training]",
        "Tools",
        "Documentation",
    ]
    assert [each.difference for each in own.steps] == pytest.approx(
        [0.125, 0.06, -0.02]
    )
    assert own.rival_score + sum(e.difference for e in own.steps) == pytest.approx(
        own.first_score
    )


def test_every_step_begins_where_the_last_one_ended(
    report: Report, small: Knowledge
) -> None:
    own = drawn(report, small)
    up, further, back = own.steps
    assert up.start == pytest.approx(own.begin)
    assert up.start + up.width == pytest.approx(further.start)
    assert further.start + further.width == pytest.approx(back.start + back.width)
    assert back.start == pytest.approx(own.end)
    assert 0 < own.begin < own.end < 1


def test_the_steps_of_a_real_report_stay_in_the_drawing_and_sum_up(
    real_report: Report, knowledge: Knowledge
) -> None:
    own = drawn(real_report, knowledge)
    steps = [*own.steps, *([own.remainder] if own.remainder else [])]
    assert all(0 <= each.start <= each.start + each.width <= 1 for each in steps)
    total = sum(each.difference for each in steps)
    assert own.rival_score + total == pytest.approx(own.first_score)
    assert len(own.steps) + len(own.rest) == len(real_report.weighting)


def test_what_moves_next_to_nothing_makes_one_step(
    report: Report, small: Knowledge
) -> None:
    first, rival = report.ranking
    close = replace(rival, score=first.score)
    own = drawn(replace(report, ranking=(first, close)), small)
    assert own.steps == ()
    assert own.remainder is not None
    assert own.remainder.title == "3 other criteria, each less than 0.005"
    assert own.remainder.width == 0
    assert len(own.rest) == 3


def test_a_step_tells_both_cells_and_the_weightiest_claims(
    report: Report, small: Knowledge
) -> None:
    speed, _, docs = drawn(report, small).steps
    assert (speed.own, speed.other) == ("0.75 (0.50–1.00)", "0.50 (0.10–0.90)")
    assert docs.other == "not known"
    assert len(speed.claims) == 2


def test_without_a_second_there_is_nothing_to_draw(
    report: Report, small: Knowledge
) -> None:
    assert waterfall(replace(report, ranking=report.ranking[:1]), small) is None
    assert waterfall(replace(report, ranking=()), small) is None
