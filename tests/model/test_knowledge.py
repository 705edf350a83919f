"""The interview, the scored criteria, and the dates and sources of claims."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.model.criterion import Criterion, Role
from advisor.model.evidence import Claim, Source
from advisor.model.knowledge import Knowledge
from advisor.model.question import Question

SAID, LATER, LAST = date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1)


@pytest.fixture(scope="session")
def base(
    a_knowledge: Callable[..., Knowledge], a_source: Callable[..., Source]
) -> Knowledge:
    """Return a rule base with one source."""
    return a_knowledge(sources=[a_source("s1", published=SAID)])


def test_the_interview_follows_the_order_of_the_questions_not_their_names(
    a_knowledge: Callable[..., Knowledge], a_question: Callable[..., Question]
) -> None:
    asked = a_knowledge(
        questions=[a_question("ann", 3), a_question("zoe", 1), a_question("mia", 2)]
    )
    assert [each.id for each in asked.interview()] == ["zoe", "mia", "ann"]


def test_only_scored_criteria_take_part(
    a_knowledge: Callable[..., Knowledge], a_criterion: Callable[..., Criterion]
) -> None:
    told = a_criterion("c2", role=Role.CONTEXT)
    known = a_knowledge(criteria=[a_criterion("c1"), told, a_criterion("c3")])
    assert [each.id for each in known.scored()] == ["c1", "c3"]


@pytest.mark.parametrize(
    ("confirmed", "valid_until", "last"),
    [
        (None, None, SAID),
        (LATER, None, LATER),
        (None, LATER, LATER),
        (LATER, LAST, LAST),
        (LAST, LATER, LAST),
        # What was confirmed before it was said was said to hold later still.
        (date(2010, 1, 1), None, SAID),
    ],
)
def test_a_claim_is_known_to_have_held_until_it_was_last_seen_to(
    confirmed: date | None,
    valid_until: date | None,
    last: date,
    base: Knowledge,
    a_claim: Callable[..., Claim],
) -> None:
    claim = a_claim("k9", confirmed=confirmed, valid_until=valid_until)
    assert base.held_until(claim) == last


def test_the_date_of_the_claim_itself_counts_first(
    base: Knowledge, a_claim: Callable[..., Claim]
) -> None:
    claim = a_claim("k9", date_=LATER)
    assert base.date_of(claim) == base.held_until(claim) == LATER


_maybe = st.none() | st.dates(date(2010, 1, 1), date(2030, 1, 1))


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), _maybe, _maybe)
def test_nothing_is_known_to_have_held_for_less_long_than_it_was_said(
    base: Knowledge,
    a_claim: Callable[..., Claim],
    said: date,
    confirmed: date | None,
    valid_until: date | None,
) -> None:
    claim = a_claim("k9", date_=said, confirmed=confirmed, valid_until=valid_until)
    last = base.held_until(claim)
    assert last >= said
    assert confirmed is None or last >= confirmed
    assert last in (said, confirmed, valid_until)


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(2022, 1, 1), 0),
        (date(2023, 1, 1), 0),  # 365 days, as many as evidence is fresh
        (date(2023, 1, 2), 12),
        (date(2026, 1, 1), 48),
    ],
)
def test_evidence_is_stale_once_its_newest_claim_is_no_longer_fresh(
    day: date,
    months: int,
    base: Knowledge,
    a_claim: Callable[..., Claim],
) -> None:
    claims = {
        "old": a_claim("old", date_=SAID),
        "new": a_claim("new", date_=SAID, confirmed=LATER),
    }
    known = replace(base, claims=claims)
    assert known.months_stale(claims, day) == months
    assert known.months_stale([], day) == 0


def test_stale_evidence_is_at_least_a_month_old(
    base: Knowledge, a_claim: Callable[..., Claim]
) -> None:
    short = replace(
        base.constants, fresh_days=replace(base.constants.fresh_days, value=3)
    )
    known = replace(base, constants=short, claims={"c": a_claim("c", date_=SAID)})
    assert known.months_stale(["c"], date(2020, 1, 6)) == 1
