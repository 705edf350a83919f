from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from advisor.model.evidence import Dates, Defect, Reliability
from advisor.model.knowledge import Knowledge

_EARLY, _LATE = date(2019, 1, 1), date(2020, 1, 1)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"dates": Dates()}, "dates: neither a day of publication nor both bounds"),
        ({"dates": Dates(earliest=_EARLY, because="x")}, "dates: neither a day"),
        (
            {"dates": Dates(_EARLY, earliest=_EARLY, because="x")},
            "dates: both a day of publication and bounds",
        ),
        ({"dates": Dates(None, _EARLY, _LATE)}, "dates: the bounds have no reason"),
        (
            {"dates": Dates(None, _LATE, _EARLY, "x")},
            "dates: latest lies before earliest",
        ),
        ({"reliability": Reliability(1.5, "x")}, "reliability: 1.5 is out of range"),
        ({"reliability": Reliability(-1, "x")}, "reliability: -1 is out of range"),
        ({"reliability": Reliability(0.5, "")}, "reliability: has no reason"),
        ({"file": ""}, "is a document but names no file"),
        ({"file": "../doc.txt"}, "file: '../doc.txt' is a path"),
        (
            {"defects": (Defect("e", "wrong", "1", "", ("c-nowhere",)),)},
            "defects.e: there is no claim 'c-nowhere'",
        ),
        (
            {"defects": (Defect("e", "wrong", "1", "", ("c-002-38",)),)},
            "defects.e: 'c-002-38' is a claim of 'doc-002'",
        ),
    ],
)
def test_a_broken_source_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("sources", changed("sources", "doc-000", **fields))
    assert f"source:doc-000 {message}" in found
    assert len(found.splitlines()) == 1


def test_what_is_no_document_needs_an_address(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    lost = changed("sources", "tensorflow-2-0-package", url="")
    assert "cannot be looked up" in said("sources", lost)
