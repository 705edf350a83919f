from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.model.constants import (
    ConfidenceTable,
    Constant,
    LevelTable,
    MaturityTable,
    Series,
    StrengthTable,
)
from advisor.model.evidence import Confidence, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.system import Level

_Part = Constant | Series | StrengthTable | ConfidenceTable | MaturityTable | LevelTable


def _strengths(weak: float, moderate: float, strong: float) -> StrengthTable:
    return StrengthTable(
        {Strength.WEAK: weak, Strength.MODERATE: moderate, Strength.STRONG: strong}, "x"
    )


def _confidences(low: float, medium: float, high: float) -> ConfidenceTable:
    return ConfidenceTable(
        {Confidence.LOW: low, Confidence.MEDIUM: medium, Confidence.HIGH: high}, "x"
    )


def _maturities(legacy: float, preview: float, production: float) -> MaturityTable:
    values = {
        Maturity.LEGACY: legacy,
        Maturity.PREVIEW: preview,
        Maturity.PRODUCTION: production,
    }
    return MaturityTable(values, "x")


def _levels(community: float, preview: float, production: float) -> LevelTable:
    values = {
        Level.COMMUNITY: community,
        Level.PREVIEW: preview,
        Level.PRODUCTION: production,
    }
    return LevelTable(values, "x")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("secondary", Constant(1.5, "x")),
        ("neutral", Constant(-0.5, "x")),
        ("prior", Constant(0, "x")),
        ("spread", Constant(2, "x")),
        ("least_coverage", Constant(0, "x")),
        ("tie_margin", Constant(-1, "x")),
        ("samples", Constant(0, "x")),
        ("firmness", Constant(0, "x")),
        ("source_doubt", Constant(-1, "x")),
        ("clear_acceptability", Constant(1.1, "x")),
        ("favours", _strengths(0.7, 0.6, 0.85)),
        ("favours", _strengths(0.5, 0.7, 0.85)),
        ("favours", _strengths(0.6, 0.7, 1.1)),
        ("favours", StrengthTable({Strength.WEAK: 0.6}, "x")),
        ("against", _strengths(0.15, 0.3, 0.4)),
        ("against", _strengths(0.4, 0.3, -0.1)),
        ("confidence", _confidences(0.7, 0.35, 1)),
        ("confidence", _confidences(0, 0.7, 1)),
        ("confidence", _confidences(0.35, 0.7, 1.2)),
        ("priorities", Series((), "x")),
        ("priorities", Series((1, 2), "x")),
        ("priorities", Series((1, 0), "x")),
        ("tie_margin", Constant(0.03, " ")),
        ("general", Constant(1.5, "x")),
        ("least_evidence", Constant(-0.1, "x")),
        ("clear_sources", Constant(0, "x")),
        ("contradiction_lead", Constant(0.5, "x")),
        ("fresh_days", Constant(-1, "x")),
        ("path_miss", Constant(1.5, "x")),
        ("path_detour", Constant(-0.5, "x")),
        ("path_fit", Constant(0.9, "x")),
        ("path_bound", Constant(1.1, "x")),
        ("path_maturity", _maturities(0.5, 0.3, 1.0)),
        ("path_maturity", _maturities(0.3, 0.5, 1.1)),
        ("path_maturity", MaturityTable({Maturity.LEGACY: 0.3}, "x")),
        ("platform_level", _levels(0.5, 0.3, 1.0)),
        ("platform_level", _levels(0.0, 0.5, 1.0)),
    ],
)
def test_a_constant_that_makes_no_sense_is_found(
    knowledge: Knowledge,
    said: Callable[[str, Knowledge], str],
    name: str,
    part: _Part,
) -> None:
    only: dict[str, Any] = {name: part}
    wrong = replace(knowledge.constants, **only)
    found = said("constants", replace(knowledge, constants=wrong))
    assert f"constant:{name.replace('_', '-')} " in found


def test_the_bounds_themselves_are_allowed(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    edge = replace(
        knowledge.constants,
        secondary=Constant(1, "x"),
        tie_margin=Constant(0, "x"),
        source_doubt=Constant(0, "x"),
        clear_acceptability=Constant(1, "x"),
        favours=_strengths(0.6, 0.7, 1),
        confidence=_confidences(0.1, 0.2, 1),
    )
    assert said("constants", replace(knowledge, constants=edge)) == ""
