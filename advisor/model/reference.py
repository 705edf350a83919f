"""Pointing at a record of the rule base: `rule:tpu`, `cell:pytorch/debugging`."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from advisor.model.knowledge import Knowledge
from advisor.model.record import record
from advisor.model.system import Framework, Layer, Runtime, System


class RecordKind(StrEnum):
    """What sort of record it is."""

    FRAMEWORK = "framework"
    LAYER = "layer"
    RUNTIME = "runtime"
    PATH = "path"
    SYSTEM = "system"
    CRITERION = "criterion"
    SOURCE = "source"
    CLAIM = "claim"
    RULE = "rule"
    QUESTION = "question"
    CONTRADICTION = "contradiction"
    CASE = "case"
    CELL = "cell"


@record
class Reference:
    """One record; a cell has the id FRAMEWORK/CRITERION."""

    kind: RecordKind
    id: str

    def __str__(self) -> str:
        """Return the spelling that names this record and no other."""
        return f"{self.kind}:{self.id}"


def records(knowledge: Knowledge) -> Mapping[RecordKind, Mapping[str, object]]:
    """Return every family of records that stands in the rule base."""
    return {
        RecordKind.FRAMEWORK: knowledge.frameworks,
        RecordKind.LAYER: knowledge.layers,
        RecordKind.RUNTIME: knowledge.runtimes,
        RecordKind.PATH: knowledge.paths,
        RecordKind.SYSTEM: knowledge.systems,
        RecordKind.CRITERION: knowledge.criteria,
        RecordKind.SOURCE: knowledge.sources,
        RecordKind.CLAIM: knowledge.claims,
        RecordKind.RULE: knowledge.rules,
        RecordKind.QUESTION: knowledge.questions,
        RecordKind.CONTRADICTION: knowledge.contradictions,
        RecordKind.CASE: knowledge.cases,
    }


def spellings(knowledge: Knowledge) -> Iterator[tuple[str, Reference]]:
    """Yield every id, name and alias of what sources call by name.

    A runtime that is a framework itself is found under the framework.
    """
    named: Mapping[RecordKind, Mapping[str, Framework | Layer | Runtime | System]] = {
        RecordKind.FRAMEWORK: knowledge.frameworks,
        RecordKind.LAYER: knowledge.layers,
        RecordKind.RUNTIME: {
            each: runtime
            for each, runtime in knowledge.runtimes.items()
            if each not in knowledge.frameworks
        },
        RecordKind.SYSTEM: knowledge.systems,
    }
    for kind, family in named.items():
        for each in family.values():
            for spelling in (each.id, each.name, *each.aliases):
                yield spelling, Reference(kind, each.id)
