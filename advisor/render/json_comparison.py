"""Frameworks side by side as JSON."""

from advisor.model.comparison import ComparedCriterion, Comparison, Fate, Judged
from advisor.model.performance import Gap, Known, Performance
from advisor.model.report import NotJudged, Ranked
from advisor.render.json import excluded
from advisor.render.json_text import SCHEMA, Json, interval, number


def comparison(compared: Comparison) -> Json:
    """Return frameworks side by side as JSON; all lists are in their order.

    `judged` and `contributions` are null without a profile.
    """
    weighted = compared.project is not None
    return {
        "schema": SCHEMA,
        "frameworks": list(compared.frameworks),
        "project": compared.project,
        "as_of": compared.as_of.isoformat(),
        "evidence": compared.evidence.value,
        "judged": [_judged(e) for e in compared.judged] if weighted else None,
        "ranked": compared.ranked if weighted else None,
        "criteria": [_compared(each, compared) for each in compared.rows],
    }


def _judged(each: Judged) -> Json:
    return {
        "framework": each.framework,
        "score": interval(each.score),
        **fate_fields(each.fate),
    }


def fate_fields(fate: Fate) -> Json:
    """Return what became of a framework: its rank, or why it has none."""
    return {
        "rank": fate.rank if isinstance(fate, Ranked) else None,
        "not_judged": fate.reason if isinstance(fate, NotJudged) else None,
        "excluded": list(map(excluded, fate)) if isinstance(fate, tuple) else [],
    }


def _compared(each: ComparedCriterion, compared: Comparison) -> Json:
    amounts = [own.score.amounts.get(each.criterion, 0.0) for own in compared.judged]
    return {
        "criterion": each.criterion,
        "weight": None if each.weight is None else number(each.weight),
        "performances": [_performance(own) for own in each.performances],
        "contributions": None if each.weight is None else list(map(number, amounts)),
        "ahead": list(each.ahead),
    }


def _performance(performance: Performance) -> Json | None:
    match performance:
        case Known():
            return {
                **interval(performance),
                "claims": sorted(each.claim for each in performance.testimonies),
            }
        case Gap():
            return None
