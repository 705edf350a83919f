"""Deciding twice, and telling what differs."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from advisor.engine.appraise import PLACES
from advisor.engine.compare import fate
from advisor.engine.recommend import recommend
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.report import Excluded, Report
from advisor.model.route import Route
from advisor.model.what_if import (
    Contest,
    MovedFramework,
    MovedWay,
    MovedWeight,
    Step,
    Supposition,
    WhatIf,
    outcome_of,
    setting_of,
)


def what_if(
    knowledge: Knowledge, supposed: Supposition, as_of: date, evidence: Evidence
) -> WhatIf:
    """Decide for a profile as it is, as it would be, and with each setting alone."""
    decide = partial(recommend, knowledge, as_of=as_of, evidence=evidence)
    before, after = decide(supposed.before), decide(supposed.after)
    contest = _contest(before, after)
    rules_before = {each.rule for each in before.trace}
    rules_after = {each.rule for each in after.trace}
    claims_before, claims_after = _heard(before, contest), _heard(after, contest)
    return WhatIf(
        before=before,
        after=after,
        steps=tuple(
            _step(
                name,
                supposed,
                after if profile == supposed.after else decide(profile),
                contest,
            )
            for name, profile in supposed.alone.items()
        ),
        dropped=supposed.dropped,
        contest=contest,
        frameworks=tuple(_frameworks(before, after)),
        weights=_weights(before, after),
        fired=tuple(sorted(rules_after - rules_before)),
        silent=tuple(sorted(rules_before - rules_after)),
        heard=_only(claims_after, claims_before),
        unheard=_only(claims_before, claims_after),
        excluded=_only_excluded(after, before),
        admitted=_only_excluded(before, after),
        ways=tuple(_ways(before, after)),
    )


def _contest(before: Report, after: Report) -> Contest | None:
    now = [each.framework for each in after.ranking]
    once = [each.framework for each in before.ranking]
    pair = list(dict.fromkeys((*now[:1], *once[:1], *now[1:], *once[1:])))[:2]
    if len(pair) < 2:
        return None
    first, rival = pair
    return Contest(
        first, rival, _lead(before, first, rival), _lead(after, first, rival)
    )


def _lead(report: Report, framework: str, rival: str) -> float | None:
    values = {each.framework: each.score.value for each in report.ranking}
    if framework not in values or rival not in values:
        return None
    return values[framework] - values[rival]


def _step(
    name: str, supposed: Supposition, alone: Report, contest: Contest | None
) -> Step:
    return Step(
        name=name,
        before=setting_of(supposed.before, name),
        after=setting_of(supposed.after, name),
        outcome=outcome_of(alone),
        lead=None
        if contest is None
        else _lead(alone, contest.framework, contest.rival),
    )


def _frameworks(before: Report, after: Report) -> Iterator[MovedFramework]:
    every = [each.framework for each in (*after.ranking, *before.ranking)]
    for each in dict.fromkeys(every):
        yield MovedFramework(
            each,
            fate(each, before),
            fate(each, after),
            _first(each, before),
            _first(each, after),
        )


def _first(framework: str, report: Report) -> float | None:
    found = report.sampled.of(framework)
    return None if found is None else found.first


def _weights(before: Report, after: Report) -> tuple[MovedWeight, ...]:
    once = {each.criterion: each.weight for each in before.weighting}
    now = {each.criterion: each.weight for each in after.weighting}
    moves = {
        each: round(now.get(each, 0.0) - once.get(each, 0.0), PLACES)
        for each in {*once, *now}
    }
    ordered = sorted(moves, key=lambda each: (-abs(moves[each]), each))
    return tuple(
        MovedWeight(each, once.get(each, 0.0), now.get(each, 0.0))
        for each in ordered
        if moves[each]
    )


def _heard(report: Report, contest: Contest | None) -> Mapping[str, float]:
    """Return how much each claim counts in the ranking, at most.

    What is said of the two in contest comes before all else: 1 higher, for no product of
    two weights is more.
    """
    pair = () if contest is None else (contest.framework, contest.rival)
    counts: dict[str, float] = {}
    for ranked in report.ranking:
        apart = 1.0 if ranked.framework in pair else 0.0
        for part in ranked.score.contributions:
            for said in part.performance.testimonies:
                own = apart + part.weight * said.weight
                counts[said.claim] = max(own, counts.get(said.claim, 0.0))
    return counts


def _only(own: Mapping[str, float], other: Mapping[str, float]) -> tuple[str, ...]:
    """Return the claims that the other has not, weightiest first."""
    only = own.keys() - other.keys()
    return tuple(sorted(only, key=lambda each: (-round(own[each], PLACES), each)))


def _only_excluded(own: Report, other: Report) -> tuple[Excluded, ...]:
    """Return why those are excluded that the other does not exclude at all."""
    there = {each.framework for each in other.excluded}
    return tuple(each for each in own.excluded if each.framework not in there)


def _ways(before: Report, after: Report) -> Iterator[MovedWay]:
    once, now = _recommended(before), _recommended(after)
    for target in dict.fromkeys((*now, *once)):
        was, is_ = once.get(target), now.get(target)
        if (was and was.path.id) != (is_ and is_.path.id):
            yield MovedWay(target, was, is_)


def _recommended(report: Report) -> Mapping[str, Route]:
    chosen = report.recommendation
    return {} if chosen is None else report.routes.get(chosen.framework, {})
