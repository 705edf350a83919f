from collections.abc import Mapping
from dataclasses import replace

import pytest

from advisor.engine.judge import judge
from advisor.model.case import Expectation
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import CaseOutcome
from advisor.model.question import Answer
from advisor.render import markdown
from advisor.render.cases import cases_fields, cases_page

_ANSWERS: Mapping[str, Answer] = {"goal": "prototype", "priorities": ("debugging",)}


@pytest.fixture(scope="session")
def holding(knowledge: Knowledge) -> CaseOutcome:
    case = replace(knowledge.cases["r-000-01"], expect=Expectation(accept=("pytorch",)))
    return judge(case, _ANSWERS, knowledge)


@pytest.fixture(scope="session")
def failing(knowledge: Knowledge) -> CaseOutcome:
    wrong = Expectation(
        accept=("tensorflow", "tie"),
        fires=("tpu",),
        silent=("wants-debugging",),
        excludes=("pytorch",),
    )
    return judge(
        replace(knowledge.cases["r-000-02"], expect=wrong), _ANSWERS, knowledge
    )


def test_only_failed_cases_are_shown_with_what_was_expected(
    knowledge: Knowledge, holding: CaseOutcome, failing: CaseOutcome
) -> None:
    text = markdown.render(cases_page([holding, failing], knowledge, full=False))
    assert "r-000-01" not in text
    assert knowledge.cases["r-000-02"].because in text
    assert "expected tensorflow or tie, but pytorch came out" in text
    assert "expected the rule tpu to fire, but it did not" in text
    assert "expected the rule wants-debugging to stay silent, but it fired" in text
    assert "expected pytorch to be excluded, but it was not" in text
    assert f"PyTorch {failing.report.ranking[0].score.value:.3f}" in text
    assert text.endswith("1 of 2 cases hold.\n")


def test_a_case_that_was_asked_for_is_shown_in_full(
    knowledge: Knowledge, holding: CaseOutcome
) -> None:
    text = markdown.render(cases_page([holding], knowledge, full=True))
    for title in ("Answers", "Expected", "Fired", "Scores"):
        assert f"## {title}" in text
    assert text.endswith("1 of 1 case holds.\n")


def test_json_says_of_every_case_whether_it_holds(
    knowledge: Knowledge, holding: CaseOutcome, failing: CaseOutcome
) -> None:
    fields = cases_fields([holding, failing], knowledge)
    assert (fields["cases"], fields["held"]) == (2, 1)
    first, second = fields["outcomes"]
    assert (first["holds"], first["outcome"], first["failures"]) == (
        True,
        "pytorch",
        [],
    )
    assert (second["holds"], len(second["failures"])) == (False, 4)
    assert set(second["scores"]) == {"pytorch", "tensorflow"}
