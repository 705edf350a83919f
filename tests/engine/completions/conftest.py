"""Small random situations of an interview."""

from collections.abc import Callable
from random import Random

import pytest

from advisor.model.constants import Constants
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Source
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Rule
from advisor.model.system import Framework
from tests.engine.completions.making import MOST, Maker
from tests.engine.completions.situations import Situation


@pytest.fixture(scope="session")
def situation(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
    a_rule: Callable[..., Rule],
    some_constants: Callable[..., Constants],
) -> Callable[..., Situation]:
    """Return a builder of random situations; the same seed gives the same one.

    `lead` says how far the evidence favours one framework, from 0 to 1; there are `most`
    completions of the open answers, or fewer.
    """

    def build(seed: int, lead: float = 0.0, most: int = MOST) -> Situation:
        make = Maker(
            Random(seed),
            a_knowledge,
            a_framework,
            a_criterion,
            a_source,
            a_claim,
            a_rule,
            some_constants,
        )
        return make.situation(make.base(lead), most)

    return build
