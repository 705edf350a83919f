"""A rule to the bottom: what it does, or would have done, and nothing else."""

from dataclasses import replace

import pytest

from advisor.engine.recommend import recommend
from advisor.engine.trace import Ground, order_of
from advisor.engine.trace_rule import trace_rule, with_rule, without_rule
from advisor.model.condition import All, Is, Truth
from advisor.model.evidence import Evidence
from advisor.model.report import Unmet
from advisor.model.snapshot import InForce
from tests.engine.tracing import ASKED, DAY, Build, a_ground


@pytest.fixture(scope="module")
def own(builders: dict[str, Build]) -> Ground:
    return a_ground(builders)


def test_a_rule_that_fired_is_shown_with_the_report_without_it(own: Ground) -> None:
    trace = trace_rule("fast", own)
    assert trace.fired
    assert [(each.truth, each.answer) for each in trace.tests] == [(Truth.TRUE, "a")]
    rules = {k: v for k, v in own.knowledge.rules.items() if k != "fast"}
    assert without_rule(own.knowledge, "fast").rules == rules
    lacking = replace(own.knowledge, rules=rules)
    report = recommend(lacking, ASKED, DAY, Evidence.ALL)
    assert trace.otherwise == order_of(report)
    (moved,) = trace.moved
    weights = {each.criterion: each.weight for each in report.weighting}
    assert moved.criterion == "speed"
    assert moved.now == own.weights["speed"]
    assert moved.otherwise == weights["speed"] < moved.now
    (claim,) = trace.claims
    assert isinstance(claim.standing, InForce)


def test_a_rule_that_did_not_fire_is_shown_with_the_report_if_it_had(
    own: Ground,
) -> None:
    trace = trace_rule("near", own)
    assert not trace.fired
    assert trace.truth is Truth.UNKNOWN
    assert trace.near == (Unmet(Is("q2", "c"), known=False),)
    assert [each.framework for each in trace.now.places] == ["ada", "bob"]
    assert [each.framework for each in trace.otherwise.places] == ["bob", "ada"]
    (moved,) = trace.moved
    assert (moved.criterion, moved.now) == ("tools", own.weights["tools"])
    answered = replace(ASKED, answers={**ASKED.answers, "q2": "c"})
    truly = recommend(own.knowledge, answered, DAY, Evidence.ALL)
    assert trace.otherwise == order_of(truly)


def test_a_rule_that_lacks_two_tests_is_not_near(own: Ground) -> None:
    trace = trace_rule("odd", own)
    assert trace.truth is Truth.FALSE
    assert trace.near == ()
    (moved,) = trace.moved
    assert (moved.criterion, moved.now) == ("trivia", 0)
    assert moved.otherwise > 0


def test_an_excluding_rule_names_whom_it_excludes_and_brings_them_back(
    own: Ground,
) -> None:
    trace = trace_rule("gone", own)
    assert trace.excluded == ("eve",)
    assert trace.moved == ()
    assert trace.now == trace.otherwise  # too little is known of it to be ranked


def test_a_rule_outside_of_the_evidence_is_silent_whatever_its_condition(
    builders: dict[str, Build],
) -> None:
    own = a_ground(builders, evidence=Evidence.DOCUMENTS)
    trace = trace_rule("registered", own)
    assert trace.truth is Truth.TRUE
    assert not trace.borne_out
    assert not trace.fired
    speaking = with_rule(own, "registered").rules["registered"]
    assert (speaking.when, speaking.claims) == (All(()), ())
    (moved,) = trace.moved
    assert moved.otherwise > moved.now
