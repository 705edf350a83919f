"""A contradiction: every side with its claims and what it weighs."""

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.settlement import Settlement, SideWeight
from advisor.model.snapshot import Snapshot
from advisor.render.json_text import number
from advisor.render.page import Block, Heading, paragraph
from advisor.render.records.parts import Fields, claims_list, facts, on_day


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a contradiction."""
    contradiction = knowledge.contradictions[id_]
    wording = knowledge.wording
    settlement = snapshot.settlements[id_]
    weighed = zip(contradiction.sides, settlement.sides, strict=True)
    return (
        Heading(
            wording("record.contradiction-title", topic=contradiction.topic), level=1
        ),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.how-to-settle-it"), contradiction.settle),
            (on_day(snapshot, wording), _leader(settlement, wording)),
        ),
        *(
            block
            for side, weight in weighed
            for block in (
                Heading(side.position),
                paragraph(_weight(weight, wording)),
                claims_list(side.claims, knowledge, snapshot),
            )
        ),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a contradiction as JSON."""
    contradiction = knowledge.contradictions[id_]
    settlement = snapshot.settlements[id_]
    leading = settlement.leading
    return {
        "topic": contradiction.topic,
        "settle": contradiction.settle,
        "leading": None if leading is None else settlement.sides[leading].position,
        "sides": [
            {
                "position": side.position,
                "claims": list(side.claims),
                "weight": number(weight.weight),
                "in_force": list(weight.in_force),
                "set_aside": list(weight.set_aside),
                "newest": weight.newest.isoformat() if weight.newest else None,
            }
            for side, weight in zip(contradiction.sides, settlement.sides, strict=True)
        ],
    }


def _leader(settlement: Settlement, wording: Wording) -> str:
    if settlement.leading is None:
        return wording("record.no-leader")
    leader = settlement.sides[settlement.leading]
    weight = f"{leader.weight:.3f}"
    return wording("record.leader", position=leader.position, weight=weight)


def _weight(side: SideWeight, wording: Wording) -> str:
    held = wording("record.held", number=len(side.in_force))
    if side.newest:
        newest = side.newest.isoformat()
        held = wording("record.held-newest", held=held, day=newest)
    return wording(
        "record.side-weight",
        weight=f"{side.weight:.3f}",
        held=held,
        gone=len(side.set_aside),
    )
