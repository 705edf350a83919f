from collections.abc import Callable
from datetime import date

import pytest

from advisor.engine.snapshot import snapshot
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source, SourceKind, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known
from advisor.model.report import SetAside
from advisor.model.snapshot import (
    InForce,
    LeftOut,
    NotYetSaid,
    Restatement,
    Snapshot,
)
from advisor.model.system import Framework

_DAY = date(2020, 1, 1)


@pytest.fixture
def seen(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> Callable[[Evidence], Snapshot]:
    knowledge = a_knowledge(
        frameworks=[a_framework("anna")],
        criteria=[a_criterion("debugging"), a_criterion("speed")],
        sources=[a_source("s1"), a_source("s2", kind=SourceKind.REGISTRY)],
        claims={
            "debugging": [
                a_claim(
                    "own", also=("speed",), favours=("anna",), strength=Strength.WEAK
                ),
                a_claim("again", restates="own"),
                a_claim("gone", valid_until=_DAY),
                a_claim("later", date_=date(2021, 1, 1)),
                a_claim("other", "s2"),
            ]
        },
    )
    return lambda evidence: snapshot(knowledge, _DAY, evidence)


def test_every_claim_stands_somewhere(seen: Callable[[Evidence], Snapshot]) -> None:
    assert seen(Evidence.DOCUMENTS).standings == {
        "own": InForce({"debugging": 1.0, "speed": 0.5}),
        "again": Restatement("own"),
        "gone": SetAside("gone", "true only until 2020-01-01", None),
        "later": NotYetSaid(date(2021, 1, 1)),
        "other": LeftOut(),
    }


def test_all_evidence_leaves_nothing_out(seen: Callable[[Evidence], Snapshot]) -> None:
    assert seen(Evidence.ALL).in_force("other")
    assert not seen(Evidence.ALL).in_force("again")


def test_the_weights_are_those_of_the_synthesis(
    seen: Callable[[Evidence], Snapshot],
) -> None:
    taken = seen(Evidence.ALL)
    for criterion, weight in {"debugging": 1.0, "speed": 0.5}.items():
        cell = taken.matrix["anna"][criterion]
        assert isinstance(cell, Known)
        assert [each.weight for each in cell.testimonies] == [weight]


def test_every_testimony_of_the_rule_base_weighs_what_its_claim_does(
    knowledge: Knowledge,
) -> None:
    taken = snapshot(knowledge, date(2024, 6, 1), Evidence.ALL)
    compared = 0
    for row in taken.matrix.values():
        for criterion, cell in row.items():
            for each in cell.testimonies if isinstance(cell, Known) else ():
                stands = taken.standings[each.claim]
                assert isinstance(stands, InForce)
                assert each.weight == stands.weights[criterion]
                compared += 1
    assert compared > len(knowledge.frameworks)
