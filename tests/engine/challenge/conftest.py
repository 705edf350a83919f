"""The small random situations of an interview, here to be shaken."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest

from tests.engine.challenge.tables import Project
from tests.engine.completions.conftest import situation
from tests.engine.completions.situations import TODAY, Situation

__all__ = ["project", "situation"]


@pytest.fixture(scope="session")
def project(situation: Callable[..., Situation]) -> Callable[[int], Project]:
    """Return a builder of small random projects in which some rules rest on claims."""

    def build(seed: int) -> Project:
        own, random = situation(seed, most=1), Random(seed)
        claims = tuple(own.base.claims)[:2]
        rules = {
            each.id: replace(
                each, claims=random.choice((claims, claims[:1], claims[1:]))
            )
            if random.random() < 0.4
            else each
            for each in own.base.rules.values()
        }
        return replace(own.base, rules=rules), own.profile, TODAY, own.evidence

    return build
