from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from advisor.model.case import Decision, Expectation
from advisor.model.knowledge import Knowledge

_DECIDED = Decision(True, False, "It is written.", ("pytorch",), ("executorch",))


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
            {"expect": Expectation(runtimes=("nothing",))},
            "expect.runtimes: there is no runtime 'nothing'",
        ),
        (
            {"decision": replace(_DECIDED, chose=("tie",))},
            "decision.chose: there is no framework 'tie'",
        ),
        (
            {"decision": replace(_DECIDED, deployed=("pytorch",))},
            "decision.deployed: there is no runtime 'pytorch'",
        ),
        ({"decision": replace(_DECIDED, because=" ")}, "decision.because: empty"),
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


def test_a_decision_may_name_what_the_case_does_not_accept(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    case = {"decision": _DECIDED, "expect": Expectation(runtimes=("litert",))}
    assert said("cases", changed("cases", "r-000-01", **case)) == ""
