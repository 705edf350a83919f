"""What JSON Schemas are made of."""

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]  # Any: JSON values

DIALECT = "https://json-schema.org/draft/2020-12/schema"

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
TEXTS: Schema = {"type": "array", "items": TEXT}
SHARE: Schema = {"type": "number", "minimum": 0, "maximum": 1}
COUNT: Schema = {"type": "integer", "minimum": 0}


def record(properties: Schema, required: tuple[str, ...] | None = None) -> Schema:
    """Describe a mapping with these keys and no others; all required if none is named."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties if required is None else required),
        "additionalProperties": False,
    }


def list_of(items: Schema) -> Schema:
    """Describe a list."""
    return {"type": "array", "items": items}


def map_of(values: Schema) -> Schema:
    """Describe a mapping from ids."""
    return {"type": "object", "additionalProperties": values}


def described(schema: Schema, text: str) -> Schema:
    """Say what a value means, for whoever reads the schema or hovers over a key."""
    return {**schema, "description": text}


def or_null(schema: Schema, why: str = "") -> Schema:
    """Allow null as well; `why` says what it means."""
    told = {"description": f"null: {why}"} if why else {}
    if "enum" in schema:
        return {**schema, "enum": [*schema["enum"], None], **told}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": "null"}], **told}
    return {**schema, "type": [schema["type"], "null"], **told}
