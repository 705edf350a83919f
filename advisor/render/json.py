"""The result as JSON, version 1: a mapping written by hand, never a dump of classes."""

from advisor.model.knowledge import Knowledge
from advisor.model.report import (
    Excluded,
    Firing,
    Horizon,
    NotComputed,
    Ranked,
    Report,
    Weighting,
)
from advisor.model.route import Route
from advisor.model.rule import Effects, Rule
from advisor.model.score import Contribution, Score
from advisor.render.json_text import SCHEMA, Json, number


def result(report: Report) -> Json:
    """Return a recommendation as the contract's version 1."""
    chosen = report.recommendation
    return {
        "schema": SCHEMA,
        "project": report.project,
        "as_of": report.as_of.isoformat(),
        "evidence": report.evidence.value,
        "knowledge": {
            "version": report.knowledge_version,
            "digest": report.knowledge_digest,
        },
        "verdict": report.verdict.value,
        "summary": report.summary,
        "recommendation": None
        if chosen is None
        else {
            "framework": chosen.framework,
            "stack": list(chosen.stack),
            "summary": report.summary,
        },
        "weights": [_weighting(each) for each in report.weighting],
        "ranking": [_ranked(each) for each in report.ranking],
        "not_judged": [
            {"framework": each.framework, "reason": each.reason}
            for each in report.not_judged
        ],
        "excluded": [_excluded(each) for each in report.excluded],
        "paths": _paths(report),
        "unreached": list(report.unreached),
        "together": _together(report),
        "horizons": [_horizon(each) for each in report.horizons],
        "tipping_points": None,
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


def explanation(report: Report, knowledge: Knowledge, framework: str | None) -> Json:
    """Return the result together with every claim and rule that it names."""
    document = dict(result(report))
    claims = report.claims | {each.claim for each in report.set_aside}
    claims |= {c for each in report.trace for c in knowledge.rules[each.rule].claims}
    return {
        **document,
        "about": framework,
        "rules": [_rule(knowledge.rules[each.rule]) for each in report.trace],
        "claims": [_claim(each, knowledge) for each in sorted(claims)],
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "title": rule.title,
        "because": rule.because,
        "claims": list(rule.claims),
    }


def _claim(claim_id: str, knowledge: Knowledge) -> Json:
    claim = knowledge.claims[claim_id]
    source = knowledge.sources[claim.source]
    return {
        "id": claim.id,
        "criterion": knowledge.criterion_of[claim.id],
        "statement": claim.statement,
        "source": source.id,
        "source_title": source.title,
        "date": knowledge.date_of(claim).isoformat(),
        "lines": claim.lines,
        "confidence": claim.confidence.value,
    }


def _excluded(each: Excluded) -> Json:
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


def _ranked(each: Ranked) -> Json:
    match each.robustness:
        case NotComputed():
            acceptability = None
        case robustness:
            acceptability = [number(x) for x in robustness.rank_acceptability]
    return {
        "framework": each.framework,
        "rank": each.rank,
        "score": _score(each.score),
        "rank_acceptability": acceptability,
        "contributions": [_contribution(part) for part in each.score.contributions],
        "gaps": [gap.criterion for gap in each.score.gaps],
    }


def _score(score: Score) -> Json:
    return {
        "low": number(score.low),
        "value": number(score.value),
        "high": number(score.high),
    }


def _contribution(part: Contribution) -> Json:
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
        "facts": {
            name: list(each) if isinstance(each, tuple) else each
            for name, each in firing.facts.items()
        },
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
