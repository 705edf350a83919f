"""A few of the interviews that `simulate_interview.py` holds by the thousand."""

import statistics
from datetime import date

import pytest

from advisor.engine.completions.guide import Forecast
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.survey.order import Aim, Halt
from tests.simulate_interview import Project, interviewed, strangers

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def projects(knowledge: Knowledge) -> list[Project]:
    return list(strangers(knowledge, 30))


@pytest.fixture(scope="module")
def forecast(knowledge: Knowledge) -> Forecast:
    return Forecast(knowledge, DAY, Evidence.ALL, completions=1000)


def test_few_questions_are_enough_and_seldom_mislead(
    knowledge: Knowledge, forecast: Forecast, projects: list[Project]
) -> None:
    ended = [interviewed(knowledge, forecast, each, Aim()) for each in projects]
    shares = [each.asked / each.applicable for each in ended]
    assert statistics.median(shares) <= 1 / 3
    assert sum(each.defensible for each in ended) >= len(ended) - 1


def test_what_is_proved_is_what_all_answers_lead_to(
    knowledge: Knowledge, forecast: Forecast, projects: list[Project]
) -> None:
    ended = [interviewed(knowledge, forecast, each, Aim(1)) for each in projects]
    proved = [each for each in ended if each.halt is Halt.PROVED]
    assert len(proved) >= len(ended) / 2
    assert all(each.asked < each.applicable for each in proved)
    assert all(each.same and each.same_ways for each in ended)
