"""The ground of the deep views, and how every claim stands on it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from math import isclose

import pytest

from advisor.engine.appraise import appraise
from advisor.engine.recommend import recommend
from advisor.engine.trace import (
    Ground,
    contender,
    counting,
    decided,
    ground,
    heard,
    order_of,
    standing_of,
    tried,
)
from advisor.model.condition import All, Is, Not, Truth
from advisor.model.constants import Constant
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known
from advisor.model.profile import Profile
from advisor.model.report import SetAside
from advisor.model.snapshot import InForce, LeftOut, NotYetSaid, Restatement
from advisor.model.trace import NotBearing, Tried, Unanswered, Weightless
from tests.engine.tracing import ASKED, DAY, Build, a_ground

PROJECT = Profile(
    answers={"goal": "production", "deployment-targets": ("android", "server")}
)
TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def own(builders: dict[str, Build]) -> Ground:
    return a_ground(builders)


@pytest.fixture(scope="module")
def real(knowledge: Knowledge) -> Ground:
    return ground(knowledge, PROJECT, TODAY, Evidence.ALL)


def test_every_way_a_claim_can_stand_is_told_apart(own: Ground) -> None:
    stands = {each.claim: each.standing for each in counting(own.knowledge.claims, own)}
    told = stands["told"]
    assert isinstance(told, InForce)
    assert set(told.weights) == {"speed", "tools"}
    old = stands["old"]
    assert isinstance(old, SetAside)
    assert old.superseded_by == "new"
    assert stands["later"] == NotYetSaid(date(2025, 1, 1))
    assert stands["again"] == Restatement("told")
    assert stands["for-b"] == NotBearing((Tried(Is("q1", "b"), Truth.FALSE, "a"),))
    assert isinstance(stands["for-a"], InForce)
    assert stands["idle"] == Weightless()


def test_what_is_outside_of_the_evidence_is_left_out(
    builders: dict[str, Build],
) -> None:
    own = a_ground(builders, evidence=Evidence.DOCUMENTS)
    assert standing_of(own.knowledge.claims["new"], own) == LeftOut()
    assert isinstance(standing_of(own.knowledge.claims["old"], own), InForce)


def test_a_test_that_must_not_hold_is_met_when_it_does_not() -> None:
    condition = Not(All((Is("q1", "a"), Not(Is("q2", "b")))))
    found = tried(condition, {"q1": "a", "q2": "b"})
    assert [(each.test.fact, each.negated, each.met) for each in found] == [
        ("q1", True, False),
        ("q2", False, True),
    ]
    assert not any(each.met for each in tried(condition, {}))


def test_a_test_tells_its_outcome_and_the_answer() -> None:
    condition = All((Is("q1", "a"), Not(Is("q2", "b")), Is("q1", "a"), Is("q3", "c")))
    assert tried(condition, {"q1": "a", "q2": "x"}) == (
        Tried(Is("q1", "a"), Truth.TRUE, "a"),
        Tried(Is("q2", "b"), Truth.FALSE, "x", negated=True),
        Tried(Is("q3", "c"), Truth.UNKNOWN, Unanswered.UNANSWERED),
    )


def cells(own: Ground) -> Iterable[tuple[str, Known]]:
    for row in own.matrix.values():
        for criterion, cell in row.items():
            if isinstance(cell, Known):
                yield criterion, cell


@pytest.mark.parametrize("ground_", ["own", "real"])
def test_the_factors_multiply_to_the_weight_that_is_heard(
    ground_: str, request: pytest.FixtureRequest
) -> None:
    found: Ground = request.getfixturevalue(ground_)
    seen = 0
    for criterion, cell in cells(found):
        weights = {each.claim: each.weight for each in cell.testimonies}
        for each in heard(cell.testimonies, criterion, found):
            assert isclose(each.factors.weight, weights[each.claim])
            assert 0 < each.factors.specificity <= 1 + 1e-9
            seen += 1
    assert seen > 5


def test_the_share_and_the_specificity_are_told(own: Ground) -> None:
    cell = own.matrix["ada"]["speed"]
    assert isinstance(cell, Known)
    factors = {e.claim: e.factors for e in heard(cell.testimonies, "speed", own)}
    constants = own.knowledge.constants
    assert factors["told"].specificity == pytest.approx(constants.general.value)
    assert factors["for-a"].specificity == 1
    aside = own.matrix["ada"]["tools"]
    assert isinstance(aside, Known)
    shares = {e.claim: e.factors.share for e in heard(aside.testimonies, "tools", own)}
    assert shares == {"told": constants.secondary.value, "tool": 1}


def test_the_weightiest_is_heard_first(own: Ground) -> None:
    for criterion, cell in cells(own):
        weights = [e.factors.weight for e in heard(cell.testimonies, criterion, own)]
        assert weights == sorted(weights, reverse=True)


def test_the_matrix_agrees_with_the_appraisal_where_it_matters(real: Ground) -> None:
    found = appraise(real.knowledge, PROJECT, TODAY, Evidence.ALL)
    for framework, score in found.scores.items():
        for criterion, cell in score.cells.items():
            assert real.matrix[framework][criterion] == cell


def test_a_contender_has_the_place_that_its_score_would_give_it(own: Ground) -> None:
    first = own.found.ranking[0]
    assert contender(own, first.framework).rank == 1
    assert contender(own, first.framework).score == first.score
    out = contender(own, "eve")
    assert {e.framework for e in own.found.excluded} == {"eve"}
    margin = own.knowledge.constants.tie_margin.value
    leads = [e.score.value - out.score.value for e in own.found.ranking]
    assert out.rank == 1 + sum(each > margin for each in leads)


def test_a_contender_that_is_hardly_behind_shares_the_rank(own: Ground) -> None:
    places = {e.framework: e.rank for e in own.found.ranking}
    assert {each: contender(own, each).rank for each in places} == places
    constants = own.knowledge.constants
    wide = Constant(1.0, "every lead is a tie")
    base = replace(own.knowledge, constants=replace(constants, tie_margin=wide))
    assert contender(replace(own, knowledge=base), "eve").rank == 1


def test_deciding_again_without_a_change_is_the_report(own: Ground) -> None:
    report = recommend(own.knowledge, ASKED, DAY, Evidence.ALL)
    assert decided(own, own.knowledge, ASKED) == order_of(report)
    assert [e.framework for e in order_of(report).places] == ["ada", "bob"]
