from dataclasses import replace
from datetime import date

import pytest

from advisor.gate.words import (
    claim_text,
    criterion_name,
    digest_text,
    framework_name,
    outcome_text,
    runtime_name,
    setting_text,
    some,
    source_text,
    target_name,
)
from advisor.model.knowledge import Knowledge
from advisor.model.robustness import Cleared
from advisor.model.what_if import Outcome, Setting
from tests.gate.subjects import ALPHA, NOBODY, TIE


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (Cleared.CLEARED, "not set"),
        ((), "not set"),
        (True, "true"),
        (("a", "b"), "a, b"),
        ("production", "production"),
        (2.5, "2.5"),
        (3.0, "3"),
    ],
)
def test_a_setting_is_spelled_as_in_the_profile(
    setting: Setting, said: str, base: Knowledge
) -> None:
    assert setting_text(setting, base) == said


@pytest.mark.parametrize(
    ("outcome", "said", "in_other_words"),
    [
        (ALPHA, "Alpha (clear)", "Alpha（明确）"),
        (TIE, "a tie of Alpha and Beta", "Alpha 和 Beta 打成平手"),
        (NOBODY, "none (no-basis)", "无（依据不足）"),
    ],
)
def test_an_outcome_names_frameworks_and_verdict(
    outcome: Outcome,
    said: str,
    in_other_words: str,
    base: Knowledge,
    in_chinese: Knowledge,
) -> None:
    assert outcome_text(outcome, base) == said
    assert outcome_text(outcome, in_chinese) == in_other_words


def test_what_the_rule_base_does_not_know_is_called_by_its_id(base: Knowledge) -> None:
    assert framework_name("gone", base) == "gone"
    assert criterion_name("gone", base) == "gone"
    assert runtime_name("gone", base) == "gone"
    assert target_name("gone", base) == "gone"
    assert source_text("gone", base) == ()


def test_a_claim_is_named_with_source_and_day(base: Knowledge) -> None:
    said = claim_text(base.claims["c-1"], base)
    assert said == "c-1 (First source, 2026-03-04)"


def test_a_claim_of_no_known_day_has_none(
    base: Knowledge,
) -> None:
    claim = replace(base.claims["c-1"], date_=date.min)
    assert claim_text(claim, base) == "c-1 (First source)"


def test_of_many_the_first_few_are_told(base: Knowledge) -> None:
    names = list("abcdefg")
    assert some(names[:5], base) == "a, b, c, d and e"
    assert some(names, base) == "a, b, c, d, e and 2 more"


def test_a_digest_is_short_and_a_version_as_it_is() -> None:
    assert digest_text("sha256:" + "a" * 64) == "sha256:" + "a" * 12
    assert digest_text("2026.11-some-long-version") == "2026.11-some-long-version"
