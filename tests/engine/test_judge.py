from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from advisor.engine.judge import judge, outcome_of
from advisor.engine.recommend import recommend
from advisor.knowledge.answers import read_answer
from advisor.model.case import Case, Expectation
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import (
    CaseOutcome,
    DidNotFire,
    FiredWrongly,
    NotExcluded,
    WrongOutcome,
)
from advisor.model.profile import Profile
from advisor.model.question import Answer

_DAY = date(2023, 1, 1)
_PROTOTYPE: Mapping[str, Answer] = {"goal": "prototype", "priorities": ("debugging",)}


@pytest.fixture
def judged(knowledge: Knowledge) -> Callable[[Expectation], CaseOutcome]:
    def run(expect: Expectation) -> CaseOutcome:
        case = Case("k", "A case", _DAY, Evidence.DOCUMENTS, "It is so.", expect)
        return judge(case, _PROTOTYPE, knowledge)

    return run


def test_a_case_that_comes_out_as_expected_holds(
    judged: Callable[[Expectation], CaseOutcome],
) -> None:
    outcome = judged(
        Expectation(
            accept=("tie", "pytorch"),
            fires=("wants-debugging", "prototype-changes-fast"),
            silent=("tpu",),
            excludes=("theano",),
        )
    )
    assert outcome.outcome == "pytorch"
    assert outcome.failures == ()
    assert outcome.holds


def test_everything_that_came_out_otherwise_is_named(
    judged: Callable[[Expectation], CaseOutcome],
) -> None:
    outcome = judged(
        Expectation(
            accept=("tensorflow", "tie"),
            fires=("tpu",),
            silent=("wants-debugging",),
            excludes=("pytorch",),
        )
    )
    assert outcome.failures == (
        WrongOutcome(("tensorflow", "tie"), "pytorch"),
        DidNotFire("tpu"),
        FiredWrongly("wants-debugging"),
        NotExcluded("pytorch"),
    )
    assert not outcome.holds


def test_a_case_that_accepts_nothing_leaves_the_outcome_open(
    judged: Callable[[Expectation], CaseOutcome],
) -> None:
    assert judged(Expectation(fires=("wants-debugging",))).holds


def test_without_answers_the_outcome_is_no_basis(knowledge: Knowledge) -> None:
    report = recommend(knowledge, Profile(), _DAY, Evidence.ALL)
    assert outcome_of(report) == "no-basis"


def test_a_tie_is_an_outcome_of_its_own(knowledge: Knowledge) -> None:
    constants = replace(
        knowledge.constants,
        tie_margin=replace(knowledge.constants.tie_margin, value=0.9),
    )
    level = replace(knowledge, constants=constants)
    report = recommend(level, Profile(answers=_PROTOTYPE), _DAY, Evidence.ALL)
    assert report.recommendation is not None
    assert outcome_of(report) == "tie"


def test_weights_and_retired_frameworks_of_the_case_count(knowledge: Knowledge) -> None:
    expect = Expectation(excludes=("theano",))
    case = Case("k", "A case", _DAY, Evidence.ALL, "It is so.", expect)
    legacy = replace(case, allow_retired=True, weights={"debugging": 2.0})
    assert judge(case, {}, knowledge).holds
    outcome = judge(legacy, {}, knowledge)
    assert outcome.failures == (NotExcluded("theano"),)
    assert [each.criterion for each in outcome.report.weighting] == ["debugging"]


def test_every_case_of_the_rule_base_holds(knowledge: Knowledge) -> None:
    failed = {}
    for case in knowledge.cases.values():
        answers = {
            name: read_answer(knowledge.questions[name], raw, knowledge)
            for name, raw in case.answers.items()
        }
        outcome = judge(case, answers, knowledge)
        if not outcome.holds:
            failed[case.id] = outcome.failures
    assert failed == {}
