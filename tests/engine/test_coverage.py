"""Every cell of the living alternatives is counted once; a reasoned gap is no hole."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from advisor.engine.coverage import coverage
from advisor.model.condition import Is
from advisor.model.coverage import Covered
from advisor.model.criterion import Role
from advisor.model.evidence import (
    Claim,
    Evidence,
    ReasonedGap,
    SourceKind,
    Strength,
)
from advisor.model.knowledge import Knowledge
from advisor.model.system import Status

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

DAY = date(2021, 1, 1)
SAID = date(2020, 1, 1)
FOR_BOTH: Mapping[str, Any] = {"favours": ("ada", "bee"), "strength": Strength.WEAK}


@pytest.fixture
def base(
    a_knowledge: Build, a_framework: Build, a_criterion: Build, a_source: Build
) -> Callable[..., Knowledge]:
    """Return a builder: two living frameworks, two retired or unborn, three criteria."""

    def build(claims: Mapping[str, list[Claim]], **more: object) -> Knowledge:
        knowledge: Knowledge = a_knowledge(
            frameworks=[
                a_framework("ada"),
                a_framework("bee", status={Status.MAINTENANCE: SAID}),
                a_framework("cob", status={Status.RETIRED: DAY}),
                a_framework("dot", since=DAY + timedelta(days=1)),
            ],
            criteria=[
                a_criterion("speed"),
                a_criterion("docs"),
                replace(a_criterion("ways"), derived=True),
                a_criterion("trivia", role=Role.CONTEXT),
            ],
            sources=[a_source("s1"), a_source("s2", kind=SourceKind.PAPER)],
            claims=claims,
            **more,
        )
        return knowledge

    return build


def test_only_living_alternatives_and_scored_criteria_are_counted(
    base: Callable[..., Knowledge],
) -> None:
    found = coverage(base({}), DAY, Evidence.ALL)
    assert found.frameworks == ("ada", "bee")
    assert [row.criterion for row in found.rows] == ["speed", "docs"]
    assert {tuple(row.cells) for row in found.rows} == {("ada", "bee")}
    before = coverage(base({}), DAY - timedelta(days=1), Evidence.ALL)
    assert before.frameworks == ("ada", "bee", "cob")
    after = coverage(base({}), DAY + timedelta(days=1), Evidence.ALL)
    assert after.frameworks == ("ada", "bee", "dot")


def test_a_cell_counts_claims_sources_and_the_newest_date(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    said = [
        a_claim("k1", **FOR_BOTH),
        a_claim("k2", date_=date(2020, 5, 1), **FOR_BOTH),
        a_claim(
            "k3", "s2", confirmed=date(2020, 3, 1), favours=("ada",), strength="weak"
        ),
    ]
    row, _ = coverage(base({"speed": said}), DAY, Evidence.ALL).rows
    assert row.cells == {
        "ada": Covered(3, 2, date(2020, 5, 1), ""),
        "bee": Covered(2, 1, date(2020, 5, 1), ""),
    }
    assert row.sources == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"restates": "k1"},
        {"valid_until": DAY},
        {"date_": DAY + timedelta(days=1)},
        {"strength": None},
        {"favours": ("cob",)},
    ],
)
def test_what_is_not_in_force_or_says_nothing_of_the_living_does_not_count(
    base: Callable[..., Knowledge], a_claim: Build, fields: dict[str, Any]
) -> None:
    first = a_claim("k1", **FOR_BOTH)
    second = a_claim("k2", "s2", **{**FOR_BOTH, **fields})
    alone = coverage(base({"speed": [first]}), DAY, Evidence.ALL)
    assert coverage(base({"speed": [first, second]}), DAY, Evidence.ALL) == alone


def test_a_claim_counts_on_every_criterion_that_it_touches(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    both = base({"speed": [a_claim("k1", also=("docs",), **FOR_BOTH)]})
    rows = coverage(both, DAY, Evidence.ALL).rows
    assert [row.cells["ada"].claims for row in rows] == [1, 1]


def test_a_claim_under_a_condition_counts_too(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    heard = base({"speed": [a_claim("k1", when=Is("goal", "x"), **FOR_BOTH)]})
    assert coverage(heard, DAY, Evidence.ALL).rows[0].cells["ada"].claims == 1


def test_documents_alone_count_less(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    said = {"speed": [a_claim("k1", **FOR_BOTH), a_claim("k2", "s2", **FOR_BOTH)]}
    everything = coverage(base(said), DAY, Evidence.ALL).rows[0]
    documents = coverage(base(said), DAY, Evidence.DOCUMENTS).rows[0]
    assert (everything.sources, documents.sources) == (2, 1)
    assert documents.cells["ada"].claims == 1


def test_a_reasoned_gap_is_no_hole_and_one_not_yet_looked_for_is(
    base: Callable[..., Knowledge],
) -> None:
    def holes(checked: date) -> tuple[tuple[str, str], ...]:
        gaps = {"docs": (ReasonedGap("ada", checked, "nobody measured it"),)}
        return coverage(base({}, gaps=gaps), DAY, Evidence.ALL).holes

    empty = {("ada", "speed"), ("bee", "speed"), ("ada", "docs"), ("bee", "docs")}
    assert set(holes(DAY)) == empty - {("ada", "docs")}
    assert set(holes(DAY + timedelta(days=1))) == empty


def test_a_claim_makes_the_reason_of_a_gap_void(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    gaps = {"speed": (ReasonedGap("ada", DAY, "nobody measured it"),)}
    known = base({"speed": [a_claim("k1", **FOR_BOTH)]}, gaps=gaps)
    assert coverage(known, DAY, Evidence.ALL).rows[0].cells["ada"].reason == ""


def test_the_balance_is_each_ones_share_of_the_claims(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    said = {
        "speed": [a_claim("k1", **FOR_BOTH)],
        "docs": [a_claim("k2", favours=("ada",), strength=Strength.WEAK)],
    }
    assert coverage(base(said), DAY, Evidence.ALL).balance == {
        "ada": 2 / 3,
        "bee": 1 / 3,
    }
    assert coverage(base({}), DAY, Evidence.ALL).balance == {"ada": 0.0, "bee": 0.0}


def test_nothing_is_newer_than_the_day_that_is_asked_for(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    later = a_claim("k1", confirmed=date(2026, 1, 1), **FOR_BOTH)
    cell = coverage(base({"speed": [later]}), DAY, Evidence.ALL).rows[0].cells["ada"]
    assert cell.newest is not None
    assert cell.newest <= DAY


@pytest.mark.parametrize("evidence", Evidence)
def test_every_cell_of_the_rule_base_is_counted_once(
    knowledge: Knowledge, evidence: Evidence
) -> None:
    found = coverage(knowledge, date(2026, 11, 21), evidence)
    scored = [each.id for each in knowledge.scored() if not each.derived]
    assert [row.criterion for row in found.rows] == scored
    cells = [cell for row in found.rows for cell in row.cells.values()]
    assert len(cells) == len(scored) * len(found.frameworks)
    kinds = [(bool(e.claims), bool(e.reason), e.hole) for e in cells]
    assert all(sum(each) == 1 for each in kinds), "known, a reasoned gap, or a hole"
    assert sum(found.balance.values()) == pytest.approx(1)
