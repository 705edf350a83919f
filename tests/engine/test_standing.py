"""Which claims count on a date, and which no longer do."""

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.engine.facts import Facts
from advisor.engine.standing import Standing, counts, standing
from advisor.model.condition import Includes, Not
from advisor.model.evidence import Claim, Evidence, Source, SourceKind, VersionBound
from advisor.model.knowledge import Knowledge
from advisor.model.report import SetAside
from advisor.model.system import Framework

TODAY = date(2024, 6, 1)
LONG_AGO = date(1990, 1, 1)


class Sort(Protocol):
    """Sorts claims as of a day."""

    def __call__(
        self,
        *claims: Claim,
        on: date = TODAY,
        evidence: Evidence = Evidence.ALL,
        facts: Facts | None = None,
    ) -> Standing:
        """Return which of the claims count."""


@pytest.fixture(scope="session")
def sort(
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
    a_framework: Callable[..., Framework],
) -> Sort:
    """Return a function that sorts claims about a framework with a release 2.0."""

    def sort_claims(
        *claims: Claim,
        on: date = TODAY,
        evidence: Evidence = Evidence.ALL,
        facts: Facts | None = None,
    ) -> Standing:
        base = a_knowledge(
            sources=[
                a_source("s1", published=date(2020, 1, 1)),
                a_source(
                    "s2", published=date(2023, 1, 1), kind=SourceKind.DOCUMENTATION
                ),
            ],
            frameworks=[a_framework("ada", releases={"2.0": date(2022, 1, 1)})],
            claims={"c1": claims},
        )
        return standing(base, on, evidence, facts=facts)

    return sort_claims


def test_a_claim_counts_from_the_day_of_its_source_on(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    claim = a_claim("k1")
    assert sort(claim, on=date(2019, 12, 31)) == Standing({}, ())
    assert sort(claim, on=date(2020, 1, 1)) == Standing({"k1": claim}, ())


def test_the_date_of_a_claim_counts_before_that_of_its_source(
    a_claim: Callable[..., Claim],
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
) -> None:
    own, bare = a_claim("k1", date_=date(2018, 1, 1)), a_claim("k2")
    base = a_knowledge(
        sources=[a_source("s1", published=TODAY)], claims={"c1": [own, bare]}
    )
    assert base.date_of(own) == date(2018, 1, 1)
    assert base.date_of(bare) == TODAY


def test_a_claim_of_an_undated_source_is_as_old_as_can_be(
    a_claim: Callable[..., Claim],
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
) -> None:
    claim = a_claim("k1")
    base = a_knowledge(sources=[a_source("s1", published=None)], claims={"c1": [claim]})
    assert standing(base, LONG_AGO, Evidence.ALL).in_force == {"k1": claim}


def test_on_the_day_it_ends_a_claim_no_longer_counts(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    claim = a_claim("k1", valid_until=date(2021, 1, 1))
    assert "k1" in sort(claim, on=date(2020, 12, 31)).in_force
    after = sort(claim, on=date(2021, 1, 1))
    assert after.in_force == {}
    assert after.set_aside == (SetAside("k1", "true only until 2021-01-01", None),)


def test_a_claim_about_old_versions_ends_with_the_next_one(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    claim = a_claim("k1", versions=VersionBound("ada", "2.0"))
    assert "k1" in sort(claim, on=date(2021, 12, 31)).in_force
    (aside,) = sort(claim, on=date(2022, 1, 1)).set_aside
    assert aside.superseded_by is None
    assert "Ada before 2.0" in aside.reason
    assert "2022-01-01" in aside.reason


def test_a_version_that_never_came_ends_nothing(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    claim = a_claim("k1", versions=VersionBound("ada", "3.0"))
    assert sort(claim).in_force == {"k1": claim}


def test_a_newer_claim_sets_an_older_one_aside_once_it_is_made(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    old, new = a_claim("k1"), a_claim("k2", "s2", supersedes=("k1",))
    assert set(sort(old, new, on=date(2022, 1, 1)).in_force) == {"k1"}
    after = sort(old, new)
    assert set(after.in_force) == {"k2"}
    assert after.set_aside == (SetAside("k1", "superseded by k2", "k2"),)


def test_a_superseded_claim_still_supersedes(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    chain = (
        a_claim("k1"),
        a_claim("k2", supersedes=("k1",)),
        a_claim("k3", supersedes=("k2",)),
    )
    assert set(sort(*chain).in_force) == {"k3"}


def test_what_an_expired_claim_had_superseded_counts_again(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    old = a_claim("k1")
    new = a_claim("k2", supersedes=("k1",), valid_until=date(2021, 1, 1))
    assert set(sort(old, new, on=date(2020, 6, 1)).in_force) == {"k2"}
    assert set(sort(old, new, on=date(2022, 1, 1)).in_force) == {"k1"}


def test_with_documents_only_other_sources_neither_speak_nor_supersede(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    old, new = a_claim("k1"), a_claim("k2", "s2", supersedes=("k1",))
    assert sort(old, new, evidence=Evidence.DOCUMENTS) == Standing({"k1": old}, ())


def test_a_restatement_is_neither_in_force_nor_set_aside(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    first, again = a_claim("k1"), a_claim("k2", restates="k1")
    assert sort(first, again) == Standing({"k1": first}, ())


def test_an_expired_restatement_is_not_set_aside(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    end = date(2021, 1, 1)
    first = a_claim("k1", valid_until=end)
    again = a_claim("k2", restates="k1", valid_until=end)
    assert sort(first, again) == sort(first)


def test_a_restatement_does_not_take_the_credit_for_superseding(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    old, new = a_claim("k1"), a_claim("k2", supersedes=("k1",))
    again = a_claim("k3", restates="k2", supersedes=("k1",))
    assert sort(old, new, again) == sort(old, new)


LLM = Includes("domain", ("llm",))
LANGUAGE: Facts = {"domain": ("llm", "vision")}
PICTURES: Facts = {"domain": ("vision",)}


@pytest.mark.parametrize(
    ("facts", "left"),
    [
        (LANGUAGE, {"k1", "k2"}),
        (PICTURES, {"k1", "k3"}),
        ({}, {"k1"}),
        (None, {"k1", "k2", "k3"}),
    ],
)
def test_a_claim_under_a_condition_bears_only_where_it_is_known_to_hold(
    facts: Facts | None, left: set[str], a_claim: Callable[..., Claim], sort: Sort
) -> None:
    claims = [
        a_claim("k1"),
        a_claim("k2", when=LLM),
        a_claim("k3", when=Not(LLM)),
    ]
    held = sort(*claims, facts=facts)
    assert set(held.in_force) == left
    assert held.set_aside == ()


def test_a_claim_about_other_projects_supersedes_nothing(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    general = a_claim("k1")
    special = a_claim("k2", when=LLM, supersedes=("k1",))
    aside = (SetAside("k1", "superseded by k2", "k2"),)
    there = Standing({"k2": special}, aside)
    assert sort(general, special, facts=LANGUAGE) == there
    assert sort(general, special, facts=PICTURES) == Standing({"k1": general}, ())
    # Where no project is meant, every claim counts.
    assert sort(general, special) == there


def test_what_was_set_aside_is_told_only_where_it_would_have_been_heard(
    a_claim: Callable[..., Claim], sort: Sort
) -> None:
    end = date(2021, 1, 1)
    claims = a_claim("k1", valid_until=end), a_claim("k2", valid_until=end, when=LLM)
    reason = "true only until 2021-01-01"
    first, second = SetAside("k1", reason, None), SetAside("k2", reason, None)
    assert sort(*claims, facts=LANGUAGE).set_aside == (first, second)
    assert sort(*claims, facts=PICTURES).set_aside == (first,)


@pytest.mark.parametrize("kind", SourceKind)
def test_with_documents_only_no_other_kind_of_source_counts(
    kind: SourceKind,
    a_claim: Callable[..., Claim],
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
) -> None:
    claim = a_claim("k1")
    base = a_knowledge(sources=[a_source("s1", kind=kind)], claims={"c1": [claim]})
    assert counts(claim, base, Evidence.ALL)
    document = kind is SourceKind.DOCUMENT
    assert counts(claim, base, Evidence.DOCUMENTS) is document


def test_a_claim_on_another_criterion_still_supersedes(
    a_claim: Callable[..., Claim],
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
) -> None:
    base = a_knowledge(
        sources=[a_source("s1")],
        claims={"c1": [a_claim("k1")], "c2": [a_claim("k2", supersedes=("k1",))]},
    )
    held = standing(base, TODAY, Evidence.ALL, {"c1"})
    assert held.set_aside == (SetAside("k1", "superseded by k2", "k2"),)
    assert "k1" not in held.in_force


_days = st.dates(date(2015, 1, 1), date(2026, 1, 1))
_claims = st.lists(
    st.fixed_dictionaries(
        {"criterion": st.sampled_from(("c1", "c2", "c3")), "date_": _days},
        optional={
            "valid_until": _days,
            "also": st.sampled_from((("c1",), ("c2", "c3"))),
            "supersedes": st.sampled_from((("k0",), ("k1", "k2"))),
            "restates": st.sampled_from(("k0", "k1")),
        },
    ),
    max_size=8,
)


@given(_claims, _days, st.sets(st.sampled_from(("c1", "c2", "c3"))))
def test_what_stands_on_some_criteria_does_not_depend_on_looking_at_the_others(
    a_claim: Callable[..., Claim],
    a_knowledge: Callable[..., Knowledge],
    a_source: Callable[..., Source],
    fields: list[dict[str, Any]],
    day: date,
    wanted: set[str],
) -> None:
    said: dict[str, list[Claim]] = {"c1": [], "c2": [], "c3": []}
    for n, each in enumerate(fields):
        own = {name: value for name, value in each.items() if name != "criterion"}
        said[each["criterion"]].append(a_claim(f"k{n}", **own))
    base = a_knowledge(sources=[a_source("s1")], claims=said)

    def touching(ids: set[str]) -> set[str]:
        return {
            each
            for each in ids
            if wanted & {base.criterion_of[each], *base.claims[each].also}
        }

    every = standing(base, day, Evidence.ALL)
    some = standing(base, day, Evidence.ALL, wanted)
    assert touching(set(some.in_force)) == touching(set(every.in_force))
    gone = {each.claim: each for each in every.set_aside}
    left = {each.claim: each for each in some.set_aside}
    ids = touching(set(gone))
    assert touching(set(left)) == ids
    assert {each: left[each] for each in ids} == {each: gone[each] for each in ids}
