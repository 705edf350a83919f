"""A cell of the performance matrix, with every testimony behind it."""

from typing import assert_never

from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Gap, Known, Performance, Testimony
from advisor.model.snapshot import Snapshot
from advisor.render.cite import cell, claim_line
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Span,
    Tone,
    section,
)
from advisor.render.records.parts import Fields, facts, performance_fields


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a cell."""
    framework, criterion, performance = _look_up(id_, snapshot)
    if knowledge.criteria[criterion].derived:
        performance = Gap("it is worked out from other records for each project")
    scale = knowledge.criteria[criterion].scale
    title = knowledge.criteria[criterion].title
    return (
        Heading(f"{knowledge.frameworks[framework].name} on {title}", level=1),
        facts(
            (f"On {snapshot.as_of.isoformat()}", _value(performance)),
            ("Performance 0", scale.worst),
            ("Performance 1", scale.best),
        ),
        *_testimonies(performance, knowledge),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:  # noqa: ARG001 - same shape for all
    """Return a cell as JSON."""
    framework, criterion, performance = _look_up(id_, snapshot)
    return {
        "framework": framework,
        "criterion": criterion,
        "performance": performance_fields(performance),
    }


def _look_up(id_: str, snapshot: Snapshot) -> tuple[str, str, Performance]:
    framework, _, criterion = id_.partition("/")
    return framework, criterion, snapshot.matrix[framework].get(criterion, SILENCE)


def _value(performance: Performance) -> str:
    match performance:
        case Known():
            return cell(performance)
        case Gap(reason):
            return f"not known: {reason}"
        case _:
            assert_never(performance)


def _testimonies(performance: Performance, knowledge: Knowledge) -> tuple[Block, ...]:
    if not isinstance(performance, Known):
        return ()
    said = sorted(performance.testimonies, key=lambda each: (-each.weight, each.claim))
    items = tuple(_testimony(each, knowledge) for each in said)
    return section("Testimonies", Bullets(items))


def _testimony(each: Testimony, knowledge: Knowledge) -> Item:
    weight = Span(f" at weight {each.weight:.3f}: ", Tone.FAINT)
    said = claim_line(knowledge.claims[each.claim], knowledge)
    return Item((Span(f"{each.performance:.2f}", Tone.STRONG), weight, *said))
