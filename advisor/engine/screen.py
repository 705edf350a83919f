"""Screening: hard requirements remove alternatives before anything is scored."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from advisor.engine.facts import Facts, as_text, many
from advisor.engine.routes import Routes, targets_of
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.period import newest
from advisor.model.record import record
from advisor.model.report import Excluded, Firing
from advisor.model.rule import Exclude, Screen
from advisor.model.system import Framework, Platform
from advisor.model.terms import term

# Why a framework fails a screen: the sentence, and the sources that show it.
Failure = tuple[str, tuple[str, ...]]


@record
class Situation:
    """What screens look at beside the framework: the project, the day, what there is.

    `platforms` are those of every framework that could be chosen on the day.
    """

    facts: Facts
    as_of: date
    routes: Routes
    platforms: tuple[Platform, ...] = ()

    @property
    def systems(self) -> set[str]:
        """The operating systems on which anything can be trained."""
        return {each.os for each in self.platforms}

    @property
    def accelerators(self) -> set[str]:
        """The accelerators with which anything can be trained."""
        return {each.accelerator for each in self.platforms}


def screen(
    knowledge: Knowledge, firings: Sequence[Firing], situation: Situation
) -> tuple[tuple[str, ...], tuple[Excluded, ...]]:
    """Return the frameworks that remain, by id, and every exclusion with its rule."""
    excluded = [
        Excluded(
            framework.id,
            firing.rule,
            failure[0],
            knowledge.rules[firing.rule].claims,
            failure[1],
        )
        for firing in firings
        if (exclude := firing.effects.exclude) is not None
        for framework in knowledge.frameworks.values()
        if (failure := fails(exclude, framework, situation, knowledge.wording))
    ]
    excluded = [each for each in excluded if _counts(each, firings, excluded)]
    gone = {each.framework for each in excluded}
    remaining = tuple(sorted(set(knowledge.frameworks) - gone))
    return remaining, tuple(sorted(excluded, key=lambda each: each.framework))


def fails(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    """Return why a framework fails a hard requirement, if it does."""
    return _SCREENS[exclude.screen](exclude, framework, situation, wording)


def _counts(
    own: Excluded, firings: Sequence[Firing], every: Sequence[Excluded]
) -> bool:
    """Of a framework that did not exist yet, nothing else is worth telling."""
    absent = {
        each.rule
        for each in firings
        if each.effects.exclude is not None
        and each.effects.exclude.screen is Screen.NOT_RELEASED
    }
    return own.rule in absent or not any(
        each.rule in absent and each.framework == own.framework for each in every
    )


def _not_released(
    _: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    first = framework.first_release
    if first.date <= situation.as_of:
        return None
    return wording("engine.not-released", day=first.date.isoformat()), (first.source,)


def _status(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    phase = framework.phase_on(situation.as_of)
    if phase is None or phase.status not in exclude.status:
        return None
    status, day = term(phase.status, wording), phase.since.isoformat()
    return wording("engine.status", status=status, day=day), (phase.source,)


def _vendor(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    former = {
        each.vendor: each.source
        for each in framework.former_vendors
        if situation.as_of < each.until
    }
    backing = {
        **dict.fromkeys(framework.vendors, framework.maintainer.source),
        **former,
    }
    barred = sorted(set(backing).intersection(many(situation.facts, exclude.fact)))
    if not barred:
        return None
    reason = wording("engine.vendor", vendors=wording.series(barred))
    return reason, tuple(dict.fromkeys(backing[each] for each in barred))


def _scope(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    """Remove a specialised alternative from projects that are not wholly of its kind."""
    named = many(situation.facts, exclude.fact)
    outside = [each for each in named if each not in framework.scope]
    if not framework.scope or (named and not outside):
        return None
    scope, domains = wording.listed(framework.scope), wording.listed(outside)
    shown = (framework.maintainer.source,)
    if not outside:
        return wording("engine.scope", scope=scope), shown
    return wording("engine.scope-not-for", scope=scope, domains=domains), shown


def _platform(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    """Demand every operating system named, and each accelerator on at least one of them.

    A framework of which no platform was ever recorded cannot be judged and stays, and
    what no framework at all supported on the day says nothing about any of them.
    """
    if not framework.platforms:
        return None
    usable = [each for each in framework.platforms if each.holds_on(situation.as_of)]
    systems = _possible(many(situation.facts, exclude.fact), situation.systems)
    wanted = _possible(
        many(situation.facts, exclude.accelerators), situation.accelerators
    )
    on_these = [each for each in usable if not systems or each.os in systems]
    missing = [
        *(each for each in systems if each not in {own.os for own in usable}),
        *(each for each in wanted if each not in {own.accelerator for own in on_these}),
    ]
    if not missing:
        return None
    where = _where(missing, systems, wanted, wording)
    reason = wording("engine.platform", platforms=where)
    return reason, _ended(framework, missing, situation.as_of)


def _possible(named: Sequence[str], there: set[str]) -> list[str]:
    return [each for each in named if each in there]


def _where(
    missing: Sequence[str],
    systems: Sequence[str],
    wanted: Sequence[str],
    wording: Wording,
) -> str:
    chips = [each for each in missing if each in wanted]
    places = [each for each in missing if each not in wanted]
    if places or not systems:
        return wording.listed([*places, *chips])
    named, under = wording.listed(chips), wording.listed(systems)
    return wording("engine.under", accelerators=named, systems=under)


def _ended(
    framework: Framework, missing: Sequence[str], as_of: date
) -> tuple[str, ...]:
    """Return the sources of support that ended; what never was has no source to show."""
    over = [
        each.source
        for each in framework.platforms
        if {each.os, each.accelerator} & set(missing)
        and each.until is not None
        and each.until <= as_of
    ]
    return tuple(dict.fromkeys(over))


def _python(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    """Remove what does not run on a Python this new; an older one takes an older release."""
    answer = situation.facts.get(exclude.fact)
    support = newest(framework.python, situation.as_of)
    if answer is None or support is None:
        return None
    wanted = as_text(answer)
    if _version(wanted) <= _version(support.most):
        return None
    reason = wording("engine.python", most=support.most, wanted=wanted)
    return reason, (support.source,)


def _version(text: str) -> tuple[int, ...]:
    """Return major and minor; a patch release of Python never matters here."""
    return tuple(int(part) for part in text.split(".")[:2])


def _unreachable(
    exclude: Exclude, framework: Framework, situation: Situation, wording: Wording
) -> Failure | None:
    """Remove a framework from which no living path leads to a target.

    A target that no framework at all reaches says nothing about any of them.
    """
    reached = {each for own in situation.routes.values() for each in own}
    own = situation.routes.get(framework.id, {})
    missing = [
        each
        for each in targets_of(situation.facts)
        if each in reached and each not in own
    ]
    if exclude.fact not in situation.facts or not missing:
        return None
    return wording("engine.unreachable", targets=wording.listed(missing)), ()


_Screening = Callable[[Exclude, Framework, Situation, Wording], Failure | None]

_SCREENS: Mapping[Screen, _Screening] = {
    Screen.NOT_RELEASED: _not_released,
    Screen.STATUS: _status,
    Screen.VENDOR: _vendor,
    Screen.SCOPE: _scope,
    Screen.PLATFORM: _platform,
    Screen.PYTHON: _python,
    Screen.UNREACHABLE: _unreachable,
}
