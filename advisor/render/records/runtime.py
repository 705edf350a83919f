"""A runtime: what runs a finished model, and the paths that end in it."""

from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.model.system import phase_on
from advisor.render.page import Block, Heading, paragraph, section
from advisor.render.records.parts import (
    Fields,
    bullets,
    document_names,
    facts,
    on_day,
    phase_fields,
    phase_lines,
    state,
)
from advisor.render.records.path import paths_in_words


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a runtime."""
    runtime = knowledge.runtimes[id_]
    wording = knowledge.wording
    return (
        Heading(runtime.name, level=1),
        paragraph(runtime.description),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.also-called"), wording.series(runtime.aliases)),
            (wording("record.packages"), wording.series(runtime.packages)),
            (on_day(snapshot, wording), state(runtime.status, snapshot, wording)),
            (wording("record.backed-by"), wording.series(runtime.vendors)),
            (wording("record.named-in"), document_names(runtime.named_in, knowledge)),
        ),
        *section(wording("record.status"), phase_lines(runtime.status, knowledge)),
        *section(
            wording("record.paths-that-end-in-it"),
            bullets(paths_in_words(_paths(id_, knowledge), knowledge, snapshot)),
        ),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a runtime as JSON."""
    runtime = knowledge.runtimes[id_]
    phase = phase_on(runtime.status, snapshot.as_of)
    return {
        "name": runtime.name,
        "aliases": list(runtime.aliases),
        "packages": list(runtime.packages),
        "description": runtime.description,
        "vendors": list(runtime.vendors),
        "status": phase.status.value if phase is not None else None,
        "phases": phase_fields(runtime.status),
        "paths": _paths(id_, knowledge),
        "named_in": list(runtime.named_in),
    }


def _paths(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.paths.values() if each.runtime == id_]
