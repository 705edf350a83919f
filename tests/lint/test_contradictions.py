from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.evidence import Side
from advisor.model.knowledge import Knowledge

_STATIC = Side("static", ("c-000-03",))
_EAGER = Side("eager", ("c-004-26",))


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"sides": (_STATIC,)}, "has fewer than two sides"),
        ({"sides": (_STATIC, Side("eager", ()))}, "nobody takes the side 'eager'"),
        (
            {"sides": (_STATIC, Side("eager", ("c-nowhere",)))},
            "side 'eager': there is no claim 'c-nowhere'",
        ),
        (
            {"sides": (_STATIC, Side("eager", ("c-004-26", "c-000-03")))},
            "sides: 'c-000-03' stands there twice",
        ),
        ({"settle": ""}, "settle: empty"),
    ],
)
def test_a_broken_contradiction_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("contradictions", changed("contradictions", "x-01", **fields))
    assert found == f"contradiction:x-01 {message}"


def test_a_sound_contradiction_passes(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    sound = changed("contradictions", "x-01", sides=(_STATIC, _EAGER))
    assert said("contradictions", sound) == ""
