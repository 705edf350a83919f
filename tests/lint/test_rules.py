from collections.abc import Callable
from typing import Any

import pytest

from advisor.model.condition import All
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Effects, Exclude, Screen


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"then": Effects(raise_={"speed": 1})},
            "raise: there is no criterion 'speed'",
        ),
        (
            {"then": Effects(enough={"speed": 1})},
            "enough: there is no criterion 'speed'",
        ),
        ({"then": Effects(raise_={"trend": 1})}, "raise: 'trend' is context"),
        ({"then": Effects(enough={"trend": 1})}, "enough: 'trend' is context"),
        (
            {"then": Effects(raise_={"debugging": 0})},
            "raise.debugging: 0 is out of range",
        ),
        (
            {"then": Effects(raise_={"debugging": 6})},
            "raise.debugging: 6 is out of range",
        ),
        ({"then": Effects(enough={"debugging": 0})}, "enough.debugging: 0 is out of"),
        ({"then": Effects(enough={"debugging": 2})}, "enough.debugging: 2 is out of"),
        ({"then": Effects(derive=("goal",))}, "derive: 'goal' is what the user says"),
        (
            {"then": Effects(derive=("allow-retired",))},
            "derive: 'allow-retired' is what",
        ),
        (
            {"then": Effects(exclude=Exclude(Screen.VENDOR, fact="goal"))},
            "exclude.fact: there is no question with several answers 'goal'",
        ),
        (
            {"then": Effects(exclude=Exclude(Screen.PYTHON, fact="goal"))},
            "exclude.fact: there is no question for a text 'goal'",
        ),
        (
            {"then": Effects(exclude=Exclude(Screen.SCOPE, fact="goal"))},
            "exclude.fact: there is no question with several answers 'goal'",
        ),
        (
            {"then": Effects(exclude=Exclude(Screen.STATUS))},
            "exclude.status: names no state",
        ),
        ({"claims": ("c-nowhere",)}, "claims: there is no claim 'c-nowhere'"),
        ({"claims": ("c-002-11", "c-002-11")}, "claims: 'c-002-11' stands there twice"),
        ({"carries": ("r-nowhere",)}, "carries: there is no case 'r-nowhere'"),
        ({"because": " "}, "because: empty"),
        ({"when": All(())}, "when: holds without any answer, yet the rule changes"),
    ],
)
def test_a_broken_rule_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    fields: dict[str, Any],
    message: str,
) -> None:
    found = said("rules", changed("rules", "tpu", **fields))
    assert f"rule:tpu {message}" in found
    assert len(found.splitlines()) == 1


def test_the_bounds_themselves_are_allowed(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    edge = Effects(raise_={"debugging": 5}, enough={"debugging": 1})
    assert said("rules", changed("rules", "tpu", then=edge)) == ""
