from collections.abc import Mapping
from dataclasses import replace

import pytest

from advisor.engine.benchmark import benchmark
from advisor.engine.judge import judge
from advisor.model.case import Decision, Expectation
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import CaseOutcome, Failure, NoLongerMissed, WrongRuntime
from advisor.model.question import Answer
from advisor.render import markdown
from advisor.render.cases import cases_fields, cases_page, failure_text

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


def test_a_known_miss_is_told_apart_with_its_reason(
    knowledge: Knowledge, failing: CaseOutcome
) -> None:
    known = replace(failing, failures=(), missed=failing.failures)
    case = replace(knowledge.cases["r-000-02"], miss="Nobody has measured it.")
    base = replace(knowledge, cases={**knowledge.cases, case.id: case})
    text = markdown.render(cases_page([known], base, full=False))
    assert text.startswith("1 of 1 case holds.\n\n## Known misses\n\n- `r-000-02`: ")
    assert "  - Nobody has measured it." in text
    fields = cases_fields([known], base)
    assert (fields["held"], len(fields["outcomes"][0]["missed"])) == (1, 4)


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (
            WrongRuntime(("litert", "core-ml"), ("box", "bag")),
            "expected a path to litert or core-ml, but box and bag came out",
        ),
        (
            WrongRuntime(("litert",), ()),
            "expected a path to litert, but no path came out",
        ),
        (
            NoLongerMissed(),
            "is marked as a known miss but comes out right: take out `miss`",
        ),
    ],
)
def test_every_failure_says_what_was_expected(failure: Failure, expected: str) -> None:
    assert failure_text(failure) == expected


def test_the_table_of_decisions_stands_under_the_cases(
    knowledge: Knowledge, holding: CaseOutcome
) -> None:
    decided = replace(
        knowledge.cases["r-000-01"], decision=Decision(True, False, "It is written.")
    )
    base = replace(knowledge, cases={**knowledge.cases, decided.id: decided})
    table = benchmark([holding], base)
    text = markdown.render(cases_page([holding], base, table, full=False))
    assert "## Decisions of real projects" in text
    fields = cases_fields([holding], base, table)
    assert [each["case"] for each in fields["decisions"]] == ["r-000-01"]
    assert fields["schema"] == 1
    assert cases_fields([holding], base)["decisions"] == []
