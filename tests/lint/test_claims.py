from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.model.criterion import Measure
from advisor.model.evidence import ReasonedGap, VersionBound
from advisor.model.knowledge import Knowledge

_DAY = date(2026, 1, 1)
_DIGEST = "sha256:" + "0" * 64


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"source": "nowhere"}, "source: there is no source 'nowhere'"),
        ({"also": ("debuging",)}, "also: there is no criterion 'debuging'"),
        ({"also": ("debugging",)}, "also: 'debugging' stands there twice"),
        ({"subjects": ("pytorhc",)}, "subjects: there is no framework 'pytorhc'"),
        ({"favours": ("python",)}, "favours: there is no framework 'python'"),
        ({"against": ("python",)}, "against: there is no framework 'python'"),
        (
            {"performance": {"numpy": 0.5}, "because": "measured"},
            "performance: there is no framework 'numpy'",
        ),
        (
            {"performance": {"pytorch": 1.1}, "because": "measured"},
            "performance.pytorch: 1.1 is out of range",
        ),
        (
            {"performance": {"pytorch": -0.1}, "because": "measured"},
            "performance.pytorch: -0.1 is out of range",
        ),
        ({"performance": {"pytorch": 0.5}}, "states a performance without saying why"),
        (
            {"versions": VersionBound("torch", "1.0")},
            "versions.framework: there is no framework 'torch'",
        ),
        (
            {"versions": VersionBound("pytorch", "9.9")},
            "versions.below: PyTorch has no release '9.9' here",
        ),
        ({"favours": (), "against": ()}, "has a strength but speaks for and against"),
        ({"strength": None}, "takes a side but has no strength"),
        ({"against": ("pytorch",)}, "speaks both for and against 'pytorch'"),
        ({"lines": ""}, "rests on the document 'doc-000' without lines or digest"),
        ({"digest": ""}, "rests on the document 'doc-000' without lines or digest"),
        ({"digest": "sha256:0"}, "digest: not a digest: 'sha256:0'"),
        ({"lines": "four"}, "lines: not a locator: 'four'"),
        ({"lines": "0"}, "lines: not a locator: '0'"),
        ({"measured": {"pytorch": 3.0}}, "measured: the scale of 'debugging' has no"),
        (
            {"also": ("deployment-path",)},
            "speaks on 'deployment-path', which is worked",
        ),
    ],
)
def test_a_broken_claim_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("claims", changed("claims", "c-000-09", **fields))
    assert f"claim:c-000-09 {message}" in found
    assert len(found.splitlines()) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"subjects": ("all",)},
        {"lines": "4, 88-101"},
        {"performance": {"pytorch": 0.0, "keras": 1.0}, "because": "measured"},
        {"versions": VersionBound("pytorch", "2.0")},
        {"strength": None, "favours": (), "against": ()},
        {"source": "tensorflow-2-0-package", "lines": "", "digest": ""},
    ],
)
def test_a_sound_claim_passes(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
) -> None:
    assert said("claims", changed("claims", "c-000-09", **fields)) == ""


def test_a_claim_in_a_file_of_no_criterion_is_found(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    lost = replace(
        knowledge, criterion_of={**knowledge.criterion_of, "c-000-09": "nothing"}
    )
    assert "its file: there is no criterion 'nothing'" in said("claims", lost)


def _measuring(knowledge: Knowledge, **fields: Any) -> Knowledge:  # noqa: ANN401 - any field
    """Let the claim c-000-09 measure something on a scale with a unit."""
    own = knowledge.criteria["debugging"]
    scale = replace(own.scale, measure=Measure("minutes", 60, 1))
    claim = replace(
        knowledge.claims["c-000-09"],
        **{"measured": {"pytorch": 3.0}, "strength": None, **fields},
    )
    return replace(
        knowledge,
        criteria={**knowledge.criteria, "debugging": replace(own, scale=scale)},
        claims={**knowledge.claims, "c-000-09": claim},
    )


def test_a_measurement_on_a_scale_with_a_unit_passes(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    assert said("claims", _measuring(knowledge, favours=(), against=())) == ""


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"measured": {"torhc": 3.0}},
            "measured: there is no framework 'torhc'",
        ),
        (
            {"performance": {"pytorch": 0.5}, "because": "x"},
            "states both a measurement and a performance",
        ),
    ],
)
def test_a_broken_measurement_is_found(
    knowledge: Knowledge,
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    bare = {"favours": (), "against": ()}
    found = said("claims", _measuring(knowledge, **bare, **fields))
    assert found == f"claim:c-000-09 {message}"


def test_a_claim_on_what_is_worked_out_is_found_in_its_own_file(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    lost = {**knowledge.criterion_of, "c-000-09": "deployment-path"}
    found = said("claims", replace(knowledge, criterion_of=lost))
    assert found.startswith("claim:c-000-09 speaks on 'deployment-path', which is")


@pytest.mark.parametrize(
    ("gap", "message"),
    [
        (ReasonedGap("torhc", _DAY, "looked for"), "gaps: there is no framework 'to"),
        (ReasonedGap("theano", _DAY, " "), "gaps: that of 'theano' has no reason"),
    ],
)
def test_a_broken_gap_is_found(
    knowledge: Knowledge,
    said: Callable[[str, Knowledge], str],
    gap: ReasonedGap,
    message: str,
) -> None:
    found = said("claims", replace(knowledge, gaps={"debugging": (gap,)}))
    assert found.startswith(f"criterion:debugging {message}")
    assert len(found.splitlines()) == 1


def test_a_measurement_below_a_scale_that_begins_at_zero_is_found(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    bare: dict[str, Any] = {"favours": (), "against": (), "measured": {"pytorch": -3.0}}
    found = said("claims", _measuring(knowledge, **bare))
    assert found == "claim:c-000-09 measured.pytorch: -3 is out of range"


@pytest.mark.parametrize(
    ("criterion", "message"),
    [
        ("nothing", "gaps: its file: there is no criterion 'nothing'"),
        ("deployment-path", "gaps: it is worked out from other records"),
    ],
)
def test_gaps_where_no_claim_can_stand_are_found(
    knowledge: Knowledge,
    said: Callable[[str, Knowledge], str],
    criterion: str,
    message: str,
) -> None:
    gap = ReasonedGap("pytorch", _DAY, "Nobody looked.")
    found = said("claims", replace(knowledge, gaps={criterion: (gap,)}))
    assert f"criterion:{criterion} {message}" in found
