"""What `advisor check` looks at, and what comes of it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from advisor.model.dependency import Dependencies
from advisor.model.drift import Drift
from advisor.model.evidence import Evidence
from advisor.model.finding import Severity
from advisor.model.gate import GateFinding, Place
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.recorded import NotRecorded, Recorded
from advisor.model.report import Report
from advisor.model.what_if import Outcome


@record
class ProfileFile:
    """A valid profile, where it stands, and the lines of its keys.

    `lines` maps dotted keys (`answers.deployment-targets`, `gate.exceptions.0`) to lines.
    """

    file: str
    profile: Profile
    lines: Mapping[str, int] = field(default_factory=dict)

    def place(self, key: str) -> Place:
        """Return where a key stands, else the nearest key around it."""
        while key and key not in self.lines:
            key = key.rpartition(".")[0]
        return Place(self.file, self.lines.get(key, 1))


@record
class Subject:
    """Everything that the checks of one profile look at.

    `lock` is the file with the record, whether it is there or not. `drift` is None where
    nothing is recorded. `locked`: the recorded date was demanded. `today` is the day on
    which exceptions expire.
    `fixed`: the profile itself says as of which day to judge, and nobody overruled it.
    """

    file: ProfileFile
    report: Report
    dependencies: Dependencies
    lock: str
    recorded: Recorded | NotRecorded
    drift: Drift | None
    today: date
    locked: bool = False
    fixed: bool = False


@record
class Judged:
    """What the recommendation for a profile came to.

    `choice` is the team's own framework, or "". `recorded` is the day of the decision on
    record, None without one. `dependency_files` are those it was compared with.
    """

    as_of: date
    outcome: Outcome
    choice: str
    recorded: date | None
    dependency_files: tuple[str, ...] = ()


@record
class Unread:
    """The profile could not be read; its findings say why."""


@record
class ProfileCheck:
    """One profile and everything found about it, the worst first."""

    file: str
    project: str
    judged: Judged | Unread
    findings: tuple[GateFinding, ...]


@record
class GateReport:
    """What a run of the gate found, over all profiles.

    `fail_on` is the severity from which a finding that counts fails the gate; None: none
    does. `beside` are findings that belong to no single profile.
    """

    knowledge_version: str
    knowledge_digest: str
    evidence: Evidence
    fail_on: Severity | None
    profiles: tuple[ProfileCheck, ...]
    beside: tuple[GateFinding, ...] = ()

    @property
    def findings(self) -> tuple[GateFinding, ...]:
        """Every finding, profile by profile."""
        own = (each for profile in self.profiles for each in profile.findings)
        return (*own, *self.beside)

    @property
    def failed(self) -> bool:
        """Say whether the gate fails, or could not look at a profile at all."""
        unread = any(isinstance(each.judged, Unread) for each in self.profiles)
        return unread or any(each.fails(self.fail_on) for each in self.findings)
