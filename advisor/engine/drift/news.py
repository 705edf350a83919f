"""What a team should hear of even when the first of the ranking stays."""

from collections.abc import Iterator

from advisor.engine.facts import facts_of
from advisor.engine.remember import on_security
from advisor.engine.routes import targets_of
from advisor.model.drift import DeadPath, Decline, Retirement
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity, Milestone
from advisor.model.profile import Profile
from advisor.model.recorded import Recorded
from advisor.model.report import Report
from advisor.model.rule import Screen
from advisor.model.system import Status

_BEST_FIRST = tuple(Maturity)
_ENDING = (Maturity.LEGACY, Maturity.DEAD)
_BEST_LOOKED_AFTER_FIRST = tuple(Status)


def retired(
    recorded: Recorded, knowledge: Knowledge, profile: Profile, report: Report
) -> Iterator[Retirement]:
    """Yield what was ranked or is used, and is retired without having been so then."""
    used = recorded.in_use, profile.gate.framework
    ranked = (each.framework for each in recorded.ranking)
    for name in dict.fromkeys((*used, *ranked)):
        framework = knowledge.frameworks.get(name)
        phase = framework.phase_on(report.as_of) if framework is not None else None
        if phase is None or phase.status is not Status.RETIRED:
            continue
        allowed = recorded.profile.allow_retired and phase.since <= recorded.as_of
        if not allowed and not _was_retired(name, recorded, knowledge):
            yield Retirement(name, phase.since, phase.source)


def _was_retired(framework: str, recorded: Recorded, knowledge: Knowledge) -> bool:
    """Say whether it was excluded for its status already."""
    rules = (knowledge.rules.get(e) for e in recorded.excluded.get(framework, ()))
    excludes = (each.then.exclude for each in rules if each is not None)
    return any(each is not None and each.screen is Screen.STATUS for each in excludes)


def declined(
    recorded: Recorded, knowledge: Knowledge, profile: Profile, report: Report
) -> Decline | None:
    """Return how the status of the framework in use is worse than on the recorded day.

    Both are taken from the rule base of now, for the record does not keep the status.
    """
    framework = knowledge.frameworks.get(recorded.in_use)
    if framework is None or _has_left(recorded, profile):
        return None
    before = framework.phase_on(recorded.as_of)
    now = framework.phase_on(report.as_of)
    if before is None or now is None or now.status is Status.RETIRED:
        return None
    order = _BEST_LOOKED_AFTER_FIRST.index
    if order(now.status) <= order(before.status):
        return None
    return Decline(
        framework=framework.id,
        before=before.status,
        after=now.status,
        since=now.since,
        source=now.source,
        note=now.note,
    )


def dead_paths(
    recorded: Recorded, knowledge: Knowledge, profile: Profile, report: Report
) -> Iterator[DeadPath]:
    """Yield the recorded ways that are dead or legacy now, and were better.

    Ways to targets that the project no longer has, or of a framework that the team has
    left, are of no interest any more.
    """
    if _has_left(recorded, profile):
        return
    ways = report.routes.get(recorded.in_use, {})
    targets = targets_of(facts_of(profile))
    for each in recorded.paths:
        now = _milestone(each.path, knowledge, report)
        if now is None or now.maturity not in _ENDING or each.target not in targets:
            continue
        if _BEST_FIRST.index(now.maturity) > _BEST_FIRST.index(each.maturity):
            other = ways.get(each.target)
            yield DeadPath(
                target=each.target,
                path=each.path,
                before=each.maturity,
                after=now.maturity,
                since=now.since,
                source=now.source,
                instead=other.path.id if other is not None else "",
                note=now.note,
            )


def _milestone(path: str, knowledge: Knowledge, report: Report) -> Milestone | None:
    """Return how a way stands, if it was there by then; one that is unknown is dead."""
    if path not in knowledge.paths:
        return Milestone(Maturity.DEAD, report.as_of, "")
    return knowledge.paths[path].milestone_on(report.as_of)


def insecure(
    recorded: Recorded, knowledge: Knowledge, profile: Profile, report: Report
) -> Iterator[str]:
    """Yield the claims against the security of the framework in use that are new."""
    if _has_left(recorded, profile):
        return
    said = on_security(
        knowledge, profile, recorded.in_use, report.as_of, report.evidence
    )
    for each in said:
        against = each.performance < knowledge.constants.neutral.value
        if against and each.claim not in recorded.security:
            yield each.claim


def _has_left(recorded: Recorded, profile: Profile) -> bool:
    """Say whether the team has chosen another framework since."""
    return profile.gate.framework not in ("", recorded.in_use)
