from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import LeftOut
from advisor.model.trace import ClaimTrace
from advisor.render.bottom.claim import blocks
from advisor.render.page import Page
from advisor.render.terminal import render


def written(trace: ClaimTrace, knowledge: Knowledge) -> str:
    text = render(Page(blocks(trace, knowledge)), 110, colour=False)
    return " ".join(text.split())


def test_it_says_at_once_whether_the_claim_counts(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    text = written(of_claim, small)
    assert "Does it count here? in force with weight 0.500 on speed" in text


def test_the_record_names_source_date_and_lines(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    text = written(of_claim, small)
    assert "• Source: First <source> (s1) • Date: 2020-01-01 • Line: 12" in text


def test_every_cell_is_shown_with_and_without_it_what_weighs_first(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    text = written(of_claim, small)
    heavy = "Alpha Speed of [training] 50.0% 0.85 0.75 (0.50–1.00) not known"
    light = "Beta_2 Tools – 0.30 0.75 (0.50–1.00) 0.75 (0.50–1.00)"
    assert text.index(heavy) < text.index(light)


def test_the_weight_is_taken_apart_on_each_criterion(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    text = written(of_claim, small)
    assert "• Speed of [training] (Alpha): 1.00 reliability × 1.00 confidence" in text
    assert "• Tools (Beta_2): 0.40 reliability × 0.70 confidence × 1.00 fresh" in text


def test_the_rules_that_rest_on_it_say_whether_they_fired(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    text = written(of_claim, small)
    assert "• A product must be fast (wants-speed): fired" in text
    assert "• gone (gone): did not fire" in text


def test_a_claim_that_is_not_heard_tells_what_it_says_and_would_weigh(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    heard = written(of_claim, small)
    assert "How much it would count" not in heard
    silent = written(replace(of_claim, cells=(), standing=LeftOut()), small)
    assert "• Performances: alpha 0.85, beta 0.30" in silent
    assert "How much it would count • Speed of [training]: 1.00 reliability" in silent
    assert "What it touches" not in silent


def test_a_claim_that_only_tells_says_so(
    of_claim: ClaimTrace, small: Knowledge
) -> None:
    told = replace(of_claim, says={}, cells=())
    assert "• Performances: none: told, never scored" in written(told, small)
