"""Whoever knows what the open answers could still change."""

from collections.abc import Collection, Mapping
from typing import Protocol

from advisor.model.outlook import Outlook, Stake
from advisor.model.profile import Profile
from advisor.model.question import Question


class Guide(Protocol):
    """The engine, or a test. `closed` are questions that are not asked any more."""

    def look(self, profile: Profile, closed: Collection[str]) -> Outlook:
        """Return who leads, how settled that is, and which questions would tell most."""

    def stakes(self, profile: Profile, question: Question) -> tuple[Stake, ...]:
        """Return what each single answer to `question` would do."""

    def contested(self, profile: Profile) -> tuple[str, ...]:
        """Return the criteria that separate the first frameworks, the widest gap first."""

    def importance(self, profile: Profile) -> Mapping[str, float]:
        """Return the raw importance of each criterion that matters as things are."""
