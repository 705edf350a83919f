"""The decisions of real projects, beside rules of thumb."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from advisor.engine.benchmark import BASELINES, benchmark, wilson
from advisor.engine.judge import judge
from advisor.model.benchmark import Agreement
from advisor.model.case import Case, Decision, Expectation
from advisor.model.condition import Is
from advisor.model.evidence import Claim, Evidence, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import CaseOutcome
from advisor.model.path import Maturity, Milestone, Path
from advisor.model.question import Answer

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

BEFORE, AFTER = date(2019, 12, 31), date(2020, 1, 1)
ANSWERS: Mapping[str, Answer] = {
    "goal": "production",
    "deployment-targets": ("server",),
}
DECIDED = Decision(True, False, "It is written.")


@pytest.fixture
def agreed(
    a_knowledge: Build,
    a_framework: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_rule: Build,
) -> Callable[..., tuple[Agreement, ...]]:
    """Return a function: the agreement on one case, where TensorFlow is the faster."""
    said: Claim = a_claim(
        "k1", favours=("tensorflow",), against=("pytorch",), strength=Strength.STRONG
    )
    day = date(2015, 1, 1)
    milestone = Milestone(Maturity.PRODUCTION, day, "s1")
    way = Path("p1", "tensorflow", (), "", "box", ("server",), ("any",), (milestone,))

    def run(day: date = AFTER, /, **fields: object) -> tuple[Agreement, ...]:
        changed: dict[str, Any] = {"decision": DECIDED, **fields}
        case = Case("x", "A case", day, Evidence.ALL, "", Expectation())
        case = replace(case, **changed)
        base: Knowledge = a_knowledge(
            frameworks=[a_framework("pytorch"), a_framework("tensorflow")],
            criteria=[a_criterion("speed")],
            sources=[a_source("s1", published=date(2016, 1, 1))],
            claims={"speed": [said]},
            rules=[a_rule("r1", Is("goal", "production"), raise_={"speed": 2.0})],
            paths={"p1": way},
            cases={"x": case},
        )
        answers = ANSWERS if fields.get("weights") is None else {}
        return benchmark([judge(case, answers, base)], base).agreements

    return run


@pytest.mark.parametrize(
    ("accept", "right"),
    [(("tensorflow",), True), (("pytorch", "tensorflow"), True), (("pytorch",), False)],
)
def test_a_decision_is_right_if_what_came_first_is_accepted(
    agreed: Callable[..., tuple[Agreement, ...]], accept: tuple[str, ...], right: bool
) -> None:
    (found,) = agreed(expect=Expectation(accept=accept))
    assert (found.case, found.as_of, found.came) == ("x", AFTER, "tensorflow")
    assert (found.accepted, found.right) == (accept, right)


@pytest.mark.parametrize(
    ("runtimes", "right"), [(("box",), True), (("bag", "box"), True), (("bag",), False)]
)
def test_a_runtime_is_right_if_a_path_of_the_first_ends_in_it(
    agreed: Callable[..., tuple[Agreement, ...]], runtimes: tuple[str, ...], right: bool
) -> None:
    (found,) = agreed(expect=Expectation(runtimes=runtimes))
    assert (found.runtimes, found.runtime_right) == (("box",), right)


def test_what_was_not_asked_is_neither_right_nor_wrong(
    agreed: Callable[..., tuple[Agreement, ...]],
) -> None:
    (found,) = agreed(expect=Expectation(fires=("r1",)))
    assert (found.right, found.runtime_right, found.baselines) == (
        None,
        None,
        (None, None),
    )


@pytest.mark.parametrize(
    ("day", "accept", "expected"),
    [
        (BEFORE, "pytorch", (True, False)),
        (BEFORE, "tensorflow", (False, True)),
        (AFTER, "pytorch", (True, True)),
        (AFTER, "tensorflow", (False, False)),
    ],
)
def test_the_rules_of_thumb_turn_with_the_year_2020(
    agreed: Callable[..., tuple[Agreement, ...]],
    day: date,
    accept: str,
    expected: tuple[bool, bool],
) -> None:
    assert BASELINES == ("always PyTorch", "TensorFlow before 2020, PyTorch after")
    (found,) = agreed(day, expect=Expectation(accept=(accept,)))
    assert found.baselines == expected


def test_whether_the_context_is_enough_is_taken_from_the_case(
    agreed: Callable[..., tuple[Agreement, ...]],
) -> None:
    for framework, runtime in ((True, False), (False, True)):
        (found,) = agreed(decision=Decision(framework, runtime, ""))
        assert (found.expected, found.runtime_expected) == (framework, runtime)


def test_where_nothing_is_recommended_nothing_came(
    agreed: Callable[..., tuple[Agreement, ...]],
) -> None:
    (found,) = agreed(weights={}, expect=Expectation(accept=("pytorch",)))
    assert (found.came, found.verdict, found.right) == ("", "no-basis", False)


def test_a_case_without_a_decision_is_no_benchmark(
    agreed: Callable[..., tuple[Agreement, ...]],
) -> None:
    assert agreed(decision=None) == ()


def test_without_outcomes_there_are_no_agreements(a_knowledge: Build) -> None:
    found = benchmark([], a_knowledge())
    assert (found.baselines, found.agreements) == (BASELINES, ())


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_intervals_of_shares_are_the_published_ones(
    right: int, count: int, low: float, high: float
) -> None:
    """The examples of Newcombe (1998), table I, score method."""
    assert wilson(right, count) == pytest.approx((low, high), abs=1e-4)


def test_each_verdict_counts_what_it_was_right_about(
    knowledge: Knowledge, real_outcomes: Sequence[CaseOutcome]
) -> None:
    found = benchmark(real_outcomes, knowledge)
    told = {each.verdict: each for each in found.calibrations}
    asked = [each for each in found.agreements if each.right is not None]
    assert sum(each.decisions for each in found.calibrations) == len(asked)
    clear, leaning = told["clear"], told["leaning"]
    assert clear.right / clear.decisions > leaning.right / leaning.decisions
    assert clear.sure >= 0.9 > leaning.sure
