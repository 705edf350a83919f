"""JSON Schema (2020-12) of profile files and of JSON results."""

from collections.abc import Sequence
from typing import Any

from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.question import Kind, Question
from advisor.model.report import Verdict
from advisor.render.schema_gate import gate_schema
from advisor.render.schema_parts import (
    DIALECT,
    NUMBER,
    SHARE,
    TEXT,
    TEXTS,
    Schema,
    list_of,
    or_null,
    record,
)
from advisor.render.schema_robustness import (
    NEAR_MISSES,
    NO_TIPPING_POINTS,
    ROBUSTNESS,
    TIPPING_POINTS,
)


def profile_schema(knowledge: Knowledge) -> Schema:
    """Describe profile files; options come from the questionnaire."""
    scored = sorted(each.id for each in knowledge.scored())
    answers = {
        question.id: _question(question, scored) for question in knowledge.interview()
    }
    importance = {"type": "number", "minimum": 0, "maximum": 1000}
    unknown = {
        "type": "array",
        "items": {"enum": sorted(knowledge.questions)},
        "uniqueItems": True,
    }
    settings: dict[str, Schema] = {
        "project": {"type": "string", "maxLength": 200},
        "as-of": {"type": "string", "format": "date"},
        "knowledge": {"type": "string", "maxLength": 200},
        "answers": _settings(answers),
        "weights": _settings(dict.fromkeys(scored, importance)),
        "allow-retired": {"type": "boolean"},
        "unknown": unknown,
        "gate": gate_schema(sorted(knowledge.frameworks)),
    }
    optional = {name: or_null(each) for name, each in settings.items()}
    return {
        "$schema": DIALECT,
        "title": "advisor profile",
        **record({"schema": {"const": 1}, **optional}, required=("schema",)),
    }


def result_schema() -> Schema:
    """Describe the JSON result, version 1. Later versions only add keys."""
    properties = {
        "schema": {"const": 1},
        "project": TEXT,
        "as_of": {"type": "string", "format": "date"},
        "evidence": {"enum": [each.value for each in Evidence]},
        "knowledge": record({"version": TEXT, "digest": TEXT}),
        "verdict": {"enum": [each.value for each in Verdict]},
        "summary": TEXT,
        "recommendation": _recommendation(),
        "weights": list_of(_weighting()),
        "ranking": list_of(_ranked()),
        "not_judged": list_of(record({"framework": TEXT, "reason": TEXT})),
        "excluded": list_of(_excluded()),
        "paths": list_of(_route()),
        "unreached": TEXTS,
        "together": {"anyOf": [_pair(), {"type": "null"}]},
        "horizons": list_of(_horizon()),
        "tipping_points": TIPPING_POINTS,
        "no_tipping_points": NO_TIPPING_POINTS,
        "robustness": ROBUSTNESS,
        "set_aside": list_of(_set_aside()),
        "open_questions": TEXTS,
        "unknown": list_of(record({"question": TEXT, "matters": {"type": "boolean"}})),
        "idle_answers": TEXTS,
        "trace": list_of(
            record({"rule": TEXT, "facts": {"type": "object"}, "effects": TEXTS})
        ),
        "near_misses": NEAR_MISSES,
    }
    return {"$schema": DIALECT, "title": "advisor result", **record(properties)}


def _question(question: Question, scored: list[str]) -> Schema:
    about = {"title": question.title, "description": question.help}
    options = [option.id for option in question.options]
    match question.type:
        case Kind.ONE:
            return {**about, "enum": options}
        case Kind.MANY:
            return {**about, **_some_of(options, question.exclusive)}
        case Kind.CRITERIA:
            return {**about, **_some_of(scored, ())}
        case Kind.YES_NO:
            return {**about, "type": "boolean"}
        case Kind.TEXT:
            pattern = f"^(?:{question.pattern})$" if question.pattern else ""
            return {**about, "type": "string", "pattern": pattern}


def _some_of(options: list[str], exclusive: Sequence[str]) -> Schema:
    several: dict[str, Any] = {  # Any: JSON values
        "type": "array",
        "items": {"enum": options},
        "minItems": 1,
        "uniqueItems": True,
    }
    if exclusive:
        combined = {"minItems": 2, "contains": {"enum": list(exclusive)}}
        several["not"] = combined
    return {"anyOf": [several, {"enum": options}]}


def _settings(properties: Schema) -> Schema:
    """Describe a table whose keys may all be absent, or there without a value."""
    return record(
        {name: or_null(each) for name, each in properties.items()}, required=()
    )


def _ranked() -> Schema:
    score = record(dict.fromkeys(("low", "value", "high"), SHARE))
    contribution = record(
        {
            "criterion": TEXT,
            **dict.fromkeys(("weight", "value", "low", "high"), SHARE),
            "claims": TEXTS,
        }
    )
    open_share = record({"criterion": TEXT, "weight": SHARE, "value": SHARE})
    return record(
        {
            "framework": TEXT,
            "rank": {"type": "integer", "minimum": 1},
            "score": score,
            "rank_acceptability": {
                "type": ["array", "null"],
                "items": SHARE,
                "description": "null: weights and intervals were not sampled",
            },
            "contributions": list_of(contribution),
            "gaps": TEXTS,
            "open_shares": {
                **list_of(open_share),
                "description": "what the gaps add to the score, with the value of the "
                "neutral middle; with the contributions it makes up the score",
            },
        }
    )


def _route() -> Schema:
    return record(
        {
            **dict.fromkeys(("target", "path", "format", "runtime"), TEXT),
            "maturity": {"enum": [each.value for each in Maturity]},
            "since": {"type": "string", "format": "date"},
            **dict.fromkeys(
                ("steps", "through", "claims", "sources", "misses", "others"), TEXTS
            ),
        }
    )


def _pair() -> Schema:
    return record({"frameworks": TEXTS, "targets": list_of(TEXTS)})


def _horizon() -> Schema:
    return record(
        {
            "horizon": TEXT,
            "verdict": {"enum": [each.value for each in Verdict]},
            "framework": {"type": ["string", "null"]},
        }
    )


def _recommendation() -> Schema:
    chosen = record({"framework": TEXT, "stack": TEXTS, "summary": TEXT})
    return {"anyOf": [chosen, {"type": "null"}]}


def _weighting() -> Schema:
    maybe = {"type": ["number", "null"]}
    return record(
        {
            "criterion": TEXT,
            "weight": SHARE,
            "rules": {"type": "object", "additionalProperties": NUMBER},
            "priority": NUMBER,
            "stated": maybe,
            "enough": maybe,
        }
    )


def _excluded() -> Schema:
    return record(
        {
            "framework": TEXT,
            "rule": TEXT,
            "reason": TEXT,
            "claims": TEXTS,
            "sources": TEXTS,
        }
    )


def _set_aside() -> Schema:
    return record(
        {
            "claim": TEXT,
            "superseded_by": {"type": ["string", "null"]},
            "reason": TEXT,
        }
    )
