from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.judge import first_of, judge, outcome_of, runtimes_of
from advisor.engine.recommend import recommend
from advisor.model.case import Case, Decision, Expectation
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import (
    CaseOutcome,
    DidNotFire,
    FiredWrongly,
    NoLongerMissed,
    NotExcluded,
    WrongOutcome,
    WrongRuntime,
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


@pytest.fixture
def real(knowledge: Knowledge) -> Callable[..., CaseOutcome]:
    """Return a function that judges a decision about an app for phones."""
    answers: Mapping[str, Answer] = {**_PROTOTYPE, "deployment-targets": ("android",)}

    def run(expect: Expectation, **fields: object) -> CaseOutcome:
        changed: dict[str, Any] = fields
        case = Case("k", "A case", _DAY, Evidence.ALL, "It is so.", expect)
        return judge(replace(case, **changed), answers, knowledge)

    return run


def test_a_runtime_counts_only_on_a_path_of_what_is_recommended(
    real: Callable[..., CaseOutcome],
) -> None:
    found = runtimes_of(real(Expectation()).report)
    assert found
    assert real(Expectation(runtimes=("nothing", *found))).holds
    wrong = real(Expectation(runtimes=("nothing",)))
    assert wrong.failures == (WrongRuntime(("nothing",), found),)


def test_a_known_miss_does_not_fail_and_says_what_was_missed(
    real: Callable[..., CaseOutcome],
) -> None:
    outcome = real(Expectation(accept=("cntk",)), miss="Nobody knows why.")
    assert outcome.holds
    assert [type(each) for each in outcome.missed] == [WrongOutcome]


def test_a_known_miss_that_has_come_right_fails(
    real: Callable[..., CaseOutcome],
) -> None:
    outcome = real(Expectation(fires=("wants-debugging",)), miss="Nobody knows why.")
    assert outcome.failures == (NoLongerMissed(),)
    assert (outcome.missed, outcome.holds) == ((), False)


def test_a_real_decision_is_right_on_a_tie_if_the_first_of_the_tied_is(
    knowledge: Knowledge,
) -> None:
    constants = replace(
        knowledge.constants,
        tie_margin=replace(knowledge.constants.tie_margin, value=0.9),
    )
    level = replace(knowledge, constants=constants)
    case = Case("k", "A case", _DAY, Evidence.ALL, "It is so.", Expectation())
    first = first_of(judge(case, _PROTOTYPE, level).report)
    wants = replace(case, expect=Expectation(accept=(first,)))
    assert judge(wants, _PROTOTYPE, level).failures == (WrongOutcome((first,), "tie"),)
    decided = replace(wants, decision=Decision(True, False, "It is written."))
    assert judge(decided, _PROTOTYPE, level).holds


def test_without_a_recommendation_there_is_neither_framework_nor_runtime(
    knowledge: Knowledge,
) -> None:
    report = recommend(knowledge, Profile(), _DAY, Evidence.ALL)
    assert (first_of(report), runtimes_of(report)) == ("", ())


def test_every_case_of_the_rule_base_holds(
    real_outcomes: Sequence[CaseOutcome],
) -> None:
    failed = {each.case: each.failures for each in real_outcomes if not each.holds}
    assert failed == {}
