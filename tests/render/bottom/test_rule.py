from dataclasses import replace

from advisor.model.condition import Truth
from advisor.model.knowledge import Knowledge
from advisor.model.trace import RuleTrace
from advisor.render.bottom.rule import blocks
from advisor.render.page import Page
from advisor.render.terminal import render


def written(trace: RuleTrace, knowledge: Knowledge) -> str:
    text = render(Page(blocks(trace, knowledge)), 110, colour=False)
    return " ".join(text.split())


def test_each_test_has_its_truth_and_the_answer(
    of_rule: RuleTrace, small: Knowledge
) -> None:
    assert (
        "• goal is production: true (production) "
        "• latency is low or none: not answered "
        "• domain includes audio: false ([vision, nlp])"
    ) in written(of_rule, small)


def test_the_single_test_that_would_be_enough_is_named(
    of_rule: RuleTrace, small: Knowledge
) -> None:
    enough = "One test with another outcome would be enough: latency is low or none."
    assert enough in written(of_rule, small)
    assert "would be enough" not in written(replace(of_rule, near=()), small)


def test_a_rule_that_fired_is_shown_without_and_another_as_if_it_had(
    of_rule: RuleTrace, small: Knowledge
) -> None:
    silent = written(of_rule, small)
    assert "It did not fire." in silent
    assert "criterion now if it fired" in silent
    assert "If it had fired Alpha would still come first; verdict leaning." in silent
    fired = written(replace(of_rule, truth=Truth.TRUE), small)
    assert "It fired." in fired
    assert "criterion now without it" in fired
    assert "Without it Alpha would still come first; verdict leaning." in fired


def test_a_rule_that_no_claim_bears_out_says_so(
    of_rule: RuleTrace, small: Knowledge
) -> None:
    text = written(replace(of_rule, truth=Truth.TRUE, borne_out=False), small)
    assert "It is silent because none of its claims belongs to the evidence." in text
    assert "It fired." not in text


def test_the_weights_it_moves_and_whom_it_excludes_are_told(
    of_rule: RuleTrace, small: Knowledge
) -> None:
    text = written(of_rule, small)
    assert "Speed of [training] – 40.0%" in text
    assert "Tools 30.0% 20.0%" in text
    assert "• Excluded by it: Delta" in text


def test_a_rule_that_moves_nothing_has_no_table(
    of_rule: RuleTrace, small: Knowledge
) -> None:
    bare = replace(of_rule, moved=(), tests=(), near=(), claims=(), excluded=())
    text = written(bare, small)
    for title in ("The weights that it moves", "Its tests", "Rests on", "Excluded by"):
        assert title not in text
