"""The fixed words of the model, as a reader calls them."""

from collections.abc import Mapping
from enum import StrEnum

from advisor.model.criterion import Group, Role, Shape
from advisor.model.evidence import (
    ClaimKind,
    Confidence,
    Evidence,
    Form,
    SourceKind,
    Strength,
)
from advisor.model.language import Wording
from advisor.model.path import Maturity
from advisor.model.performance import Absence, Gap
from advisor.model.report import Verdict
from advisor.model.rule import Screen
from advisor.model.system import Level, Status, TraitKind

# Every closed set that has words, and how the keys of its messages begin.
TERMS: Mapping[type[StrEnum], str] = {
    Absence: "absence",
    ClaimKind: "claim-kind",
    Confidence: "confidence",
    Evidence: "evidence",
    Form: "form",
    Group: "group",
    Level: "level",
    Maturity: "maturity",
    Role: "role",
    Screen: "screen",
    Shape: "shape",
    SourceKind: "source-kind",
    Status: "status",
    Strength: "strength",
    TraitKind: "trait",
    Verdict: "verdict",
}


def term(member: StrEnum, wording: Wording) -> str:
    """Return the word for a member of one of the sets in `TERMS`."""
    return wording(f"terms.{TERMS[type(member)]}-{member.value}")


def gap_reason(gap: Gap, wording: Wording) -> str:
    """Say why nobody could judge a cell."""
    if isinstance(gap.reason, Absence):
        return term(gap.reason, wording)
    return gap.reason
