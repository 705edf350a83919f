"""Any record of the rule base as a page and as JSON. One module for each kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from advisor.model.knowledge import Knowledge
from advisor.model.reference import RecordKind, Reference
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.json_text import SCHEMA
from advisor.render.page import Block, Page, Tone, paragraph
from advisor.render.records import (
    case,
    cell,
    claim,
    contradiction,
    criterion,
    framework,
    layer,
    path,
    question,
    rule,
    runtime,
    source,
    system,
)
from advisor.render.records.parts import Fields


@dataclass(frozen=True)
class Writer:
    """How one kind of record is written, given its id."""

    blocks: Callable[[str, Knowledge, Snapshot], tuple[Block, ...]]
    fields: Callable[[str, Knowledge, Snapshot], Fields]


WRITERS: Mapping[RecordKind, Writer] = {
    RecordKind.FRAMEWORK: Writer(framework.blocks, framework.fields),
    RecordKind.LAYER: Writer(layer.blocks, layer.fields),
    RecordKind.RUNTIME: Writer(runtime.blocks, runtime.fields),
    RecordKind.PATH: Writer(path.blocks, path.fields),
    RecordKind.SYSTEM: Writer(system.blocks, system.fields),
    RecordKind.CRITERION: Writer(criterion.blocks, criterion.fields),
    RecordKind.SOURCE: Writer(source.blocks, source.fields),
    RecordKind.CLAIM: Writer(claim.blocks, claim.fields),
    RecordKind.RULE: Writer(rule.blocks, rule.fields),
    RecordKind.QUESTION: Writer(question.blocks, question.fields),
    RecordKind.CONTRADICTION: Writer(contradiction.blocks, contradiction.fields),
    RecordKind.CASE: Writer(case.blocks, case.fields),
    RecordKind.CELL: Writer(cell.blocks, cell.fields),
}


def record_page(reference: Reference, knowledge: Knowledge, snapshot: Snapshot) -> Page:
    """Build the page of a record with everything that hangs on it."""
    writer = WRITERS[reference.kind]
    footer = knowledge.wording(
        "record.footer",
        version=knowledge.version,
        day=snapshot.as_of.isoformat(),
        evidence=term(snapshot.evidence, knowledge.wording),
        record=str(reference),
    )
    blocks = writer.blocks(reference.id, knowledge, snapshot)
    return Page((*blocks, paragraph(footer, Tone.FAINT)))


def record_fields(
    reference: Reference, knowledge: Knowledge, snapshot: Snapshot
) -> Fields:
    """Return a record with everything that hangs on it as JSON."""
    fields = WRITERS[reference.kind].fields(reference.id, knowledge, snapshot)
    return {
        "schema": SCHEMA,
        "kind": reference.kind.value,
        "id": reference.id,
        "as_of": snapshot.as_of.isoformat(),
        "evidence": snapshot.evidence.value,
        **fields,
    }
