from collections.abc import Callable
from datetime import date

import pytest

from advisor.engine.settle import settle
from advisor.engine.standing import standing
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Contradiction, Evidence, Side, Source
from advisor.model.knowledge import Knowledge
from advisor.model.settlement import Settlement

_DAY = date(2020, 1, 1)


@pytest.fixture
def settled(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> Callable[..., Settlement]:
    """Settle old (s1: c1, c2; s2: c3) against new (s3: c4), all four years apart."""

    def run(
        *sides: tuple[str, ...], as_of: date = _DAY, **sources: float
    ) -> Settlement:
        trust = {"s1": 1.0, "s2": 1.0, "s3": 1.0, **sources}
        knowledge = a_knowledge(
            criteria=[a_criterion("debugging", half_life=4)],
            sources=[
                a_source(each, reliability=value) for each, value in trust.items()
            ],
            claims={
                "debugging": [
                    a_claim("c1", "s1"),
                    a_claim("c2", "s1"),
                    a_claim("c3", "s2"),
                    a_claim("c4", "s3"),
                    a_claim("gone", "s3", valid_until=_DAY),
                    a_claim("later", "s3", date_=date(2030, 1, 1)),
                ]
            },
        )
        contradiction = Contradiction(
            "x", "", tuple(Side(str(n), each) for n, each in enumerate(sides)), ""
        )
        held = standing(knowledge, as_of, Evidence.ALL)
        return settle(contradiction, knowledge, held, as_of)

    return run


def _weights(settlement: Settlement) -> list[float]:
    return [round(side.weight, 6) for side in settlement.sides]


def test_a_source_counts_once_on_a_side(settled: Callable[..., Settlement]) -> None:
    assert _weights(settled(("c1", "c2"), ("c3", "c4"))) == [1.0, 2.0]


def test_a_side_that_weighs_half_as_much_again_leads(
    settled: Callable[..., Settlement],
) -> None:
    assert settled(("c1",), ("c3", "c4")).leading == 1
    assert settled(("c3", "c4"), ("c1",)).leading == 0


def test_a_narrow_advantage_leads_nowhere(settled: Callable[..., Settlement]) -> None:
    close = settled(("c1",), ("c4",), s3=0.7)
    assert _weights(close) == [1.0, 0.7]
    assert close.leading is None
    assert settled(("c1",), ("c4",), s3=0.6).leading == 0


def test_equal_sides_have_no_leader(settled: Callable[..., Settlement]) -> None:
    assert settled(("c1",), ("c3",)).leading is None


def test_the_weights_fade_with_time(settled: Callable[..., Settlement]) -> None:
    later = settled(("c1",), ("c3",), as_of=date(2024, 1, 1))
    assert _weights(later) == pytest.approx([0.5, 0.5], abs=1e-3)


def test_what_is_set_aside_or_not_yet_said_weighs_nothing(
    settled: Callable[..., Settlement],
) -> None:
    first, second = settled(("c1",), ("gone", "later")).sides
    assert (first.weight, first.in_force, first.newest) == (1.0, ("c1",), _DAY)
    assert (second.weight, second.in_force, second.newest) == (0.0, (), None)
    assert second.set_aside == ("gone",)


def test_three_sides_are_weighed_against_each_other(
    settled: Callable[..., Settlement],
) -> None:
    three = settled(("c1",), ("c3",), ("c4",), s3=0.2)
    assert _weights(three) == [1.0, 1.0, 0.2]
    assert three.leading is None


def test_every_contradiction_of_the_rule_base_can_be_settled(
    knowledge: Knowledge,
) -> None:
    day = date(2026, 11, 21)
    held = standing(knowledge, day, Evidence.ALL)
    for each in knowledge.contradictions.values():
        settlement = settle(each, knowledge, held, day)
        assert len(settlement.sides) == len(each.sides)
        assert sum(side.weight for side in settlement.sides) > 0
