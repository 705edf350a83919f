"""What other answers would change, as JSON."""

from advisor.model.comparison import Fate
from advisor.model.report import Ranked
from advisor.model.robustness import Cleared
from advisor.model.what_if import (
    Contest,
    MovedFramework,
    MovedWay,
    Setting,
    Step,
    WhatIf,
)
from advisor.render.json import excluded, result
from advisor.render.json_comparison import fate_fields
from advisor.render.json_text import SCHEMA, Json, number, plain


def differences(found: WhatIf) -> Json:
    """Return both recommendations, each as the contract has it, and what differs."""
    return {
        "schema": SCHEMA,
        "project": found.before.project,
        "as_of": found.before.as_of.isoformat(),
        "evidence": found.before.evidence.value,
        "changed": not found.is_moot,
        "set": [_step(each) for each in found.steps],
        "dropped": list(found.dropped),
        "contest": _contest(found.contest),
        "ranking": [_moved(each) for each in found.frameworks],
        "weights": [
            {
                "criterion": each.criterion,
                "before": number(each.before),
                "after": number(each.after),
            }
            for each in found.weights
        ],
        "rules": {"fired": list(found.fired), "silent": list(found.silent)},
        "claims": {"heard": list(found.heard), "unheard": list(found.unheard)},
        "excluded": [excluded(each) for each in found.excluded],
        "admitted": [excluded(each) for each in found.admitted],
        "paths": [_way(each) for each in found.ways],
        "before": result(found.before),
        "after": result(found.after),
    }


def _step(each: Step) -> Json:
    return {
        "name": each.name,
        "before": _setting(each.before),
        "after": _setting(each.after),
        "alone": {
            "verdict": each.outcome.verdict.value,
            "frameworks": list(each.outcome.frameworks),
            "lead": _number(each.lead),
        },
    }


def _setting(each: Setting) -> str | float | list[str] | None:
    """Return a setting as JSON; null where there is none."""
    if isinstance(each, Cleared):
        return None
    return each if isinstance(each, float) else plain(each)


def _contest(contest: Contest | None) -> Json | None:
    if contest is None:
        return None
    return {
        "framework": contest.framework,
        "rival": contest.rival,
        "before": _number(contest.before),
        "after": _number(contest.after),
    }


def _moved(each: MovedFramework) -> Json:
    return {
        "framework": each.framework,
        "before": _place(each.before, each.first_before),
        "after": _place(each.after, each.first_after),
    }


def _place(fate: Fate, first: float | None) -> Json:
    score = fate.score.value if isinstance(fate, Ranked) else None
    return {**fate_fields(fate), "score": _number(score), "first": _number(first)}


def _way(each: MovedWay) -> Json:
    return {
        "target": each.target,
        "before": None if each.before is None else each.before.path.id,
        "after": None if each.after is None else each.after.path.id,
    }


def _number(value: float | None) -> float | None:
    return None if value is None else number(value)
