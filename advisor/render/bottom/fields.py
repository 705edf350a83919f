"""A deep view as JSON."""

from typing import assert_never

from advisor.model.condition import values_of
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known, Performance
from advisor.model.report import Report, Weighting
from advisor.model.robustness import Challenge
from advisor.model.trace import (
    ClaimTrace,
    CountingClaim,
    CriterionTrace,
    Factors,
    Heard,
    NotBearing,
    Order,
    ProjectStanding,
    RuleTrace,
    Trace,
    Tried,
    Unanswered,
    Weightless,
)
from advisor.render.json import head
from advisor.render.json_comparison import fate_fields
from advisor.render.json_explanation import claim_fields
from advisor.render.json_robustness import stable_weight
from advisor.render.json_text import Json, interval, number, plain
from advisor.render.records.parts import standing_fields


def bottom_fields(trace: Trace, report: Report, knowledge: Knowledge) -> Json:
    """Return a claim, a rule or a criterion in one report as JSON."""
    return {
        **head(report),
        **_fields(trace, report, knowledge),
    }


def _fields(trace: Trace, report: Report, knowledge: Knowledge) -> Json:
    match trace:
        case ClaimTrace():
            return _claim(trace, knowledge)
        case RuleTrace():
            return _rule(trace)
        case CriterionTrace():
            return _criterion(trace, report)
        case _:
            assert_never(trace)


def _claim(trace: ClaimTrace, knowledge: Knowledge) -> Json:
    return {
        "kind": "claim",
        **claim_fields(trace.claim, knowledge),
        "standing": _standing(trace.standing),
        "performances": {each: number(said) for each, said in trace.says.items()},
        "weights": {each: _factors(own) for each, own in trace.alone.items()},
        "cells": [
            {
                "framework": each.framework,
                "criterion": each.criterion,
                "weight": number(each.weight),
                "heard": _heard(each.heard),
                "now": _performance(each.now),
                "without": _performance(each.without),
            }
            for each in trace.cells
        ],
        "rules": [{"rule": each.rule, "fired": each.fired} for each in trace.rules],
        "now": _order(trace.now),
        "without": _order(trace.without),
    }


def _rule(trace: RuleTrace) -> Json:
    return {
        "kind": "rule",
        "id": trace.rule,
        "fired": trace.fired,
        "condition": trace.truth.value,
        "borne_out": trace.borne_out,
        "tests": [_tried(each) for each in trace.tests],
        "claims": [_counting(each) for each in trace.claims],
        "excluded": list(trace.excluded),
        "weights": [
            {
                "criterion": each.criterion,
                "now": number(each.now),
                "otherwise": number(each.otherwise),
            }
            for each in trace.moved
        ],
        "now": _order(trace.now),
        "otherwise": _order(trace.otherwise),
    }


def _criterion(trace: CriterionTrace, report: Report) -> Json:
    own = trace.weighting
    return {
        "kind": "criterion",
        "id": trace.criterion,
        "weight": number(own.weight) if isinstance(own, Weighting) else 0.0,
        "rules": dict(own.rules) if isinstance(own, Weighting) else {},
        "priority": own.priority if isinstance(own, Weighting) else 0.0,
        "stated": own.stated if isinstance(own, Weighting) else None,
        "enough": own.enough if isinstance(own, Weighting) else None,
        "stable": _stable(trace.criterion, report),
        "cells": [
            {
                "framework": each.framework,
                **fate_fields(each.fate),
                "performance": _performance(each.performance),
                "heard": [_heard(said) for said in each.heard],
            }
            for each in trace.cells
        ],
        "not_heard": [_counting(each) for each in trace.silent],
        "contradictions": [
            {
                "contradiction": each.contradiction,
                "leading": each.leading,
                "sides": [
                    {
                        "position": side.position,
                        "weight": number(side.weight),
                        "in_force": list(side.in_force),
                        "set_aside": list(side.set_aside),
                    }
                    for side in each.sides
                ],
            }
            for each in trace.contradictions
        ],
        "now": _order(trace.now),
        "without": _order(trace.without),
    }


def _stable(criterion: str, report: Report) -> Json | None:
    """Return between which weights the first stays first; None: not worked out."""
    if not isinstance(report.challenge, Challenge):
        return None
    every = (e for e in report.challenge.stable_weights if e.criterion == criterion)
    return next(map(stable_weight, every), None)


def _standing(standing: ProjectStanding) -> Json:
    match standing:
        case NotBearing(tests):
            return {"state": "not-bearing", "tests": [_tried(e) for e in tests]}
        case Weightless():
            return {"state": "weightless"}
        case _:
            return standing_fields(standing)


def _counting(each: CountingClaim) -> Json:
    return {"claim": each.claim, "standing": _standing(each.standing)}


def _tried(each: Tried) -> Json:
    answer = each.answer
    return {
        "fact": each.test.fact,
        "values": list(values_of(each.test)),
        "negated": each.negated,
        "outcome": each.truth.value,
        "answer": None if isinstance(answer, Unanswered) else plain(answer),
    }


def _heard(each: Heard) -> Json:
    return {
        "claim": each.claim,
        "performance": number(each.performance),
        **_factors(each.factors),
    }


def _factors(factors: Factors) -> Json:
    return {
        "weight": number(factors.weight),
        "reliability": number(factors.reliability),
        "confidence": number(factors.confidence),
        "freshness": number(factors.freshness),
        "age_years": number(factors.age),
        "half_life_years": number(factors.half_life),
        "share": number(factors.share),
        "specificity": number(factors.specificity),
    }


def _performance(performance: Performance) -> Json | None:
    return interval(performance) if isinstance(performance, Known) else None


def _order(order: Order) -> Json:
    return {
        "verdict": order.verdict.value,
        "ranking": [
            {
                "framework": each.framework,
                "rank": each.rank,
                "score": number(each.score),
            }
            for each in order.places
        ],
    }
