from collections.abc import Callable
from dataclasses import replace

from advisor.lint.support import check
from advisor.model.finding import Severity
from advisor.model.knowledge import Knowledge
from advisor.model.rule import Effects


def test_a_rule_that_weighs_without_a_claim_is_found(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    assert "rule:tpu rests on no claim" in said(
        "support", changed("rules", "tpu", claims=())
    )


def test_a_rule_that_only_excludes_needs_no_claim(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    assert not knowledge.rules["retired-framework"].claims
    assert "rests on no claim" not in said("support", knowledge)


def test_a_rule_without_effects_must_carry_something(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    carries = changed("rules", "needs-decide", claims=())
    idle = changed("rules", "needs-decide", claims=(), carries=())
    assert "rests on no claim" not in said("support", carries)
    assert "rule:needs-decide rests on no claim" in said("support", idle)


def test_a_rule_that_no_case_proves_is_found(
    knowledge: Knowledge, said: Callable[[str, Knowledge], str]
) -> None:
    unproven = said("support", replace(knowledge, cases={})).splitlines()
    assert sum(line.endswith("fires in no case") for line in unproven) == len(
        knowledge.rules
    )


def test_a_question_that_no_rule_reads_is_worth_a_note(
    knowledge: Knowledge,
) -> None:
    idle = list(check(replace(knowledge, rules={})))
    assert {each.severity for each in idle} == {Severity.NOTE}
    asked = {f"question:{each}" for each in knowledge.questions}
    assert {each.subject for each in idle} == asked - {"question:priorities"}


def test_a_flag_that_no_rule_reads_is_worth_a_note(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    idle = changed("rules", "tpu", then=Effects(derive=("big",)))
    assert "rule:tpu derives 'big', which no rule reads" in said("support", idle)
