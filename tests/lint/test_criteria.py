from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.criterion import HalfLife, Measure, Scale, Shape
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
        (
            {"scale": Scale("x", "y", Measure("MB", 5, 5))},
            "scale.measure: worst and best are the same",
        ),
        (
            {"scale": Scale("x", "y", Measure("MB", 5, 0, Shape.LOGARITHMIC))},
            "scale.measure: a logarithmic scale begins above zero",
        ),
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


@pytest.mark.parametrize(
    "measure",
    [
        Measure("MB", 5, 0),
        Measure("MB", 0, 5),
        Measure("MB", 5000, 5, Shape.LOGARITHMIC),
        Measure("°C", -5, 5),
    ],
)
def test_a_measure_may_run_either_way(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    measure: Measure,
) -> None:
    scale = Scale("x", "y", measure)
    assert said("criteria", changed("criteria", "debugging", scale=scale)) == ""


@pytest.mark.parametrize(
    ("criterion", "derived", "message"),
    [
        ("debugging", True, "derived: nothing works it out"),
        ("deployment-path", False, "derived: missing"),
    ],
)
def test_a_criterion_is_derived_exactly_where_something_derives_it(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    criterion: str,
    derived: bool,
    message: str,
) -> None:
    found = said("criteria", changed("criteria", criterion, derived=derived))
    assert found.startswith(f"criterion:{criterion} {message}")
