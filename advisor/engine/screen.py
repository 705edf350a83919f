"""Screening: hard requirements remove alternatives before anything is scored."""

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from advisor.engine.facts import Facts
from advisor.model.knowledge import Knowledge
from advisor.model.report import Excluded, Firing
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Framework

# Why a framework fails a screen: the sentence, and the sources that show it.
Failure = tuple[str, tuple[str, ...]]


def screen(
    knowledge: Knowledge, firings: Sequence[Firing], facts: Facts, as_of: date
) -> tuple[tuple[str, ...], tuple[Excluded, ...]]:
    """Return the frameworks that remain, by id, and every exclusion with its rule."""
    excluded = [
        Excluded(
            framework.id,
            firing.rule,
            failure[0],
            _claims(knowledge, firing),
            failure[1],
        )
        for firing in firings
        if firing.effects.exclude is not None
        for framework in knowledge.frameworks.values()
        if (failure := _failure(firing.effects.exclude, framework, facts, as_of))
    ]
    gone = {each.framework for each in excluded}
    remaining = tuple(sorted(set(knowledge.frameworks) - gone))
    return remaining, tuple(sorted(excluded, key=lambda each: each.framework))


def _claims(knowledge: Knowledge, firing: Firing) -> tuple[str, ...]:
    return knowledge.rules[firing.rule].claims


def _failure(
    exclude: Exclude, framework: Framework, facts: Facts, as_of: date
) -> Failure | None:
    match exclude.screen:
        case Screen.NOT_RELEASED:
            return _not_released(framework, as_of)
        case Screen.STATUS:
            return _status(exclude, framework, as_of)
        case Screen.VENDOR:
            return _vendor(exclude, framework, facts)
        case _:
            assert_never(exclude.screen)


def _not_released(framework: Framework, as_of: date) -> Failure | None:
    first = framework.first_release
    if first.date <= as_of:
        return None
    return f"first released on {first.date.isoformat()}", (first.source,)


def _status(exclude: Exclude, framework: Framework, as_of: date) -> Failure | None:
    phase = framework.phase_on(as_of)
    if phase is None or phase.status not in exclude.status:
        return None
    return f"{phase.status} since {phase.since.isoformat()}", (phase.source,)


def _vendor(exclude: Exclude, framework: Framework, facts: Facts) -> Failure | None:
    answer = facts.get(exclude.fact)
    named = answer if isinstance(answer, tuple) else ()
    barred = sorted(set(framework.vendors).intersection(named))
    if not barred:
        return None
    reason = f"backed by {', '.join(barred)}, which the profile excludes"
    return reason, (framework.maintainer.source,)
