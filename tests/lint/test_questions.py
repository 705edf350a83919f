from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.question import Kind, Option

_TWICE = (Option("a", "A"), Option("a", "B"))


@pytest.mark.parametrize(
    ("id_", "fields", "message"),
    [
        ("goal", {"options": _TWICE}, "options: 'a' stands there twice"),
        ("goal", {"exclusive": ("none",)}, "exclusive: there is no option 'none'"),
        ("goal", {"options": ()}, "has no options"),
        ("goal", {"type": Kind.YES_NO}, "has options, which a question of kind yes-no"),
        ("goal", {"order": 20}, "order: 20 is taken by 'domain'"),
        ("python-version", {"pattern": "("}, "pattern: not a regular expression"),
        ("python-version", {"pattern": "a{99999999999999999999}"}, "pattern: not a"),
        ("python-version", {"pattern": "(" * 5000 + ")" * 5000}, "pattern: not a"),
        ("python-version", {"example": "three"}, "example: 'three' does not match"),
        (
            "python-version",
            {"example": "3.\u0661\u0662"},
            "example: '3.\u0661\u0662' does",
        ),
    ],
)
def test_a_broken_question_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    id_: str,
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("questions", changed("questions", id_, **fields))
    assert f"question:{id_} {message}" in found
    assert len(found.splitlines()) == 1
