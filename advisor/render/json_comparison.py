"""Two frameworks side by side as JSON."""

from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.performance import Gap, Known, Performance
from advisor.render.json_text import SCHEMA, Json, number


def comparison(compared: Comparison) -> Json:
    """Return two frameworks side by side as JSON."""
    return {
        "schema": SCHEMA,
        "frameworks": [compared.first, compared.second],
        "project": compared.project,
        "as_of": compared.as_of.isoformat(),
        "evidence": compared.evidence.value,
        "criteria": [_compared(each) for each in compared.rows],
    }


def _compared(each: ComparedCriterion) -> Json:
    return {
        "criterion": each.criterion,
        "weight": None if each.weight is None else number(each.weight),
        "performances": [_performance(each.first), _performance(each.second)],
    }


def _performance(performance: Performance) -> Json | None:
    match performance:
        case Known():
            return {
                "low": number(performance.low),
                "value": number(performance.value),
                "high": number(performance.high),
                "claims": sorted(each.claim for each in performance.testimonies),
            }
        case Gap():
            return None
