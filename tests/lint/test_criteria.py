from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.criterion import HalfLife, Scale
from advisor.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"half_life": HalfLife(0, "x")}, "half-life.years: 0 is out of range"),
        ({"half_life": HalfLife(float("nan"), "x")}, "half-life.years: nan is out of"),
        ({"half_life": HalfLife(4, "")}, "half-life.because: empty"),
        ({"scale": Scale("", "x")}, "scale.worst: empty"),
        ({"scale": Scale("x", " ")}, "scale.best: empty"),
        ({"definition": ""}, "definition: empty"),
    ],
)
def test_a_broken_criterion_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("criteria", changed("criteria", "debugging", **fields))
    assert found.startswith(f"criterion:debugging {message}")
    assert len(found.splitlines()) == 1
