"""The gate: what a team holds its project to, and what a check of it finds."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from advisor.model.finding import Severity
from advisor.model.record import record


class Check(StrEnum):
    """What can be found; the id is for ever, for exceptions and dashboards name it."""

    PROFILE_INVALID = "profile-invalid"
    CHOICE_MISSING = "choice-missing"
    CHOICE_EXCLUDED = "choice-excluded"
    CHOICE_NOT_RECOMMENDED = "choice-not-recommended"
    CHOICE_NOT_JUDGED = "choice-not-judged"
    NO_BASIS = "no-basis"
    TARGET_UNREACHABLE = "target-unreachable"
    PATH_LEGACY = "path-legacy"
    DEPENDENCY_MISSING = "dependency-missing"
    DEPENDENCY_UNEXPLAINED = "dependency-unexplained"
    DEPENDENCY_RETIRED = "dependency-retired"
    DEPENDENCY_UNREADABLE = "dependency-unreadable"
    RECORD_INVALID = "record-invalid"
    RECORD_MISSING = "record-missing"
    RECORD_OUTDATED = "record-outdated"
    DECISION_CHANGED = "decision-changed"
    VERDICT_CHANGED = "verdict-changed"
    RANKING_CHANGED = "ranking-changed"
    FRAMEWORK_RETIRED = "framework-retired"
    FRAMEWORK_MAINTENANCE = "framework-maintenance"
    PATH_DIED = "path-died"
    SECURITY_FACT = "security-fact"
    KNOWLEDGE_DIFFERS = "knowledge-differs"
    KNOWLEDGE_OLD = "knowledge-old"
    DATE_FIXED = "date-fixed"
    EXCEPTION_EXPIRED = "exception-expired"
    EXCEPTION_UNUSED = "exception-unused"
    BASELINE_OUTDATED = "baseline-outdated"


# How grave a finding of each check is, unless the gate has a reason to say otherwise.
USUAL_SEVERITY: Mapping[Check, Severity] = {
    Check.PROFILE_INVALID: Severity.ERROR,
    Check.CHOICE_MISSING: Severity.NOTE,
    Check.CHOICE_EXCLUDED: Severity.ERROR,
    Check.CHOICE_NOT_RECOMMENDED: Severity.ERROR,
    Check.CHOICE_NOT_JUDGED: Severity.WARNING,
    Check.NO_BASIS: Severity.WARNING,
    Check.TARGET_UNREACHABLE: Severity.ERROR,
    Check.PATH_LEGACY: Severity.WARNING,
    Check.DEPENDENCY_MISSING: Severity.WARNING,
    Check.DEPENDENCY_UNEXPLAINED: Severity.WARNING,
    Check.DEPENDENCY_RETIRED: Severity.WARNING,
    Check.DEPENDENCY_UNREADABLE: Severity.WARNING,
    Check.RECORD_INVALID: Severity.ERROR,
    Check.RECORD_MISSING: Severity.WARNING,
    Check.RECORD_OUTDATED: Severity.WARNING,
    Check.DECISION_CHANGED: Severity.ERROR,
    Check.VERDICT_CHANGED: Severity.WARNING,
    Check.RANKING_CHANGED: Severity.NOTE,
    Check.FRAMEWORK_RETIRED: Severity.WARNING,
    Check.FRAMEWORK_MAINTENANCE: Severity.WARNING,
    Check.PATH_DIED: Severity.WARNING,
    Check.SECURITY_FACT: Severity.WARNING,
    Check.KNOWLEDGE_DIFFERS: Severity.WARNING,
    Check.KNOWLEDGE_OLD: Severity.WARNING,
    Check.DATE_FIXED: Severity.NOTE,
    Check.EXCEPTION_EXPIRED: Severity.WARNING,
    Check.EXCEPTION_UNUSED: Severity.WARNING,
    Check.BASELINE_OUTDATED: Severity.NOTE,
}

# What only a decision on record can show.
OF_A_RECORD = frozenset(
    {
        Check.RECORD_OUTDATED,
        Check.DECISION_CHANGED,
        Check.VERDICT_CHANGED,
        Check.RANKING_CHANGED,
        Check.FRAMEWORK_RETIRED,
        Check.FRAMEWORK_MAINTENANCE,
        Check.PATH_DIED,
        Check.SECURITY_FACT,
    }
)

# Files that a run could not read: it fails whatever the bar, and writes nothing.
INVALID = frozenset({Check.PROFILE_INVALID, Check.RECORD_INVALID})

# What is invalid has to be mended, and what is said of exceptions and baselines is about
# what was accepted.
NEVER_ACCEPTED = INVALID | {
    Check.EXCEPTION_EXPIRED,
    Check.EXCEPTION_UNUSED,
    Check.BASELINE_OUTDATED,
}

# What is invalid is never acceptable, and a baseline cannot know its own gaps.
NEVER_KNOWN = INVALID | {Check.BASELINE_OUTDATED}


@record
class GateException:
    """A finding that the team has accepted, until a day, and who answers for it.

    `about` narrows it to findings with that subject; empty, it covers every finding of
    the check. On `expires` and from then on it no longer holds.
    """

    finding: Check
    reason: str
    owner: str
    expires: date
    about: str = ""


@record
class Gate:
    """What `advisor check` holds a project to.

    `framework` is the one that the team has chosen, empty if it does not say. `margin`
    is how far (in points of the score, 0 to 1) it may be behind the first; what the rule
    base calls a tie is always allowed.
    """

    framework: str = ""
    margin: float = 0.0
    exceptions: tuple[GateException, ...] = ()


@record
class Place:
    """A line of a file, counted from 1.

    `file` is relative to the folder that the check was asked to name files from, with
    slashes; absolute where it lies outside of it.
    """

    file: str
    line: int


@record
class Open:
    """Nobody has accepted the finding: it counts."""


@record
class Accepted:
    """An exception in the profile covers the finding."""

    reason: str
    owner: str
    expires: date


@record
class Known:
    """The finding was there already when the baseline was written."""


Treatment = Open | Accepted | Known


@record
class GateFinding:
    """One thing worth acting on.

    `subject` is what it is about: the id of a framework, target, path or claim, of what
    is installed beside a framework, a key of the profile, the name of a file. `message`
    is one sentence, `help` says what to do, `details` are further sentences (what moved,
    and by how much). `fingerprint` (64 hexadecimal digits) stays the same for as long as
    check, subject and file do.
    """

    check: Check
    severity: Severity
    place: Place
    subject: str
    message: str
    help: str
    fingerprint: str
    details: tuple[str, ...] = ()
    treatment: Treatment = Open()

    @property
    def counts(self) -> bool:
        """Say whether the gate looks at it."""
        return isinstance(self.treatment, Open)

    def fails(self, bar: Severity | None) -> bool:
        """Say whether it fails the gate; an invalid file does so whatever the bar.

        `bar` is the severity from which a finding that counts fails it; None: none does.
        """
        if self.check in INVALID:
            return True
        return bar is not None and self.counts and self.severity >= bar


@record
class KnownFinding:
    """A finding that a baseline keeps, for people to read; `line` is that of the entry."""

    check: Check
    file: str
    subject: str
    line: int = 1


@record
class Baseline:
    """What was there when the gate was switched on: findings by fingerprint."""

    file: str
    known: Mapping[str, KnownFinding]
