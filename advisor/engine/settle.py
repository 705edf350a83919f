"""Contradictions: what each side weighs on a date. No side is ever deleted."""

from collections import defaultdict
from datetime import date
from math import fsum

from advisor.engine.standing import Standing
from advisor.engine.testify import weight_of
from advisor.model.evidence import Contradiction, Side
from advisor.model.knowledge import Knowledge
from advisor.model.settlement import Settlement, SideWeight


def settle(
    contradiction: Contradiction, knowledge: Knowledge, standing: Standing, as_of: date
) -> Settlement:
    """Weigh the sides as the synthesis does: per source, the heaviest claim counts."""
    sides = tuple(
        _side(side, knowledge, standing, as_of) for side in contradiction.sides
    )
    order = sorted(range(len(sides)), key=lambda index: -sides[index].weight)
    first, second = sides[order[0]], sides[order[1]]
    leads = first.weight > knowledge.constants.contradiction_lead.value * second.weight
    return Settlement(contradiction.id, as_of, sides, order[0] if leads else None)


def _side(
    side: Side, knowledge: Knowledge, standing: Standing, as_of: date
) -> SideWeight:
    heaviest: defaultdict[str, float] = defaultdict(float)
    held = [each for each in side.claims if each in standing.in_force]
    for each in held:
        claim = knowledge.claims[each]
        own = weight_of(claim, knowledge.criterion_of[each], knowledge, as_of)
        heaviest[claim.source] = max(heaviest[claim.source], own)
    gone = {each.claim for each in standing.set_aside}
    return SideWeight(
        position=side.position,
        weight=fsum(heaviest.values()),
        in_force=tuple(held),
        set_aside=tuple(each for each in side.claims if each in gone),
        newest=max(
            (knowledge.date_of(knowledge.claims[each]) for each in held), default=None
        ),
    )
