from dataclasses import replace

from advisor.model.knowledge import Knowledge
from advisor.model.report import NOT_CHALLENGED, Report
from advisor.model.trace import CriterionTrace, Irrelevant
from advisor.render.bottom.criterion import blocks
from advisor.render.page import Page
from advisor.render.terminal import render


def written(trace: CriterionTrace, report: Report, knowledge: Knowledge) -> str:
    text = render(Page(blocks(trace, report, knowledge)), 110, colour=False)
    return " ".join(text.split())


def test_every_framework_shows_its_cell_and_every_voice(
    of_criterion: CriterionTrace, report: Report, quarrel: Knowledge
) -> None:
    text = written(of_criterion, report, quarrel)
    assert "• Alpha: 0.75 (0.50–1.00) - 0.85 × 0.500 (1.00 × 1.00 × 0.50) Runs" in text
    assert "• Gamma: not known; no claim in force speaks of it, not judged" in text
    assert (
        "• Delta: 0.75 (0.50–1.00), excluded "
        "- 0.30 × 0.035 (0.40 × 0.70 × 1.00 × 0.50 × 0.25) Alpha is slow"
    ) in text


def test_a_number_without_a_voice_tells_where_it_comes_from(
    of_criterion: CriterionTrace, report: Report, quarrel: Knowledge
) -> None:
    own = quarrel.criteria[of_criterion.criterion]
    criteria = {**quarrel.criteria, own.id: replace(own, derived=True)}
    derived = replace(quarrel, criteria=criteria)
    silent = tuple(replace(each, heard=()) for each in of_criterion.cells)
    text = written(replace(of_criterion, cells=silent), report, derived)
    told = "worked out from what the records say of its machines and paths; see advisor"
    assert f"• Alpha: 0.75 (0.50–1.00) - {told} knowledge show alpha" in text
    assert "show gamma" not in text, "a gap has no number"
    assert told not in written(of_criterion, report, derived), "claims speak for it"


def test_the_weight_tells_its_origin_and_how_far_it_could_go(
    of_criterion: CriterionTrace, report: Report, quarrel: Knowledge
) -> None:
    text = written(of_criterion, report, quarrel)
    assert "50.0% of the weight, from wants-speed +3, priorities +2 Alpha" in text
    assert "Alpha stays first while it weighs 0% to 100%" in text
    tools = replace(of_criterion, criterion="tools")
    assert (
        "Alpha stays first while it weighs 4% to 100%; below that Beta_2 comes first"
    ) in written(tools, report, quarrel)
    docs = replace(of_criterion, criterion="docs")
    assert "; above that Beta_2 comes first" in written(docs, report, quarrel)


def test_what_was_not_tried_is_not_told(
    of_criterion: CriterionTrace, report: Report, quarrel: Knowledge
) -> None:
    quick = replace(report, challenge=NOT_CHALLENGED)
    assert "stays first" not in written(of_criterion, quick, quarrel)


def test_a_criterion_that_does_not_matter_says_so(
    of_criterion: CriterionTrace, report: Report, quarrel: Knowledge
) -> None:
    idle = replace(of_criterion, weighting=Irrelevant.IRRELEVANT)
    text = written(idle, report, quarrel)
    assert "It has no weight here; nothing in the profile makes it matter." in text


def test_contradictions_and_what_is_not_heard_are_told(
    of_criterion: CriterionTrace, report: Report, quarrel: Knowledge
) -> None:
    text = written(of_criterion, report, quarrel)
    assert "• Is it [fast]? (fight) - “It is fast” weighs 0.500: c-1" in text
    assert "- “It is slow” weighs 0.000: no claim in force" in text
    assert "Beta is fast before version 2. (s1, 2020-01-01, line 9; c-5)" in text
    assert "goal is research: false (production)" in text
