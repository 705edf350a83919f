"""JSON as it is written: one style for every document."""

import json
from collections.abc import Mapping
from typing import Any

from advisor.model.performance import Known
from advisor.model.question import Answer
from advisor.model.score import Score

SCHEMA = 1
Json = Mapping[str, Any]  # Any: JSON values
_DIGITS = 6


def render(document: Json) -> str:
    """Write a mapping as JSON: same mapping, same bytes, ends in a line feed."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def number(value: float) -> float:
    """Round what is worked out; more digits would be noise."""
    return round(value, _DIGITS)


def interval(own: Score | Known) -> Json:
    """Return a score or a performance with its bounds."""
    return {
        "low": number(own.low),
        "value": number(own.value),
        "high": number(own.high),
    }


def plain(answer: Answer) -> str | bool | list[str]:
    """Return an answer as a profile in JSON has it."""
    return list(answer) if isinstance(answer, tuple) else answer
