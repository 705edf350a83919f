"""The result as JSON, version 1: a mapping written by hand, never a dump of classes."""

from advisor.model.report import (
    Excluded,
    Firing,
    Horizon,
    Ranked,
    Report,
    Weighting,
)
from advisor.model.robustness import Sampled
from advisor.model.route import Route
from advisor.model.rule import Effects
from advisor.model.score import Contribution, OpenShare
from advisor.render.json_robustness import (
    near_miss,
    no_tipping_points,
    robustness,
    tipping_points,
)
from advisor.render.json_text import SCHEMA, Json, interval, number, plain


def result(report: Report) -> Json:
    """Return a recommendation as the contract's version 1."""
    return {
        **head(report),
        "verdict": report.verdict.value,
        "summary": report.summary,
        "recommendation": _recommendation(report),
        "weights": [_weighting(each) for each in report.weighting],
        "ranking": [_ranked(each, report.sampled) for each in report.ranking],
        "not_judged": [
            {"framework": each.framework, "reason": each.reason}
            for each in report.not_judged
        ],
        "excluded": [excluded(each) for each in report.excluded],
        "paths": _paths(report),
        "unreached": list(report.unreached),
        "together": _together(report),
        "horizons": [_horizon(each) for each in report.horizons],
        "tipping_points": tipping_points(report),
        "no_tipping_points": no_tipping_points(report),
        "robustness": robustness(report),
        "set_aside": [
            {
                "claim": each.claim,
                "superseded_by": each.superseded_by,
                "reason": each.reason,
            }
            for each in report.set_aside
        ],
        "open_questions": list(report.open_questions),
        "unknown": [
            {"question": each.question, "matters": each.matters}
            for each in report.unknown
        ],
        "idle_answers": list(report.idle_answers),
        "trace": [_firing(each) for each in report.trace],
        "near_misses": [near_miss(each) for each in report.near_misses],
    }


def head(report: Report) -> Json:
    """Return which report this is, and what it rests on."""
    return {
        "schema": SCHEMA,
        "project": report.project,
        "as_of": report.as_of.isoformat(),
        "evidence": report.evidence.value,
        "knowledge": {
            "version": report.knowledge_version,
            "digest": report.knowledge_digest,
        },
    }


def _recommendation(report: Report) -> Json | None:
    chosen = report.recommendation
    if chosen is None:
        return None
    return {
        "framework": chosen.framework,
        "stack": list(chosen.stack),
        "summary": report.summary,
    }


def _paths(report: Report) -> list[Json]:
    """Return the way to each target from the recommended framework."""
    chosen = report.recommendation
    routes = report.routes.get(chosen.framework, {}) if chosen is not None else {}
    return [_route(each) for each in routes.values()]


def _route(route: Route) -> Json:
    path, milestone = route.path, route.milestone
    return {
        "target": route.target,
        "path": path.id,
        "steps": list(path.steps),
        "format": path.format,
        "through": list(path.through),
        "runtime": path.runtime,
        "maturity": milestone.maturity.value,
        "since": milestone.since.isoformat(),
        "claims": list(route.claims),
        "sources": [milestone.source],
        "misses": list(route.misses),
        "others": list(route.others),
    }


def _together(report: Report) -> Json | None:
    pair = report.together
    if pair is None:
        return None
    return {
        "frameworks": [pair.first, pair.second],
        "targets": [list(pair.first_targets), list(pair.second_targets)],
    }


def _horizon(horizon: Horizon) -> Json:
    return {
        "horizon": horizon.horizon,
        "verdict": horizon.verdict.value,
        "framework": horizon.framework or None,
    }


def excluded(each: Excluded) -> Json:
    """Return who was excluded, by which rule, why, and what shows it."""
    return {
        "framework": each.framework,
        "rule": each.rule,
        "reason": each.reason,
        "claims": list(each.claims),
        "sources": list(each.sources),
    }


def _weighting(each: Weighting) -> Json:
    return {
        "criterion": each.criterion,
        "weight": number(each.weight),
        "rules": dict(sorted(each.rules.items())),
        "priority": each.priority,
        "stated": each.stated,
        "enough": each.enough,
    }


def _ranked(each: Ranked, sampled: Sampled) -> Json:
    came = sampled.of(each.framework)
    return {
        "framework": each.framework,
        "rank": each.rank,
        "score": interval(each.score),
        "rank_acceptability": None
        if came is None
        else [number(share) for share in came.ranks],
        "contributions": [contribution(part) for part in each.score.contributions],
        "gaps": [gap.criterion for gap in each.score.gaps],
        "open_shares": [_open_share(gap) for gap in each.score.gaps],
    }


def _open_share(gap: OpenShare) -> Json:
    """Return what a gap adds to a score: its weight at the neutral middle."""
    return {
        "criterion": gap.criterion,
        "weight": number(gap.weight),
        "value": number(gap.value),
    }


def contribution(part: Contribution) -> Json:
    """Return an addend of a score with the claims behind it."""
    return {
        "criterion": part.criterion,
        "weight": number(part.weight),
        "value": number(part.value),
        "low": number(part.low),
        "high": number(part.high),
        "claims": sorted(each.claim for each in part.performance.testimonies),
    }


def _firing(firing: Firing) -> Json:
    return {
        "rule": firing.rule,
        "facts": {name: plain(each) for name, each in firing.facts.items()},
        "effects": _effects(firing.effects),
    }


def _effects(effects: Effects) -> list[str]:
    lines = [
        f"raise {name} {amount:g}" for name, amount in (effects.raise_ or {}).items()
    ]
    lines += [
        f"enough {name} {level:g}" for name, level in (effects.enough or {}).items()
    ]
    lines += [f"derive {flag}" for flag in effects.derive]
    if effects.exclude is not None:
        lines.append(f"exclude {effects.exclude.screen.value}")
    return lines
