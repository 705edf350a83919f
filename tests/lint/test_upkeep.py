"""What has grown old or is missing on a day, and what nothing uses."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.lint.upkeep import ahead, check
from advisor.model.case import Case, Expectation
from advisor.model.criterion import Role
from advisor.model.evidence import (
    Claim,
    Contradiction,
    Defect,
    Evidence,
    ReasonedGap,
    Side,
    Strength,
)
from advisor.model.finding import Severity
from advisor.model.knowledge import Knowledge
from advisor.model.system import Status

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

SAID = date(2020, 1, 1)  # the date of every source here
YOUNG, OLD = (
    date(2023, 12, 1),
    date(2024, 2, 1),
)  # either side of a half-life of 4 years
PLAIN: Mapping[str, Any] = {"favours": ("ada",), "strength": Strength.WEAK}


@pytest.fixture
def base(
    a_knowledge: Build, a_framework: Build, a_criterion: Build, a_source: Build
) -> Callable[..., Knowledge]:
    """Return a builder: one living framework, one retired, two criteria, two sources."""

    def build(claims: Mapping[str, Iterable[Claim]], **more: object) -> Knowledge:
        knowledge: Knowledge = a_knowledge(
            frameworks=[
                a_framework("ada"),
                a_framework("bee", status={Status.RETIRED: date(2015, 1, 1)}),
            ],
            criteria=[
                a_criterion("speed"),
                a_criterion("docs"),
                a_criterion("trivia", role=Role.CONTEXT),
            ],
            sources=[a_source("s1"), a_source("s2")],
            claims=claims,
            **more,
        )
        return knowledge

    return build


def _about(prefix: str, knowledge: Knowledge, day: date) -> list[str]:
    return [
        f"{each.subject} {each.message}"
        for each in check(knowledge, day)
        if each.subject.startswith(prefix)
    ]


def test_nothing_that_has_grown_old_is_an_error(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    loose = base({"speed": [a_claim("k1"), a_claim("k2", **PLAIN)]})
    found = list(check(loose, OLD))
    assert {each.severity for each in found} == {Severity.NOTE, Severity.WARNING}
    assert all(each.check == "upkeep" and each.help for each in found)


def test_a_source_of_which_every_claim_has_outlived_its_half_life_is_stale(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    both = base({"speed": [a_claim("k1", **PLAIN), a_claim("k2", **PLAIN)]})
    assert _about("source:", both, YOUNG) == []
    assert _about("source:", both, OLD) == [
        "source:s1 stale: all of its 2 claims in force have outlived their half-life, "
        "the youngest 1.0 times"
    ]


@pytest.mark.parametrize(
    "fields", [{"confirmed": OLD}, {"date_": date(2023, 1, 1)}, {"source": "s2"}]
)
def test_one_young_claim_keeps_its_own_source_fresh(
    base: Callable[..., Knowledge], a_claim: Build, fields: dict[str, Any]
) -> None:
    kept = fields.get("source", "s1") == "s1"
    second = a_claim("k2", **{"confirmed": OLD, **fields}, **PLAIN)
    found = _about("source:", base({"speed": [a_claim("k1", **PLAIN), second]}), OLD)
    assert [each.split()[0] for each in found] == ([] if kept else ["source:s1"])


def test_what_is_over_cannot_be_refreshed_and_is_not_stale(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    over = a_claim("k1", valid_until=date(2021, 1, 1), **PLAIN)
    assert _about("source:", base({"speed": [over]}), OLD) == []


def test_a_living_alternative_with_empty_cells_is_named_once(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    one = base({"speed": [a_claim("k1", **PLAIN)]})
    assert _about("framework:", one, YOUNG) == [
        "framework:ada empty cells without a reason: docs"
    ]
    reasoned = replace(one, gaps={"docs": (ReasonedGap("ada", SAID, "looked for"),)})
    assert _about("framework:", reasoned, YOUNG) == []


def test_of_many_empty_cells_only_some_are_named(
    base: Callable[..., Knowledge], a_criterion: Build
) -> None:
    many = {f"c{n}": a_criterion(f"c{n}") for n in range(8)}
    assert _about("framework:", replace(base({}), criteria=many), YOUNG) == [
        "framework:ada empty cells without a reason: c0, c1, c2, c3, c4, c5 and 2 more"
    ]


@pytest.mark.parametrize(
    "fields",
    [
        PLAIN,
        {"performance": {"ada": 0.5}, "because": "x"},
        {"measured": {"ada": 5.0}},
        {"restates": "k0"},
        {"supersedes": ("k0",)},
    ],
)
def test_a_claim_that_scores_or_is_joined_to_another_is_used(
    base: Callable[..., Knowledge], a_claim: Build, fields: dict[str, Any]
) -> None:
    first = a_claim("k0", **PLAIN)
    bare = base({"speed": [first, a_claim("k1")]})
    assert _about("claim:", bare, YOUNG) == [
        "claim:k1 is used by nothing: it scores nobody and no record names it"
    ]
    used = base({"speed": [first, a_claim("k1", **fields)]})
    assert _about("claim:", used, YOUNG) == []


def test_a_claim_that_some_record_names_is_used(
    base: Callable[..., Knowledge], a_claim: Build, a_rule: Build, a_source: Build
) -> None:
    named = ("k1",)
    case = Case("x", "", SAID, Evidence.ALL, "", Expectation(), claims=named)
    defect = Defect("e", "wrong", "1", "", named)
    for more in (
        {"rules": [a_rule("r1", claims=named)]},
        {"cases": {"x": case}},
        {"contradictions": {"x": Contradiction("x", "", (Side("yes", named),), "")}},
    ):
        knowledge = base({"speed": [a_claim("k1")]}, **more)
        assert _about("claim:", knowledge, YOUNG) == [], more
    faulty = replace(a_source("s1"), defects=(defect,))
    held = replace(base({"speed": [a_claim("k1")]}), sources={"s1": faulty})
    assert _about("claim:", held, YOUNG) == []


def test_a_claim_on_context_need_not_be_used(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    assert _about("claim:", base({"trivia": [a_claim("k1")]}), YOUNG) == []


def test_the_real_rule_base_has_no_empty_cell_without_a_reason(
    knowledge: Knowledge,
) -> None:
    found = list(check(knowledge, date(2026, 11, 21)))
    assert [each for each in found if each.severity > Severity.NOTE] == []


def test_a_gap_that_a_claim_has_filled_is_worth_a_note(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    gap = ReasonedGap("ada", SAID, "nobody looked")
    filled = base({"speed": [a_claim("c-1", **PLAIN)]}, gaps={"speed": (gap,)})
    assert _about("criterion:", filled, YOUNG) == [
        "criterion:speed gaps: that of 'ada' is filled by 'c-1'"
    ]


def test_what_was_looked_up_on_a_day_to_come_is_found(
    base: Callable[..., Knowledge], a_claim: Build
) -> None:
    gap = ReasonedGap("ada", OLD, "nobody looked")
    claim = replace(a_claim("c-1", **PLAIN), confirmed=OLD)
    early = base({"speed": [claim]}, gaps={"docs": (gap,)})
    assert [f"{each.subject} {each.message}" for each in ahead(early, YOUNG)] == [
        "claim:c-1 confirmed: 2024-02-01 lies ahead",
        "criterion:docs gaps: ada: 2024-02-01 lies ahead",
    ]
    assert list(ahead(early, OLD)) == []
