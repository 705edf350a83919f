"""Sources and claims: who said what, when, and how far it can be trusted."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from advisor.model.condition import Condition
from advisor.model.record import record


class Evidence(StrEnum):
    """Which claims count."""

    ALL = "all"
    DOCUMENTS = "documents"


class SourceKind(StrEnum):
    """What sort of thing a source is."""

    DOCUMENT = "document"
    REGISTRY = "registry"
    DOCUMENTATION = "documentation"
    RELEASE_NOTES = "release-notes"
    REPOSITORY = "repository"
    ANNOUNCEMENT = "announcement"
    PAPER = "paper"
    DATASET = "dataset"


class Form(StrEnum):
    """In which form a document reached us."""

    ORIGINAL = "original"
    TRANSLATED = "translated"
    MACHINE_TRANSLATED = "machine-translated"
    MACHINE_CONVERTED = "machine-converted"


@record
class Dates:
    """When a source was published, or the bounds of it when it does not say."""

    published: date | None = None
    earliest: date | None = None
    latest: date | None = None
    because: str = ""


@record
class Reliability:
    """How far a source is trusted, from 0 to 1, and why."""

    value: float
    because: str


@record
class Defect:
    """A known fault of a source; `claims` are those that rest on the faulty passage."""

    id: str
    kind: str
    lines: str
    summary: str
    claims: tuple[str, ...] = ()


@record
class Source:
    """Where a claim can be checked."""

    id: str
    title: str
    kind: SourceKind
    language: str
    dates: Dates
    reliability: Reliability
    url: str = ""
    file: str = ""
    form: Form = Form.ORIGINAL
    complete: bool = True
    summary: str = ""
    defects: tuple[Defect, ...] = ()

    @property
    def date(self) -> date:
        """The date it speaks for: the stated one, else the earliest it can be.

        An undated text is treated as being as old as it can be: a claim must not
        look fresher than can be proved.
        """
        best = self.dates.published or self.dates.earliest
        return best if best is not None else date.min

    @property
    def is_document(self) -> bool:
        """Say whether it is one of the documents that `--evidence documents` keeps."""
        return self.kind is SourceKind.DOCUMENT


class ClaimKind(StrEnum):
    """What sort of statement a claim is."""

    FACTUAL = "factual"
    COMPARATIVE = "comparative"
    OPINION = "opinion"
    RECOMMENDATION = "recommendation"
    HISTORICAL = "historical"


class Strength(StrEnum):
    """How strongly a statement speaks for or against."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"


class Confidence(StrEnum):
    """How sure we are that the statement is there and is read fairly."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


@record
class VersionBound:
    """The statement is about versions of a framework below this one only."""

    framework: str
    below: str


@record
class Claim:
    """One dated statement of one source on one criterion.

    `favours` and `against` name the frameworks it speaks for and against on the
    criterion's scale; with `strength` they become performances through the tables in
    `constants.yaml`. `performance` (0 to 1 for each framework) replaces that where the
    scale or a number in the source says more; `because` then gives the reason.
    `measured` does the same in the unit of a criterion that has one.

    It speaks from its date on; `valid_until` is the day it stopped being true, and
    `confirmed` the last day on which it was seen to hold: until then it does not age.
    With `when` it is heard only for projects that meet the condition.
    """

    id: str
    source: str
    statement: str
    kind: ClaimKind
    subjects: tuple[str, ...]
    confidence: Confidence
    lines: str = ""
    digest: str = ""
    date_: date | None = None
    confirmed: date | None = None
    valid_until: date | None = None
    when: Condition | None = None
    versions: VersionBound | None = None
    favours: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    strength: Strength | None = None
    performance: Mapping[str, float] | None = None
    measured: Mapping[str, float] | None = None
    because: str = ""
    also: tuple[str, ...] = ()
    restates: str = ""
    supersedes: tuple[str, ...] = ()
    note: str = ""


@record
class ReasonedGap:
    """Nothing can be said of this framework here, and why; looked for on `checked`."""

    framework: str
    checked: date
    reason: str


@record
class ClaimFile:
    """All claims on one criterion: one trade-off, one file."""

    criterion: str
    claims: tuple[Claim, ...]
    gaps: tuple[ReasonedGap, ...] = ()


@record
class Side:
    """One position in a contradiction and the claims that take it."""

    position: str
    claims: tuple[str, ...]


@record
class Contradiction:
    """Claims that cannot all be right. Both sides stay; the synthesis weighs them."""

    id: str
    topic: str
    sides: tuple[Side, ...]
    settle: str
