"""A contradiction: every side with its claims and what it weighs."""

from advisor.model.knowledge import Knowledge
from advisor.model.settlement import Settlement, SideWeight
from advisor.model.snapshot import Snapshot
from advisor.render.json_text import number
from advisor.render.page import Block, Heading, paragraph
from advisor.render.records.parts import Fields, claims_list, facts


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a contradiction."""
    contradiction = knowledge.contradictions[id_]
    settlement = snapshot.settlements[id_]
    weighed = zip(contradiction.sides, settlement.sides, strict=True)
    return (
        Heading(f"Contradiction {contradiction.topic}", level=1),
        facts(
            ("Id", id_),
            ("How to settle it", contradiction.settle),
            (f"On {snapshot.as_of.isoformat()}", _leader(settlement)),
        ),
        *(
            block
            for side, weight in weighed
            for block in (
                Heading(side.position),
                paragraph(_weight(weight)),
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


def _leader(settlement: Settlement) -> str:
    if settlement.leading is None:
        return "no side clearly outweighs the others"
    leader = settlement.sides[settlement.leading]
    return f"“{leader.position}” leads with weight {leader.weight:.3f}"


def _weight(side: SideWeight) -> str:
    newest = f", the newest of {side.newest.isoformat()}" if side.newest else ""
    held, gone = len(side.in_force), len(side.set_aside)
    return f"Weight {side.weight:.3f}: {held} in force{newest}; {gone} set aside."
