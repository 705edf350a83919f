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
    paths_in_words,
    phase_fields,
    phase_lines,
    state,
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a runtime."""
    runtime = knowledge.runtimes[id_]
    return (
        Heading(runtime.name, level=1),
        paragraph(runtime.description),
        facts(
            ("Id", id_),
            ("Also called", ", ".join(runtime.aliases)),
            (f"On {snapshot.as_of.isoformat()}", state(runtime.status, snapshot)),
            ("Backed by", ", ".join(runtime.vendors)),
            ("Named in", document_names(runtime.named_in, knowledge)),
        ),
        *section("Status", phase_lines(runtime.status, knowledge)),
        *section(
            "Paths that end in it",
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
        "description": runtime.description,
        "vendors": list(runtime.vendors),
        "status": phase.status.value if phase is not None else None,
        "phases": phase_fields(runtime.status),
        "paths": _paths(id_, knowledge),
        "named_in": list(runtime.named_in),
    }


def _paths(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.paths.values() if each.runtime == id_]
