"""A claim to the bottom: what leaving it out changes, and nothing else."""

from dataclasses import replace

import pytest

from advisor.engine.recommend import recommend
from advisor.engine.trace import Ground, order_of
from advisor.engine.trace_claim import trace_claim, without_claim
from advisor.model.evidence import Evidence
from advisor.model.performance import SILENCE, Gap, Known
from advisor.model.report import SetAside
from advisor.model.trace import RestingRule, Weightless
from tests.engine.tracing import ASKED, DAY, Build, a_ground


@pytest.fixture(scope="module")
def own(builders: dict[str, Build]) -> Ground:
    return a_ground(builders)


def test_the_cells_are_those_in_which_it_is_heard_with_and_without_it(
    own: Ground,
) -> None:
    trace = trace_claim("told", own)
    assert {(e.framework, e.criterion) for e in trace.cells} == {
        ("ada", "speed"),
        ("bob", "speed"),
        ("ada", "tools"),
        ("bob", "tools"),
    }
    for each in trace.cells:
        assert isinstance(each.now, Known)
        assert "told" in {said.claim for said in each.now.testimonies}
        assert each.now == own.matrix[each.framework][each.criterion]
        if isinstance(each.without, Known):
            assert "told" not in {said.claim for said in each.without.testimonies}
        assert each.heard.performance == {"ada": 0.9, "bob": 0.2}[each.framework]
        assert each.weight == own.weights[each.criterion]
    alone = next(
        e for e in trace.cells if (e.framework, e.criterion) == ("bob", "speed")
    )
    assert alone.without == SILENCE


def test_the_ranking_without_it_is_that_of_a_rule_base_that_lacks_it(
    own: Ground,
) -> None:
    trace = trace_claim("told", own)
    assert trace.now == order_of(recommend(own.knowledge, ASKED, DAY, Evidence.ALL))
    claims = {k: v for k, v in own.knowledge.claims.items() if k != "told"}
    rules = {k: v for k, v in own.knowledge.rules.items() if k != "fast"}
    rules["near"] = replace(rules["near"], claims=("new",))
    lacking = replace(own.knowledge, claims=claims, rules=rules)
    assert trace.without == order_of(recommend(lacking, ASKED, DAY, Evidence.ALL))
    assert trace.without != trace.now


def test_a_rule_that_rests_on_it_alone_goes_with_it(own: Ground) -> None:
    without = without_claim(own.knowledge, "told")
    assert "fast" not in without.rules
    assert without.rules["near"].claims == ("new",)
    assert without.rules["gone"] == own.knowledge.rules["gone"]
    assert trace_claim("told", own).rules == (
        RestingRule("fast", fired=True),
        RestingRule("near", fired=False),
    )


def test_what_it_superseded_speaks_again(own: Ground) -> None:
    trace = trace_claim("new", own)
    (cell,) = trace.cells
    assert isinstance(cell.without, Known)
    assert "old" in {each.claim for each in cell.without.testimonies}


def test_a_claim_that_is_not_heard_touches_no_cell_and_changes_nothing(
    own: Ground,
) -> None:
    trace = trace_claim("old", own)
    assert isinstance(trace.standing, SetAside)
    assert trace.cells == ()
    assert trace.says == {"ada": 0.3, "bob": 0.8}
    assert trace.alone["speed"].reliability == 0.5
    assert trace.without == trace.now


def test_a_claim_on_what_weighs_nothing_shows_its_cells_at_weight_nought(
    own: Ground,
) -> None:
    trace = trace_claim("idle", own)
    assert trace.standing == Weightless()
    assert {each.weight for each in trace.cells} == {0}
    assert all(isinstance(each.without, Gap) for each in trace.cells)
    assert trace.without == trace.now
