"""All attempts to shake a recommendation, together."""

from collections.abc import Callable
from datetime import date

import pytest

from advisor.engine.appraise import appraise
from advisor.engine.challenge.challenge import challenge
from advisor.knowledge.profiles import read_profile
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.robustness import Challenge, Method
from tests.engine.challenge.tables import Project

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def course(knowledge: Knowledge) -> Profile:
    """Return a real profile."""
    name = "beginner-course"
    return read_profile(knowledge.profiles[name], name, knowledge)


def test_everything_is_tried_on_a_real_profile(
    knowledge: Knowledge, course: Profile
) -> None:
    found = appraise(knowledge, course, DAY, Evidence.ALL)
    tried = challenge(knowledge, course, DAY, Evidence.ALL)
    weighted = {each.criterion for each in found.weighting}
    names = {each.framework for each in found.ranking}
    assert {each.criterion for each in tried.stable_weights} == weighted
    assert {each.what for each in tried.without_criterion} == weighted
    assert {each.what for each in tried.without_source} <= knowledge.sources.keys()
    assert tried.noise is not None
    assert tried.noise.lead == (
        found.ranking[0].score.value - found.ranking[1].score.value
    )
    assert [each.method for each in tried.opinions] == list(Method)
    assert all(set(each.order) == names for each in tried.opinions)
    assert {each.framework for each in tried.dominated} < names
    assert found.ranking[0].framework not in {e.framework for e in tried.tipping_points}
    assert tried.open_questions
    assert course.answers.keys().isdisjoint(e.question for e in tried.open_questions)


def test_the_same_profile_is_challenged_in_the_same_way(
    project: Callable[[int], Project],
) -> None:
    assert challenge(*project(3)) == challenge(*project(3))


def test_where_nobody_is_ranked_only_answers_can_be_tried(
    a_knowledge: Callable[..., Knowledge],
) -> None:
    tried = challenge(a_knowledge(), Profile(), DAY, Evidence.ALL)
    assert tried == Challenge((), (), (), (), None, (), (), ())
