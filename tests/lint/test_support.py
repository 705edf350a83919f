from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.lint.support import check
from advisor.model.condition import Condition, Includes, Is
from advisor.model.evidence import Claim, Source
from advisor.model.finding import Severity
from advisor.model.knowledge import Knowledge
from advisor.model.path import Path
from advisor.model.question import Kind, Option, Question
from advisor.model.rule import Effects, Exclude, Rule, Screen
from advisor.model.system import Layer


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


def test_a_question_that_nothing_reads_is_worth_a_note(knowledge: Knowledge) -> None:
    bare = replace(knowledge, rules={}, claims={}, layers={}, paths={})
    idle = list(check(bare))
    assert {each.severity for each in idle} == {Severity.NOTE}
    asked = {f"question:{each}" for each in knowledge.questions}
    assert {each.subject for each in idle} == asked - {"question:priorities"}


def test_a_path_reads_targets_languages_and_accelerators(knowledge: Knowledge) -> None:
    ways = {
        each: replace(own, when=None, fits=None)
        for each, own in knowledge.paths.items()
    }
    bare = replace(knowledge, rules={}, claims={}, layers={}, paths=ways)
    read = {f"question:{each}" for each in knowledge.questions} - {
        each.subject for each in check(bare)
    }
    assert read == {
        "question:priorities",
        "question:deployment-targets",
        "question:serving-languages",
        "question:serving-accelerators",
    }


READERS: dict[str, Callable[[Callable[..., Rule], Condition], dict[str, object]]] = {
    "rule": lambda a_rule, when: {"rules": [a_rule("r1", when)]},
    "layer": lambda _, when: {"layers": {"l1": Layer("l1", "", "", (), (), when, "x")}},
    "way": lambda _, when: {
        "paths": {"p1": Path("p1", "", (), "", "", (), (), (), when=when)}
    },
    "way of choice": lambda _, when: {
        "paths": {"p1": Path("p1", "", (), "", "", (), (), (), fits=when)}
    },
}


@pytest.fixture
def asks(
    a_knowledge: Callable[..., Knowledge], a_question: Callable[..., Question]
) -> Callable[..., list[str]]:
    """Return a function: notes on a question with the options red and blue."""

    def notes(**records: object) -> list[str]:
        options = (Option("red", "Red"), Option("blue", "Blue"))
        colour = replace(a_question("colour", 1, type=Kind.ONE), options=options)
        base = a_knowledge(questions=[colour], **records)
        return [
            each.message for each in check(base) if each.subject == "question:colour"
        ]

    return notes


@pytest.mark.parametrize("reader", READERS)
def test_whatever_carries_a_condition_reads_the_answer(
    reader: str, asks: Callable[..., list[str]], a_rule: Callable[..., Rule]
) -> None:
    assert asks() == ["nothing reads the answer"]
    red = READERS[reader](a_rule, Is("colour", "red"))
    assert asks(**red) == ["nothing reads the options blue"]


def test_a_claim_under_a_condition_reads_the_answer(
    asks: Callable[..., list[str]],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> None:
    said = {"c1": [a_claim("k1", when=Includes("colour", ("red", "blue")))]}
    assert asks(sources=[a_source("s1")], claims=said) == []


def test_a_screen_reads_the_answers_that_it_compares(
    asks: Callable[..., list[str]], a_rule: Callable[..., Rule]
) -> None:
    for exclude in (
        Exclude(Screen.SCOPE, fact="colour"),
        Exclude(Screen.PLATFORM, fact="other", accelerators="colour"),
    ):
        rule = a_rule("r1", Is("goal", "x"), exclude=exclude)
        assert "nothing reads the answer" not in asks(rules=[rule])


def test_a_flag_that_no_rule_reads_is_worth_a_note(
    changed: Callable[..., Knowledge], said: Callable[[str, Knowledge], str]
) -> None:
    idle = changed("rules", "tpu", then=Effects(derive=("big",)))
    assert "rule:tpu derives 'big', which no rule reads" in said("support", idle)


def test_a_runtime_that_no_path_leads_to_is_worth_a_note(knowledge: Knowledge) -> None:
    one = next(iter(knowledge.paths.values()))
    alone = replace(knowledge, paths={one.id: one})
    found = {each.subject for each in check(alone) if "no path" in each.message}
    assert found == {f"runtime:{e}" for e in knowledge.runtimes if e != one.runtime}
