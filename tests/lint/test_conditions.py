from collections.abc import Callable

import pytest

from advisor.model.condition import All, Any_, Condition, In, Includes, Is, Not
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Effects


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        (Is("gaol", "research"), "reads 'gaol', which no question asks"),
        (Is("goal", "reserach"), "goal: there is no option of goal 'reserach'"),
        (In("goal", ("research", "fun")), "goal: there is no option of goal 'fun'"),
        (Includes("goal", ("research",)), "tests 'goal' in a way its kind (one)"),
        (Is("domain", "vision"), "tests 'domain' in a way its kind (many)"),
        (
            Includes("domain", ("sight",)),
            "domain: there is no option of domain 'sight'",
        ),
        (Is("priorities", "debugging"), "tests 'priorities' in a way its kind"),
        (
            Includes("priorities", ("trend",)),
            "there is no option of priorities 'trend'",
        ),
        (Is("hot-swap", "yes"), "hot-swap: there is no option of hot-swap 'yes'"),
        (
            Includes("hot-swap", ("true",)),
            "tests 'hot-swap' in a way its kind (yes-no)",
        ),
        (Is("allow-retired", "no"), "there is no value of a flag 'no'"),
        (Includes("allow-retired", ("true",)), "tests the flag 'allow-retired' like"),
        (All((Not(Any_((Is("gaol", "x"),))),)), "reads 'gaol', which no question asks"),
    ],
)
def test_a_condition_that_never_holds_is_found(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    condition: Condition,
    message: str,
) -> None:
    found = said("conditions", changed("rules", "tpu", when=condition))
    assert found.startswith("rule:tpu ")
    assert message in found


@pytest.mark.parametrize(
    "condition",
    [
        All(()),
        Is("goal", "research"),
        In("goal", ("research", "learning")),
        Includes("priorities", ("debugging",)),
        Is("hot-swap", "false"),
        Is("python-version", "3.12"),
        Is("allow-retired", "true"),
    ],
)
def test_a_condition_that_can_hold_passes(
    changed: Callable[..., Knowledge],
    said: Callable[[str, Knowledge], str],
    condition: Condition,
) -> None:
    assert said("conditions", changed("rules", "tpu", when=condition)) == ""


def test_conditions_of_questions_are_checked_too(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    found = said("conditions", changed("questions", "goal", when=Is("gaol", "x")))
    assert found.startswith("question:goal reads 'gaol'")


def test_conditions_of_claims_are_checked_too(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    found = said("conditions", changed("claims", "c-000-09", when=Is("gaol", "x")))
    assert found.startswith("claim:c-000-09 reads 'gaol'")
    heard = changed("claims", "c-000-09", when=Is("goal", "research"))
    assert said("conditions", heard) == ""


def test_a_flag_may_be_read_once_some_rule_derives_it(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    flag = Is("big", "true")
    derives = changed("rules", "tpu", when=flag, then=Effects(derive=("big",)))
    assert said("conditions", derives) == ""
    assert "reads 'big'" in said("conditions", changed("rules", "tpu", when=flag))
