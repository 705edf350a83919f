from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.model.evidence import VersionBound
from advisor.model.knowledge import Knowledge

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
