"""Pointing at a record of the rule base: `rule:tpu`, `cell:pytorch/debugging`."""

from collections.abc import Mapping
from enum import StrEnum

from advisor.model.knowledge import Knowledge
from advisor.model.record import record


class RecordKind(StrEnum):
    """What sort of record it is."""

    FRAMEWORK = "framework"
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
        RecordKind.SYSTEM: knowledge.systems,
        RecordKind.CRITERION: knowledge.criteria,
        RecordKind.SOURCE: knowledge.sources,
        RecordKind.CLAIM: knowledge.claims,
        RecordKind.RULE: knowledge.rules,
        RecordKind.QUESTION: knowledge.questions,
        RecordKind.CONTRADICTION: knowledge.contradictions,
        RecordKind.CASE: knowledge.cases,
    }
