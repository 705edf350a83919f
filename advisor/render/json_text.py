"""JSON as it is written: one style for every document."""

import json
from collections.abc import Mapping
from typing import Any

SCHEMA = 1
Json = Mapping[str, Any]  # Any: JSON values
_DIGITS = 6


def render(document: Json) -> str:
    """Write a mapping as JSON: same mapping, same bytes, ends in a line feed."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def number(value: float) -> float:
    """Round what is worked out; more digits would be noise."""
    return round(value, _DIGITS)
