"""JSON Schema (2020-12) of profile files and of JSON results."""

from collections.abc import Mapping, Sequence
from typing import Any

from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.question import Kind, Question
from advisor.model.report import Verdict

Schema = Mapping[str, Any]  # Any: JSON values

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "number"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}


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
        "gate": _settings({"framework": {"enum": sorted(knowledge.frameworks)}}),
    }
    optional = {name: _or_null(each) for name, each in settings.items()}
    return {
        "$schema": _DIALECT,
        "title": "advisor profile",
        **_record({"schema": {"const": 1}, **optional}, required=("schema",)),
    }


def result_schema() -> Schema:
    """Describe the JSON result, version 1. Later versions only add keys."""
    properties = {
        "schema": {"const": 1},
        "project": _TEXT,
        "as_of": {"type": "string", "format": "date"},
        "evidence": {"enum": [each.value for each in Evidence]},
        "knowledge": _record({"version": _TEXT, "digest": _TEXT}),
        "verdict": {"enum": [each.value for each in Verdict]},
        "summary": _TEXT,
        "recommendation": _recommendation(),
        "weights": _list(_weighting()),
        "ranking": _list(_ranked()),
        "not_judged": _list(_record({"framework": _TEXT, "reason": _TEXT})),
        "excluded": _list(_excluded()),
        "paths": _list(_route()),
        "unreached": _TEXTS,
        "together": {"anyOf": [_pair(), {"type": "null"}]},
        "horizons": _list(_horizon()),
        "tipping_points": {
            "type": ["array", "null"],
            "description": "null: tipping points were not searched for",
        },
        "set_aside": _list(_set_aside()),
        "open_questions": _TEXTS,
        "unknown": _list(_record({"question": _TEXT, "matters": {"type": "boolean"}})),
        "idle_answers": _TEXTS,
        "trace": _list(
            _record({"rule": _TEXT, "facts": {"type": "object"}, "effects": _TEXTS})
        ),
    }
    return {"$schema": _DIALECT, "title": "advisor result", **_record(properties)}


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
    return _record(
        {name: _or_null(each) for name, each in properties.items()}, required=()
    )


def _or_null(schema: Schema) -> Schema:
    """Allow a key without a value, which means the same as its absence."""
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def _record(properties: Schema, required: tuple[str, ...] | None = None) -> Schema:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _ranked() -> Schema:
    score = _record(dict.fromkeys(("low", "value", "high"), _SHARE))
    contribution = _record(
        {
            "criterion": _TEXT,
            **dict.fromkeys(("weight", "value", "low", "high"), _SHARE),
            "claims": _TEXTS,
        }
    )
    return _record(
        {
            "framework": _TEXT,
            "rank": {"type": "integer", "minimum": 1},
            "score": score,
            "rank_acceptability": {
                "type": ["array", "null"],
                "items": _SHARE,
                "description": "null: weights and intervals were not sampled",
            },
            "contributions": _list(contribution),
            "gaps": _TEXTS,
        }
    )


def _route() -> Schema:
    return _record(
        {
            **dict.fromkeys(("target", "path", "format", "runtime"), _TEXT),
            "maturity": {"enum": [each.value for each in Maturity]},
            "since": {"type": "string", "format": "date"},
            **dict.fromkeys(
                ("steps", "through", "claims", "sources", "misses", "others"), _TEXTS
            ),
        }
    )


def _pair() -> Schema:
    return _record({"frameworks": _TEXTS, "targets": _list(_TEXTS)})


def _horizon() -> Schema:
    return _record(
        {
            "horizon": _TEXT,
            "verdict": {"enum": [each.value for each in Verdict]},
            "framework": {"type": ["string", "null"]},
        }
    )


def _recommendation() -> Schema:
    chosen = _record({"framework": _TEXT, "stack": _TEXTS, "summary": _TEXT})
    return {"anyOf": [chosen, {"type": "null"}]}


def _weighting() -> Schema:
    maybe = {"type": ["number", "null"]}
    return _record(
        {
            "criterion": _TEXT,
            "weight": _SHARE,
            "rules": {"type": "object", "additionalProperties": _NUMBER},
            "priority": _NUMBER,
            "stated": maybe,
            "enough": maybe,
        }
    )


def _excluded() -> Schema:
    return _record(
        {
            "framework": _TEXT,
            "rule": _TEXT,
            "reason": _TEXT,
            "claims": _TEXTS,
            "sources": _TEXTS,
        }
    )


def _set_aside() -> Schema:
    return _record(
        {
            "claim": _TEXT,
            "superseded_by": {"type": ["string", "null"]},
            "reason": _TEXT,
        }
    )
