from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.case import Expectation
from advisor.model.knowledge import Knowledge


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"source": "nowhere"}, "source: there is no source 'nowhere'"),
        ({"claims": ("c-nowhere",)}, "claims: there is no claim 'c-nowhere'"),
        ({"answers": {"gaol": "research"}}, "answers: there is no question 'gaol'"),
        ({"weights": {"trend": 2.0}}, "weights: there is no scored criterion 'trend'"),
        (
            {"expect": Expectation(accept=("clear",))},
            "expect.accept: there is no framework or verdict 'clear'",
        ),
        (
            {"expect": Expectation(fires=("nothing",))},
            "expect.fires: there is no rule 'nothing'",
        ),
        (
            {"expect": Expectation(silent=("nothing",))},
            "expect.silent: there is no rule 'nothing'",
        ),
        (
            {"expect": Expectation(excludes=("tie",))},
            "expect.excludes: there is no framework 'tie'",
        ),
        (
            {"expect": Expectation(fires=("tpu",), silent=("tpu",))},
            "expects 'tpu' both to fire and to stay silent",
        ),
        ({"expect": Expectation()}, "expects nothing, so it always holds"),
    ],
)
def test_a_broken_case_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("cases", changed("cases", "r-000-01", **fields))
    assert found == f"case:r-000-01 {message}"


def test_verdicts_and_frameworks_are_outcomes(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    both = Expectation(accept=("pytorch", "tie", "no-basis"))
    assert said("cases", changed("cases", "r-000-01", expect=both)) == ""
