"""Writing decision records about the synthetic reports."""

from collections.abc import Callable, Mapping

import pytest

from advisor.model.decision import Decision, Making
from advisor.model.knowledge import Knowledge
from advisor.model.profile import Profile
from advisor.model.report import Report
from advisor.render.decision.record import decision_record

Write = Callable[..., str]

PROFILE = Profile(
    project="shelf-scanner",
    answers={
        "goal": "production",
        "domain": ("vision", "nlp"),
        "hot-swap": True,
        "priorities": ("speed", "docs"),
    },
    unknown=("data-scale",),
    allow_retired=True,
)


@pytest.fixture(scope="session")
def write(asked: Knowledge, some_reports: Mapping[str, Report]) -> Write:
    """Return a function that writes the record of a report, by name or as it is."""

    def written(
        report: str | Report = "clear",
        decision: Decision | None = None,
        *,
        profile: Profile = PROFILE,
        knowledge: Knowledge = asked,
        command: str = "advisor record profile.yaml",
    ) -> str:
        about = some_reports[report] if isinstance(report, str) else report
        making = Making(command, "0.1.0")
        return decision_record(
            about, profile, knowledge, decision or Decision(), making
        )

    return written
