"""The engine as the guide of an interview."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from advisor.engine.appraise import appraise
from advisor.engine.completions.guide import Forecast
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Settlement
from advisor.model.profile import Profile
from advisor.model.question import Answer, Kind
from tests.engine.completions.situations import TODAY, Situation, changes

DAY = date(2026, 11, 21)
SIZE = 400
ANSWERS: dict[str, Answer] = {
    "goal": "production",
    "domain": ("vision",),
    "deployment-targets": ("android",),
    "training-os": ("linux",),
}


@pytest.fixture(scope="module")
def forecast(knowledge: Knowledge) -> Forecast:
    """Return a guide through the real rule base."""
    return Forecast(knowledge, DAY, Evidence.ALL, SIZE)


def test_the_same_state_gives_the_same_outlook_whatever_came_before(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    profile = Profile(answers=ANSWERS)
    fresh = Forecast(knowledge, DAY, Evidence.ALL, SIZE).look(profile, ("cloud",))
    for order in (list(ANSWERS), list(ANSWERS)[::-1]):
        answers: dict[str, Answer] = {}
        for fact in order:
            answers[fact] = ANSWERS[fact]
            outlook = forecast.look(Profile(answers=dict(answers)), ("cloud",))
        assert outlook == fresh
    assert forecast.look(profile, ("cloud",)) == fresh


@pytest.mark.parametrize("seed", range(25))
def test_answers_that_come_and_go_leave_no_trace(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, lead=0.2)
    used = Forecast(given.base, TODAY, given.evidence, 60)
    for each in changes(given, Random(seed), 4):
        fresh = Forecast(given.base, TODAY, given.evidence, 60)
        expected = fresh.look(each.profile, each.closed)
        assert used.look(each.profile, each.closed) == expected


def test_an_outlook_is_about_what_is_open(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    closed = ("cloud", "priorities")
    found = forecast.look(Profile(answers=ANSWERS), closed)
    promised = [each.question for each in found.promises]
    assert len(promised) == len(set(promised)) > 10
    assert set(promised) <= set(knowledge.questions) - set(ANSWERS) - set(closed)
    first = appraise(knowledge, Profile(answers=ANSWERS), DAY, Evidence.ALL).ranking[0]
    assert found.leader == first.framework
    assert found.leader in found.tied
    assert sum(found.shares.values()) == pytest.approx(1)
    assert 0 < found.settled < 1
    assert found.settlement is Settlement.OPEN


def test_questions_that_do_not_apply_are_not_promised(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    answers: dict[str, Answer] = {"deployment-targets": ("none",)}
    found = forecast.look(Profile(answers=answers))
    promised = {each.question for each in found.promises}
    assert not promised & {"serving-languages", "serving-accelerators", "latency"}
    assert "goal" in promised
    assert "serving-languages" in knowledge.questions


def test_without_anything_open_the_recommendation_is_proved(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    closed = tuple(set(knowledge.questions) - set(ANSWERS))
    found = forecast.look(Profile(answers=ANSWERS), closed)
    assert found.settlement is Settlement.PROVED
    assert (found.settled, found.promises) == (1.0, ())
    assert set(found.shares) == {found.leader}


def test_nobody_leads_before_anything_is_known(forecast: Forecast) -> None:
    found = forecast.look(Profile())
    assert (found.leader, found.tied) == ("", ())
    assert found.settlement is Settlement.OPEN


@pytest.mark.parametrize("seed", range(40))
def test_what_the_guide_calls_proved_is_so(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, lead=0.5, most=200)
    guide = Forecast(given.base, TODAY, given.evidence, 60)
    found = guide.look(given.profile, given.closed)
    if found.settlement is Settlement.PROVED:
        expected = given.outcome(given.profile)
        assert expected[0] == found.leader
        assert all(given.outcome(each) == expected for each in given.completions())


@pytest.mark.parametrize("question", ["goal", "domain", "hot-swap", "python-version"])
def test_a_stake_is_the_difference_between_two_judgements(
    knowledge: Knowledge, forecast: Forecast, question: str
) -> None:
    profile = Profile(answers={**ANSWERS, "serving-languages": ("python",)})
    asked = knowledge.questions[question]
    stakes = forecast.stakes(profile, asked)
    rest = {k: each for k, each in profile.answers.items() if k != question}
    before = appraise(knowledge, replace(profile, answers=rest), DAY, Evidence.ALL)
    was = {each.framework: each.score.value for each in before.ranking}
    if asked.options:
        named = [e.answer[0] if asked.takes_many else e.answer for e in stakes]  # type: ignore[index]
        assert named == [each.id for each in asked.options]
    for stake in stakes:
        answers = {**rest, question: stake.answer}
        after = appraise(knowledge, Profile(answers=answers), DAY, Evidence.ALL)
        assert stake.leader == after.ranking[0].framework
        moved = {
            each.framework: each.score.value - was.get(each.framework, 0)
            for each in after.ranking
        }
        for name, by in moved.items():
            if name in stake.moves or abs(by) > 0.0005:
                assert stake.moves[name] == by
        assert list(stake.moves.values()) == sorted(stake.moves.values(), reverse=True)
        fired = {each.rule for each in before.firings}
        assert set(stake.rules) == {each.rule for each in after.firings} - fired
        heard = set(after.held.in_force) - set(before.held.in_force)
        assert set(stake.claims) <= heard
        assert all(knowledge.claims[each].when is not None for each in stake.claims)


def test_stakes_do_not_depend_on_the_answer_that_is_there(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    goal = knowledge.questions["goal"]
    without = {k: each for k, each in ANSWERS.items() if k != "goal"}
    assert forecast.stakes(Profile(answers=ANSWERS), goal) == forecast.stakes(
        Profile(answers=without), goal
    )


def test_the_priorities_at_stake_are_the_contested_ones(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    profile = Profile(answers=ANSWERS)
    asked = knowledge.questions["priorities"]
    assert asked.type is Kind.CRITERIA
    found = [each.answer for each in forecast.stakes(profile, asked)]
    assert found == [(each,) for each in forecast.contested(profile)]


def test_contested_is_what_separates_the_first_two_most(
    knowledge: Knowledge, forecast: Forecast
) -> None:
    profile = Profile(answers=ANSWERS)
    first, second, *_ = appraise(knowledge, profile, DAY, Evidence.ALL).ranking
    leads = first.score.lead_over(second.score)
    found = forecast.contested(profile)
    assert found == tuple(sorted(leads, key=lambda e: (-abs(leads[e]), e))[:5])
    assert forecast.contested(Profile()) == ()
