"""A decision on record: what `advisor.lock` keeps of it."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from advisor.model.evidence import Evidence
from advisor.model.path import Maturity
from advisor.model.profile import Profile
from advisor.model.record import record
from advisor.model.report import Verdict


@record
class RecordedRank:
    """A framework in the recorded ranking; `score` is from 0 to 1, to six places."""

    framework: str
    rank: int
    score: float


@record
class RecordedPath:
    """The way to a target that the framework in use had when it was recorded."""

    target: str
    path: str
    maturity: Maturity


@record
class Recorded:
    """A decision as it was recorded, with all that is needed to say later what moved.

    `line` is that of the entry in the lock. `framework` is the recommended one and
    `choice` the team's own (`gate.framework`), each empty where there was none; the
    framework in use is the choice, else the recommended one. `profile` holds answers,
    weights and `allow-retired`, nothing else; `lost` are recorded answers that the
    questionnaire no longer knows. `excluded` maps frameworks to the rules that
    excluded them, `parts` criteria to what they added to the score of each in the ranking,
    `rules` those that fired and `claims` those heard for whoever was not excluded to
    digests of what they said; `security` are the claims in force on the security of the
    framework in use.
    """

    as_of: date
    evidence: Evidence
    profile_digest: str
    knowledge_version: str
    knowledge_digest: str
    verdict: Verdict
    framework: str
    choice: str
    profile: Profile
    ranking: tuple[RecordedRank, ...]
    excluded: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    paths: tuple[RecordedPath, ...] = ()
    rules: Mapping[str, str] = field(default_factory=dict)
    claims: Mapping[str, str] = field(default_factory=dict)
    security: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    line: int = 1

    @property
    def in_use(self) -> str:
        """The framework that the project uses: its choice, else the recommended one."""
        return self.choice or self.framework


@record
class NotRecorded:
    """There is no decision on record."""
