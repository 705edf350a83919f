"""What a claim says about a cell, and how loudly."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from advisor.engine.standing import Standing
from advisor.engine.testify import performances
from advisor.engine.testify import testimonies as spoken  # pytest collects "test…"
from advisor.model.constants import Constants
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Confidence, Source, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"

DAY = date(2020, 1, 1)
# Four years of 365.25 days: one half-life of criterion c1.
LATER = DAY + timedelta(days=1461)


@pytest.fixture(scope="session")
def heard(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
) -> Callable[[Claim, date], dict[tuple[str, str], tuple[Said, ...]]]:
    """Return what one claim on c1 says on a day."""

    def hear(claim: Claim, day: date) -> dict[tuple[str, str], tuple[Said, ...]]:
        base = a_knowledge(
            criteria=[a_criterion("c1", half_life=4), a_criterion("c2", half_life=2)],
            sources=[a_source("s1", published=DAY, reliability=0.8)],
            claims={"c1": [claim]},
        )
        return spoken(base, Standing({claim.id: claim}, ()), day)

    return hear


Heard = Callable[[Claim, date], dict[tuple[str, str], tuple[Said, ...]]]


@pytest.mark.parametrize(
    ("strength", "favoured", "against"),
    [
        (Strength.WEAK, 0.6, 0.4),
        (Strength.MODERATE, 0.7, 0.3),
        (Strength.STRONG, 0.85, 0.15),
    ],
)
def test_direction_and_strength_become_a_performance(
    strength: Strength,
    favoured: float,
    against: float,
    a_claim: Callable[..., Claim],
    some_constants: Callable[..., Constants],
) -> None:
    claim = a_claim("k1", favours=("ada",), against=("bob",), strength=strength)
    assert performances(claim, some_constants()) == {"ada": favoured, "bob": against}


def test_a_stated_performance_replaces_the_tables(
    a_claim: Callable[..., Claim], some_constants: Callable[..., Constants]
) -> None:
    claim = a_claim(
        "k1", favours=("ada",), strength=Strength.WEAK, performance={"ada": 0.0}
    )
    assert performances(claim, some_constants()) == {"ada": 0.0}


def test_a_claim_without_strength_or_performance_says_nothing(
    a_claim: Callable[..., Claim], some_constants: Callable[..., Constants]
) -> None:
    assert performances(a_claim("k1", favours=("ada",)), some_constants()) == {}


def test_weight_is_reliability_times_confidence_times_freshness(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, confidence=Confidence.MEDIUM)
    (fresh,) = heard(claim, DAY)["ada", "c1"]
    (old,) = heard(claim, LATER)["ada", "c1"]
    assert (fresh.claim, fresh.source, fresh.performance) == ("k1", "s1", 0.9)
    assert fresh.weight == pytest.approx(0.8 * 0.7)
    assert old.weight == pytest.approx(0.8 * 0.7 / 2)


def test_a_second_criterion_hears_half_and_ages_at_its_own_pace(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9}, also=("c2",))
    (own,) = heard(claim, LATER)["ada", "c1"]
    (second,) = heard(claim, LATER)["ada", "c2"]
    assert own.weight == pytest.approx(0.8 / 2)
    assert second.weight == pytest.approx(0.8 / 4 * 0.5)
    assert second.performance == own.performance


def test_only_the_cells_spoken_of_are_filled(
    a_claim: Callable[..., Claim], heard: Heard
) -> None:
    claim = a_claim("k1", performance={"ada": 0.9, "bob": 0.2}, subjects=("eve",))
    assert set(heard(claim, DAY)) == {("ada", "c1"), ("bob", "c1")}
