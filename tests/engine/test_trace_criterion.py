"""A criterion to the bottom: every cell, every voice, and the ranking without it."""

import pytest

from advisor.engine.recommend import recommend
from advisor.engine.trace import Ground, order_of
from advisor.engine.trace_criterion import trace_criterion, without_criterion
from advisor.model.evidence import Evidence
from advisor.model.performance import SILENCE, Known
from advisor.model.profile import Profile
from advisor.model.report import Ranked, Verdict, Weighting
from advisor.model.trace import Irrelevant
from tests.engine.tracing import ASKED, DAY, Build, a_ground


@pytest.fixture(scope="module")
def own(builders: dict[str, Build]) -> Ground:
    return a_ground(builders)


def test_every_framework_has_its_cell_those_ranked_first(own: Ground) -> None:
    trace = trace_criterion("speed", own)
    assert [(each.framework, type(each.fate)) for each in trace.cells] == [
        ("ada", Ranked),
        ("bob", Ranked),
        ("eve", tuple),
    ]
    ada, bob, eve = trace.cells
    assert ada.performance == own.matrix["ada"]["speed"]
    assert {each.claim for each in ada.heard} == {"told", "new", "for-a"}
    assert {each.claim for each in bob.heard} == {"told"}
    assert (eve.performance, eve.heard) == (SILENCE, ())


def test_what_is_said_but_not_heard_is_told_with_the_reason(own: Ground) -> None:
    trace = trace_criterion("speed", own)
    assert [each.claim for each in trace.silent] == ["old", "later", "again", "for-b"]
    assert [c.claim for c in trace_criterion("tools", own).silent] == []


def test_with_a_framework_only_its_cell_is_told(own: Ground) -> None:
    trace = trace_criterion("speed", own, "bob")
    assert [each.framework for each in trace.cells] == ["bob"]
    assert {each.claim for each in trace.silent} == {"old", "later", "again", "for-b"}
    nobody = trace_criterion("speed", own, "eve")
    assert nobody.silent == ()


def test_the_weight_tells_where_it_comes_from(own: Ground) -> None:
    weighting = trace_criterion("speed", own).weighting
    assert isinstance(weighting, Weighting)
    assert dict(weighting.rules) == {"fast": 2.0, "registered": 1.0}
    assert weighting.weight == own.weights["speed"]


def test_a_criterion_without_weight_is_shown_and_changes_nothing(own: Ground) -> None:
    trace = trace_criterion("trivia", own)
    assert trace.weighting is Irrelevant.IRRELEVANT
    assert isinstance(trace.cells[0].performance, Known)
    assert trace.without == trace.now


def test_the_contradictions_that_touch_it_are_settled(own: Ground) -> None:
    (fight,) = trace_criterion("speed", own).contradictions
    assert [side.in_force for side in fight.sides] == [("told",), ()]
    assert trace_criterion("trivia", own).contradictions == ()


def test_without_it_the_others_share_the_weight(own: Ground) -> None:
    trace = trace_criterion("speed", own)
    careless = without_criterion(ASKED, "speed")
    report = recommend(own.knowledge, careless, DAY, Evidence.ALL)
    assert [(each.criterion, each.weight) for each in report.weighting] == [
        ("tools", 1)
    ]
    assert trace.without == order_of(report)
    assert trace.without.places[0].framework == "bob"


def test_without_the_only_criterion_there_is_no_basis(
    builders: dict[str, Build],
) -> None:
    own = a_ground(builders, Profile(weights={"speed": 1}))
    trace = trace_criterion("speed", own)
    assert trace.now.places
    assert trace.without.places == ()
    assert trace.without.verdict is Verdict.NO_BASIS
