"""The folders of the rule base and the record that each of their files holds."""

from collections.abc import Mapping

from advisor.model.case import Case
from advisor.model.criterion import Criterion
from advisor.model.evidence import Contradiction, Source
from advisor.model.path import Path
from advisor.model.question import Question
from advisor.model.rule import Rule
from advisor.model.system import Framework, Layer, Runtime, System

CLAIMS = "claims"
PROFILES = "profiles"
CONSTANTS = "constants.yaml"
RELEASE = "release.yaml"

# Folder name, which is also the field of `Knowledge`, and its type of record.
FAMILIES: Mapping[str, type] = {
    "criteria": Criterion,
    "sources": Source,
    "frameworks": Framework,
    "layers": Layer,
    "runtimes": Runtime,
    "paths": Path,
    "systems": System,
    "questions": Question,
    "rules": Rule,
    "contradictions": Contradiction,
    "cases": Case,
}
