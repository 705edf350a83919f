"""How a framework stands: its place in a ranking, and the state of its project."""

from collections.abc import Iterable
from datetime import date

from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked
from advisor.model.system import Status
from advisor.model.terms import term


def place(rank: int, ranks: Iterable[int], alone: str = "") -> str:
    """Return a rank with "=" behind it if `ranks` has it twice, else with `alone`."""
    return f"{rank}{'=' if list(ranks).count(rank) > 1 else alone}"


def ranks_of(ranking: Iterable[Ranked]) -> list[int]:
    """Return the ranks in a ranking, in its order."""
    return [each.rank for each in ranking]


def life_text(framework: str, day: date, knowledge: Knowledge) -> str:
    """Say if a project was not there yet or not active on `day`; "" for an active one."""
    own, wording = knowledge.frameworks[framework], knowledge.wording
    phase = own.phase_on(day)
    if phase is None:
        first = own.first_release.date.isoformat()
        return wording("compare.too-early", framework=own.name, day=first)
    if phase.status is Status.ACTIVE:
        return ""
    return wording(
        "compare.status",
        framework=own.name,
        status=term(phase.status, wording),
        day=phase.since.isoformat(),
    )
