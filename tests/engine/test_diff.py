"""What differs between two rule bases, two dates or two sorts of evidence."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.diff import LEAST_MOVE, diff
from advisor.model.case import Case, Expectation
from advisor.model.condition import Is
from advisor.model.difference import Difference, MovedCell, Side
from advisor.model.evidence import Claim, Evidence, SourceKind
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Status

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

NAMES = ("ada", "bee")
TODAY, DECIDED = date(2022, 1, 1), date(2021, 1, 1)
PRODUCT = {"x": Profile(answers={"goal": "production"})}


@pytest.fixture
def base(
    a_knowledge: Build,
    a_framework: Build,
    a_criterion: Build,
    a_source: Build,
    a_rule: Build,
) -> Callable[..., Knowledge]:
    """Return a builder: two frameworks, two criteria that matter, one case."""

    def build(
        *claims: Claim, fate: Mapping[Status, date] | None = None, **more: object
    ) -> Knowledge:
        rules = [
            a_rule("r1", Is("goal", "production"), raise_={"speed": 2.0, "docs": 1.0}),
            a_rule("r2", exclude=Exclude(Screen.STATUS, status=(Status.RETIRED,))),
        ]
        case = Case("x", "A product", DECIDED, Evidence.ALL, "", Expectation())
        knowledge: Knowledge = a_knowledge(
            **{
                "frameworks": [a_framework("ada", status=fate), a_framework("bee")],
                "criteria": [a_criterion("speed"), a_criterion("docs")],
                "sources": [a_source("s1"), a_source("s2", kind=SourceKind.PAPER)],
                "claims": {"speed": claims},
                "rules": rules,
                "cases": {"x": case},
                **more,
            }
        )
        return knowledge

    return build


@pytest.fixture
def said(a_claim: Build) -> Callable[..., Claim]:
    """Return a builder of claims that state performances."""

    def build(id_: str, source: str = "s1", **fields: object) -> Claim:
        claim: Claim = a_claim(
            id_, source, **{"performance": {"ada": 0.9, "bee": 0.1}, **fields}
        )
        return claim

    return build


def between(old: Side | Knowledge, new: Side | Knowledge) -> Difference:
    first, second = (
        each if isinstance(each, Side) else Side("side", each) for each in (old, new)
    )
    return diff(first, second, TODAY, PRODUCT)


BEE: Mapping[str, float] = {"ada": 0.0, "bee": 1.0}


def test_a_rule_base_differs_in_nothing_from_itself(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    own = base(said("k1"), said("k2", "s2", date_=DECIDED))
    found = between(Side("old", own), Side("new", own))
    assert found == Difference(
        "old", "new", (TODAY, TODAY), (), (), (), (), cases=1, flips=()
    )


def test_the_real_rule_base_differs_in_nothing_from_itself(
    knowledge: Knowledge,
) -> None:
    side = Side("same", knowledge, TODAY, Evidence.DOCUMENTS)
    profiles = {
        each: Profile(answers={"goal": "research", "priorities": ("debugging",)})
        for each in list(knowledge.cases)[:3]
    }
    found = diff(side, side, TODAY, profiles)
    assert (found.added, found.removed, found.changed) == ((), (), ())
    assert (found.cells, found.flips, found.cases) == ((), (), 3)


def test_claims_come_go_and_change(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    old = base(said("gone"), said("kept"), said("moved"))
    new = base(said("kept"), said("moved", performance=BEE), said("came"))
    found = between(old, new)
    assert (found.added, found.removed, found.changed) == (
        ("came",),
        ("gone",),
        ("moved",),
    )
    back = between(new, old)
    assert (back.added, back.removed, back.changed) == (
        found.removed,
        found.added,
        found.changed,
    )


def test_a_claim_that_is_superseded_goes_out_of_force(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    found = between(
        base(said("old")), base(said("old"), said("new", supersedes=("old",)))
    )
    assert (found.added, found.removed) == (("new",), ("old",))


def test_between_two_dates_claims_come_and_go_with_time(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    own = base(
        said("early", valid_until=date(2021, 6, 1)),
        said("late", date_=date(2021, 6, 1)),
    )
    days = date(2021, 1, 1), date(2021, 12, 1)
    found = between(*(Side(f"{day}", own, day) for day in days))
    assert found.as_of == days
    assert (found.added, found.removed, found.changed) == (("late",), ("early",), ())


def test_between_two_sorts_of_evidence_only_what_counts_differs(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    own = base(said("document"), said("paper", "s2", performance=BEE))
    found = between(
        Side("documents", own, evidence=Evidence.DOCUMENTS),
        Side("all", own, evidence=Evidence.ALL),
    )
    assert (found.added, found.removed) == (("paper",), ())


def test_a_cell_that_becomes_known_has_no_value_before(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    only = said("k1", performance={"ada": 0.5})
    (cell,) = between(base(), base(only)).cells
    assert cell == MovedCell("ada", "speed", None, 0.5)
    assert between(base(only), base()).cells == (MovedCell("ada", "speed", 0.5, None),)


@pytest.mark.parametrize("turn", [1, -1])
def test_a_cell_that_hardly_moves_is_not_told(
    base: Callable[..., Knowledge], said: Callable[..., Claim], turn: int
) -> None:
    # A prior of 0.25 beside a weight of 1 leaves four fifths of a move.
    def moved(by: float) -> tuple[MovedCell, ...]:
        sides = [
            base(said("k1", date_=TODAY, performance={"ada": value}))
            for value in (0.2, 0.2 + by / 0.8)
        ]
        return between(*sides[::turn]).cells

    assert moved(LEAST_MOVE - 0.001) == ()
    (cell,) = moved(LEAST_MOVE + 0.001)
    assert cell.before is not None
    assert cell.after is not None
    assert (cell.after - cell.before) * turn == pytest.approx(LEAST_MOVE + 0.001)


def test_a_framework_that_only_one_side_knows_is_compared_with_gaps(
    base: Callable[..., Knowledge], said: Callable[..., Claim], a_framework: Build
) -> None:
    both = said("k1")
    alone = base(both, frameworks=[a_framework("ada")])
    found = between(alone, base(both))
    assert [(each.framework, each.before) for each in found.cells] == [("bee", None)]


def test_a_case_that_comes_out_otherwise_names_criteria_and_claims(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    first = said("k1")
    other = said("k2", "s2", performance=BEE, date_=DECIDED)
    found = between(base(first), base(replace(first, against=()), other))
    (flip,) = found.flips
    assert (flip.case, flip.title) == ("x", "A product")
    assert (flip.before, flip.after) == ("ada", "bee")
    assert flip.criteria[0] == "speed"
    assert flip.claims == ("k2",)


def test_a_flip_is_told_from_either_side(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    old, new = base(said("k1")), base(said("k2", performance=BEE))
    (there,), (back,) = between(old, new).flips, between(new, old).flips
    assert (there.before, there.after) == (back.after, back.before)
    assert set(there.claims) == set(back.claims) == {"k1", "k2"}


def test_a_case_without_any_basis_flips_without_reasons(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    (flip,) = between(base(), base(said("k1"))).flips
    assert (flip.before, flip.after) == ("no-basis", "ada")
    assert (flip.criteria, flip.claims) == ((), ())


def test_a_case_keeps_its_own_date_unless_a_side_has_one(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    later = said("k2", performance=BEE, supersedes=("k1",), date_=date(2021, 6, 1))
    own, more = base(said("k1")), base(said("k1"), later)
    assert between(own, more).flips == (), "the case was decided before"
    (flip,) = between(own, Side("new", more, TODAY)).flips
    assert flip.after == "bee"


def test_a_case_keeps_its_own_evidence_unless_a_side_has_some(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    own = base(
        said("k1", performance={"ada": 0.75, "bee": 0.5}),
        said("k2", "s2", performance=BEE),
    )
    assert between(own, own).flips == ()
    documents = Side("documents", own, evidence=Evidence.DOCUMENTS)
    (flip,) = between(own, documents).flips
    assert (flip.before, flip.after) == ("bee", "ada")


def test_only_the_cases_that_were_handed_over_are_decided(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    old, new = base(said("k1")), base(said("k1", performance=BEE))
    found = diff(Side("old", old), Side("new", new), TODAY, {})
    assert (found.cases, found.flips) == (0, ())


def test_a_winner_that_retires_flips_a_case_for_no_criterion(
    base: Callable[..., Knowledge], said: Callable[..., Claim]
) -> None:
    own = said("k1", performance={"ada": 0.9, "bee": 0.75})
    gone = {Status.RETIRED: date(2020, 6, 1)}
    (flip,) = between(base(own), base(own, fate=gone)).flips
    assert (flip.before, flip.after) == ("ada", "bee")
    assert flip.criteria == ()
