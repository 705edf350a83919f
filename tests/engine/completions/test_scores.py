"""Thousands of completions at once have the scores of the engine, one by one."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from advisor.engine.appraise import appraise
from advisor.engine.completions.ground import ground_of
from advisor.engine.completions.pool import draw
from advisor.engine.completions.scores import OUT, Judged, Scorer
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.question import Answer
from tests.engine.completions.situations import (
    TODAY,
    Situation,
    answers_at,
    changes,
)

SIZE = 40
CLOSE = 1e-5  # single precision


def scores_at(judged: Judged, place: int) -> Mapping[str, float]:
    """Return the scores of those who are ranked in one completion."""
    column = judged.scores[:, place]
    named = zip(judged.frameworks, column, strict=True)
    return {name: float(score) for name, score in named if score > OUT}


@pytest.mark.parametrize("seed", range(100))
def test_every_score_is_that_of_the_engine_whatever_was_answered_before(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, most=10**9)
    scorer = Scorer(given.ground, draw(given.base, TODAY, SIZE))
    for each in changes(given, Random(seed), 5):
        judged = scorer.judge(each.profile, each.closed)
        for place in range(0, SIZE, 7):
            answers = answers_at(judged.worlds, place)
            found = each.appraise(replace(each.profile, answers=answers))
            expected = {e.framework: e.score.value for e in found.ranking}
            assert scores_at(judged, place) == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize(
    ("day", "evidence", "answers"),
    [
        (date(2026, 11, 21), Evidence.ALL, {}),
        (
            date(2026, 11, 21),
            Evidence.ALL,
            {"goal": "production", "deployment-targets": ("android", "browser")},
        ),
        (date(2026, 11, 21), Evidence.DOCUMENTS, {"domain": ("nlp", "vision")}),
        (date(2019, 6, 1), Evidence.ALL, {"training-os": ("windows",)}),
        (date(2022, 6, 1), Evidence.DOCUMENTS, {"deployment-targets": ("none",)}),
    ],
)
def test_the_real_rule_base_is_judged_as_by_the_engine(
    knowledge: Knowledge, day: date, evidence: Evidence, answers: dict[str, Answer]
) -> None:
    pool = draw(knowledge, day, 300)
    scorer = Scorer(ground_of(knowledge, day, evidence), pool)
    profile = Profile(answers=answers, weights={"debugging": 2.5})
    judged = scorer.judge(profile, ("python-version",))
    for place in range(0, 300, 12):
        own = replace(profile, answers=answers_at(judged.worlds, place))
        found = appraise(knowledge, own, day, evidence)
        expected = {e.framework: e.score.value for e in found.ranking}
        assert scores_at(judged, place) == pytest.approx(expected, abs=CLOSE)
        routes = {
            (name, target): route.path.id
            for name, ways in found.routes.items()
            for target, route in ways.items()
        }
        slots = [each for each in judged.slots if each.where >> place & 1]
        assert {(e.framework, e.target): e.path for e in slots} == routes


def test_nobody_scores_without_weights(situation: Callable[..., Situation]) -> None:
    base = replace(situation(1).base, rules={})
    scorer = Scorer(ground_of(base, TODAY, Evidence.ALL), draw(base, TODAY, SIZE))
    judged = scorer.judge(Profile(), ("priorities",))
    assert judged.frameworks == tuple(base.frameworks)
    assert (judged.scores == OUT).all()
