from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from advisor.model.knowledge import Knowledge
from advisor.model.system import Maintainer, Phase, Release, Status

_EARLY, _LATE = date(2018, 1, 1), date(2020, 1, 1)
_LATER_FIRST = (
    Phase(Status.ARCHIVED, _LATE, "doc-000"),
    Phase(Status.ACTIVE, _EARLY, "doc-000"),
)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"maintainer": Maintainer("x", "nowhere")}, "maintainer.source: there is no"),
        ({"named_in": ("nowhere",)}, "named-in: there is no source 'nowhere'"),
        (
            {"releases": (Release("9", _LATE, "nowhere"),)},
            "release 9: there is no source 'nowhere'",
        ),
        (
            {"releases": (Release("0", date(2001, 1, 1), "doc-000"),)},
            "release 0: came out before the first release",
        ),
        (
            {"status": (Phase(Status.ACTIVE, _LATE, "nowhere"),)},
            "status active: there is no source 'nowhere'",
        ),
        ({"status": ()}, "status: no phase"),
        ({"status": _LATER_FIRST}, "status: the phases do not follow each other"),
    ],
)
def test_a_broken_framework_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("systems", changed("frameworks", "pytorch", **fields))
    assert f"framework:pytorch {message}" in found
    assert len(found.splitlines()) == 1


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"related": "torhc"}, "related: there is no framework or system 'torhc'"),
        ({"named_in": ("nowhere",)}, "named-in: there is no source 'nowhere'"),
        (
            {"status": (Phase(Status.ACTIVE, _LATE, "nowhere"),)},
            "status active: there is no source 'nowhere'",
        ),
        ({"status": _LATER_FIRST}, "status: the phases do not follow each other"),
    ],
)
def test_a_broken_system_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("systems", changed("systems", "torchserve", **fields))
    assert f"system:torchserve {message}" in found
    assert len(found.splitlines()) == 1
