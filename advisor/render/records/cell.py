"""A cell of the performance matrix, with every testimony behind it."""

from typing import assert_never

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import (
    SILENCE,
    Absence,
    Gap,
    Known,
    Performance,
    Testimony,
)
from advisor.model.snapshot import Snapshot
from advisor.model.terms import gap_reason
from advisor.render.cite import cell, claim_line
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Span,
    Tone,
    phrase,
    section,
)
from advisor.render.records.parts import Fields, facts, on_day, performance_fields


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a cell."""
    framework, criterion, performance = _look_up(id_, snapshot)
    if knowledge.criteria[criterion].derived:
        performance = Gap(Absence.DERIVED)
    wording = knowledge.wording
    scale = knowledge.criteria[criterion].scale
    title = wording(
        "record.cell-title",
        framework=knowledge.frameworks[framework].name,
        criterion=knowledge.criteria[criterion].title,
    )
    return (
        Heading(title, level=1),
        facts(
            wording,
            (on_day(snapshot, wording), _value(performance, wording)),
            (wording("record.performance-0"), scale.worst),
            (wording("record.performance-1"), scale.best),
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


def _value(performance: Performance, wording: Wording) -> str:
    match performance:
        case Known():
            return cell(performance, wording)
        case Gap():
            return wording("record.unknown", reason=gap_reason(performance, wording))
        case _:
            assert_never(performance)


def _testimonies(performance: Performance, knowledge: Knowledge) -> tuple[Block, ...]:
    if not isinstance(performance, Known):
        return ()
    said = sorted(performance.testimonies, key=lambda each: (-each.weight, each.claim))
    items = tuple(_testimony(each, knowledge) for each in said)
    return section(knowledge.wording("record.testimonies"), Bullets(items))


def _testimony(each: Testimony, knowledge: Knowledge) -> Item:
    weight = knowledge.wording(
        "record.at-weight",
        performance=Span(f"{each.performance:.2f}", Tone.STRONG),
        weight=f"{each.weight:.3f}",
    )
    said = claim_line(knowledge.claims[each.claim], knowledge)
    return Item((*phrase(weight, Tone.FAINT), *said))
