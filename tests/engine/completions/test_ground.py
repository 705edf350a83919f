"""What is prepared once is what the evidence bears out on the day."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from advisor.engine.completions.ground import ground_of
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Rule
from advisor.model.system import Framework, Level, Platform, Status

BORN, TODAY = date(2015, 1, 1), date(2024, 1, 1)


def test_rules_without_evidence_and_machines_of_the_retired_are_left_out(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
) -> None:
    def on(os: str) -> tuple[Platform, ...]:
        return (Platform(os, "cpu", (), Level.PREVIEW, BORN, "s1"),)

    retired = a_framework("bee", status={Status.RETIRED: TODAY})
    base = a_knowledge(
        criteria=[a_criterion("c1")],
        frameworks=[
            replace(a_framework("ada"), platforms=on("linux")),
            replace(retired, platforms=on("macos")),
        ],
        sources=[a_source("s1", kind=SourceKind.PAPER)],
        claims={"c1": [a_claim("k1")]},
        rules=[a_rule("r1", claims=("k1",)), a_rule("r2")],
    )
    everything = ground_of(base, TODAY, Evidence.ALL)
    assert [each.id for each in everything.rules] == ["r1", "r2"]
    assert [each.os for each in everything.platforms] == ["linux"]
    documents = ground_of(base, TODAY, Evidence.DOCUMENTS)
    assert [each.id for each in documents.rules] == ["r2"]
    before = ground_of(base, date(2020, 1, 1), Evidence.ALL)
    assert [each.os for each in before.platforms] == ["linux", "macos"]
