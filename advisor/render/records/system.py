"""A system that sources name beside the frameworks."""

from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.model.system import phase_on
from advisor.render.page import Block, Heading, paragraph, section
from advisor.render.records.parts import (
    Fields,
    document_names,
    facts,
    on_day,
    phase_fields,
    phase_lines,
    state,
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a system."""
    system = knowledge.systems[id_]
    wording = knowledge.wording
    return (
        Heading(system.name, level=1),
        paragraph(system.description),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.kind"), system.kind),
            (wording("record.also-called"), wording.series(system.aliases)),
            (wording("record.packages"), wording.series(system.packages)),
            (wording("record.belongs-to"), system.related),
            (on_day(snapshot, wording), state(system.status, snapshot, wording)),
            (wording("record.the-documents-say"), system.said),
            (wording("record.named-in"), document_names(system.named_in, knowledge)),
        ),
        *section(wording("record.status"), phase_lines(system.status, knowledge)),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a system as JSON."""
    system = knowledge.systems[id_]
    phase = phase_on(system.status, snapshot.as_of)
    return {
        "name": system.name,
        "aliases": list(system.aliases),
        "packages": list(system.packages),
        "type": system.kind,
        "description": system.description,
        "related": system.related or None,
        "named_in": list(system.named_in),
        "said": system.said,
        "status": phase.status.value if phase is not None else None,
        "phases": phase_fields(system.status),
    }
