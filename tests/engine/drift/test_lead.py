"""The lead of who was first over who is, and the criteria that moved it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.engine.drift.drift import drift
from advisor.engine.drift.lead import lead_between
from advisor.engine.drift.state import Decision
from advisor.engine.recommend import recommend
from advisor.model.drift import Lead, MovedCriterion
from advisor.model.report import Verdict
from advisor.model.what_if import Outcome
from tests.engine.completions.situations import Situation
from tests.engine.drift.conftest import NOW, THEN, recorded_on


def decision(**scores: float) -> Decision:
    ordered = dict(sorted(scores.items(), key=lambda each: -each[1]))
    outcome = Outcome(Verdict.CLEAR, tuple(ordered)[:1])
    return Decision(outcome, ordered, {}, {"speed": ordered})


@pytest.mark.parametrize(
    ("before", "after", "lead"),
    [
        (
            {"a": 0.75, "b": 0.5},
            {"a": 0.5, "b": 1.0},
            Lead("a", "b", 0.25, -0.5, (MovedCriterion("speed", -0.75),)),
        ),
        # The rival is who is next now, not who was next then.
        (
            {"a": 0.75, "b": 0.5, "c": 0.25},
            {"a": 0.75, "c": 0.5, "b": 0.25},
            Lead("a", "c", 0.5, 0.25, (MovedCriterion("speed", -0.25),)),
        ),
        ({"a": 0.75, "b": 0.5}, {"a": 0.75, "b": 0.5}, Lead("a", "b", 0.25, 0.25)),
        ({"a": 0.75, "b": 0.5}, {"b": 0.5, "c": 0.25}, None),  # the first has left
        ({"a": 0.75, "b": 0.5}, {"c": 1.0, "a": 0.5, "b": 0.25}, None),  # a newcomer
        ({"a": 0.75}, {"a": 0.5}, None),
        ({}, {"a": 0.5, "b": 0.25}, None),
        ({}, {}, None),
    ],
)
def test_the_lead_is_that_of_who_was_first_over_who_is(
    before: dict[str, float], after: dict[str, float], lead: Lead | None
) -> None:
    assert lead_between(decision(**before), decision(**after)) == lead


def test_what_nobody_kept_is_not_taken_for_nothing() -> None:
    before = replace(decision(a=0.75, b=0.5), parts={})
    lead = lead_between(before, decision(a=0.5, b=1.0))
    assert lead == Lead("a", "b", 0.25, -0.5)


def test_the_criteria_make_up_what_the_lead_has_moved(
    aged: Callable[[int], Situation],
) -> None:
    seen = 0
    for seed in range(60):
        own = aged(seed)
        recorded = recorded_on(own, own.base, THEN)
        base = replace(own.base, digest="sha256:new")
        report = recommend(base, own.profile, NOW, own.evidence)
        for stage in drift(recorded, base, own.profile, report).stages:
            lead = stage.lead
            if lead is not None and 0 < len(lead.criteria) < 3:
                moved = sum(each.shift for each in lead.criteria)
                assert moved == pytest.approx(lead.after - lead.before, abs=1e-5)
                seen += 1
    assert seen > 5
