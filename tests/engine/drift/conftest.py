"""The small random projects of an interview, on which time has passed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from advisor.engine.recommend import recommend
from advisor.engine.remember import remember
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded
from advisor.model.what_if import Outcome, outcome_of
from tests.engine.completions.conftest import situation
from tests.engine.completions.situations import Situation

__all__ = ["situation"]

THEN, NOW = date(2020, 1, 1), date(2024, 1, 1)
_DAYS = (date(2019, 1, 1), date(2019, 6, 1), date(2022, 1, 1))
_ENDS = (date(2019, 9, 1), date(2021, 1, 1), date(2023, 1, 1), date(2025, 1, 1))


@pytest.fixture(scope="session")
def aged(situation: Callable[..., Situation]) -> Callable[[int], Situation]:
    """Return a builder of projects whose claims were made, and ended, on several days."""

    def build(seed: int) -> Situation:
        own, random = situation(seed, most=1), Random(seed)

        def dated(claim: Claim) -> Claim:
            end = random.choice(_ENDS) if random.random() < 0.3 else None
            return replace(claim, date_=random.choice(_DAYS), valid_until=end)

        claims = {each.id: dated(each) for each in own.base.claims.values()}
        return replace(own, base=replace(own.base, claims=claims))

    return build


def decided(base: Knowledge, own: Situation, profile: Profile, day: date) -> Outcome:
    """Return what a whole recommendation comes to."""
    return outcome_of(recommend(base, profile, day, own.evidence))


def recorded_on(own: Situation, base: Knowledge, day: date) -> Recorded:
    """Record the decision of a project."""
    report = recommend(base, own.profile, day, own.evidence)
    return remember(base, own.profile, report)


def same(one: Outcome, other: Outcome) -> bool:
    """Say whether two outcomes differ at most in the order of those who tie."""
    alike = sorted(one.frameworks) == sorted(other.frameworks)
    return one.verdict is other.verdict and alike
