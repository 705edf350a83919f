"""A layer: a library that a recommended stack can name on top of a framework."""

from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.model.system import phase_on
from advisor.render.condition import condition_text
from advisor.render.page import Block, Heading, paragraph, section
from advisor.render.records.foundation import foundation_fields, foundations
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
    """Return the page of a layer."""
    layer = knowledge.layers[id_]
    wording = knowledge.wording
    return (
        Heading(layer.name, level=1),
        paragraph(layer.description),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.also-called"), wording.series(layer.aliases)),
            (wording("record.packages"), wording.series(layer.packages)),
            (on_day(snapshot, wording), state(layer.status, snapshot, wording)),
            (
                wording("record.excluded-together-with"),
                wording.series(layer.vendors_on(snapshot.as_of)),
            ),
            (wording("record.fits-when"), condition_text(layer.fits, wording)),
            (wording("record.because"), layer.because),
            (wording("record.named-in"), document_names(layer.named_in, knowledge)),
        ),
        *section(wording("record.stands-on"), foundations(layer.stands_on, knowledge)),
        *section(wording("record.status"), phase_lines(layer.status, knowledge)),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a layer as JSON."""
    layer = knowledge.layers[id_]
    phase = phase_on(layer.status, snapshot.as_of)
    return {
        "name": layer.name,
        "aliases": list(layer.aliases),
        "description": layer.description,
        "packages": list(layer.packages),
        "vendors": list(layer.vendors_on(snapshot.as_of)),
        "fits": condition_text(layer.fits, knowledge.wording),
        "because": layer.because,
        "stands_on": foundation_fields(layer.stands_on),
        "status": phase.status.value if phase is not None else None,
        "phases": phase_fields(layer.status),
        "named_in": list(layer.named_in),
    }
