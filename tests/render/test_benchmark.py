"""The table of real decisions and the shares above it."""

from dataclasses import replace
from datetime import date

import pytest

from advisor.model.benchmark import Agreement, Benchmark, Calibration
from advisor.render.benchmark import benchmark_blocks, benchmark_fields
from advisor.render.markdown import render
from advisor.render.page import Page

RIGHT = Agreement(
    case="x-1",
    as_of=date(2019, 5, 1),
    expected=True,
    runtime_expected=True,
    accepted=("pytorch", "jax"),
    came="pytorch",
    verdict="leaning",
    sure=0.75,
    right=True,
    right_or_tied=True,
    runtimes=("box",),
    runtime_right=False,
    baselines=(True, False),
)
WRONG = replace(
    RIGHT,
    case="x-2",
    accepted=("tensorflow",),
    came="keras",
    right=False,
    right_or_tied=True,
    runtime_right=None,
    baselines=(False, True),
)
VAGUE = replace(
    RIGHT,
    case="x-3",
    expected=False,
    runtime_expected=False,
    accepted=(),
    came="",
    verdict="no-basis",
    right=None,
    right_or_tied=None,
    runtimes=(),
    runtime_right=None,
    baselines=(None, None),
)


@pytest.fixture
def found() -> Benchmark:
    """Return three decisions: one right, one wrong, one too vague to ask."""
    return Benchmark(
        ("always A", "A after B"),
        (RIGHT, WRONG, VAGUE),
        (Calibration("leaning", 2, 1, 0.0945, 0.9055, 0.75),),
    )


def written(found: Benchmark) -> str:
    return render(Page(benchmark_blocks(found))).replace("\\", "")


def test_without_decisions_there_is_no_table() -> None:
    assert benchmark_blocks(Benchmark(("always A",), ())) == ()


def test_shares_count_only_what_was_asked(found: Benchmark) -> None:
    text = written(found)
    assert (
        "Framework right: 1 of 2 of those whose context is enough; 1 of 2 of all."
        in text
    )
    assert "Runtime right: 0 of 1; 0 of 1 of all." in text
    assert "or an accepted one tied with it: 2 of 2; 2 of 2 of all." in text
    assert "where PyTorch would be wrong: 0 of 1, with ties 1 of 1." in text
    assert "Rule of thumb, always A: 1 of 2; 1 of 2 of all." in text
    assert "Rule of thumb, A after B: 1 of 2; 1 of 2 of all." in text


def test_a_vague_context_counts_among_all_but_not_among_the_rest(
    found: Benchmark,
) -> None:
    vague = replace(RIGHT, expected=False, runtime_expected=False)
    text = written(replace(found, agreements=(WRONG, vague)))
    assert "0 of 1 of those whose context is enough; 1 of 2 of all." in text
    assert "Runtime right: 0 of 0; 0 of 1 of all." in text
    assert "Rule of thumb, always A: 0 of 1; 1 of 2 of all." in text


def test_every_decision_has_a_row(found: Benchmark) -> None:
    rows = [
        [part.strip() for part in line.strip("|").split("|")]
        for line in written(found).splitlines()
        if line.startswith("| x-")
    ]
    assert rows == [
        ["x-1", "pytorch, jax", "pytorch (leaning)", "yes", "no"],
        ["x-2", "tensorflow", "keras (leaning)", "no", "-"],
        ["x-3*", "-", "nothing (no-basis)", "-", "-"],
    ]
    assert "* the context is not enough" in written(found)


def test_each_verdict_is_held_against_how_often_it_was_right(found: Benchmark) -> None:
    assert "| leaning | 2 | 1 (50%) | 9% – 91% | 75% |" in written(found)
    assert benchmark_fields(found)["calibration"] == [
        {
            "verdict": "leaning",
            "decisions": 2,
            "right": 1,
            "low": 0.0945,
            "high": 0.9055,
            "first_in_samples": 0.75,
        }
    ]


def test_json_tells_what_was_not_asked_from_what_was_wrong(found: Benchmark) -> None:
    fields = benchmark_fields(found)
    assert fields["baselines"] == ["always A", "A after B"]
    first, second, third = fields["decisions"]
    assert (first["right"], first["runtime_right"]) == (True, False)
    assert (second["right"], second["runtime_right"]) == (False, None)
    assert (third["right"], third["came"]) == (None, None)
    assert first["runtimes"] == ["box"]
    assert third["baselines"] == [None, None]
