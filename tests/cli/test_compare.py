import json
from collections.abc import Callable
from typing import Any

import pytest

from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome

DAY = ("--as-of", "2026-11-21")


def test_two_frameworks_stand_side_by_side(invoke: Run) -> None:
    done = invoke("compare", "pytorch", "tensorflow", *DAY)
    assert done.code == Exit.OK
    assert done.out.startswith("PyTorch and TensorFlow\n")
    assert "weight" not in done.out.split("The weightiest claims")[0]
    assert done.err == ""


def test_a_profile_adds_weights_and_puts_what_matters_first(
    invoke: Run, example: str
) -> None:
    done = invoke("compare", "pytorch", "tensorflow", example, *DAY)
    assert done.out.startswith("PyTorch and TensorFlow for android-browser\n")
    document = json.loads(
        invoke("compare", "pytorch", "tensorflow", example, *DAY, "-f", "json").out
    )
    weights = [each["weight"] for each in document["criteria"]]
    assert weights == sorted(weights, reverse=True)
    assert sum(weights) == pytest.approx(1, abs=1e-4)
    assert document["project"] == "android-browser"


def test_the_order_of_the_two_only_swaps_the_columns(invoke: Run) -> None:
    tables = []
    for pair in (("pytorch", "tensorflow"), ("tensorflow", "pytorch")):
        document = json.loads(invoke("compare", *pair, *DAY, "-f", "json").out)
        assert document["frameworks"] == list(pair)
        tables.append({e["criterion"]: e["performances"] for e in document["criteria"]})
    assert tables[0] == {name: each[::-1] for name, each in tables[1].items()}


@pytest.mark.parametrize("second", ["pytorch", "PyTorch", "py-torch"])
def test_a_framework_cannot_be_compared_with_itself(second: str, invoke: Run) -> None:
    done = invoke("compare", "pytorch", second)
    assert done.code == Exit.USAGE
    assert done.out == ""
    assert "are the same framework; name two" in done.err


def test_an_unknown_framework_is_an_error(invoke: Run) -> None:
    done = invoke("compare", "pytorch", "tensorflw")
    assert done.code == Exit.USAGE
    assert "'tensorflw' is not a framework; did you mean 'tensorflow'?" in done.err


@pytest.mark.parametrize("format_", ["terminal", "markdown", "json"])
def test_the_evidence_can_be_limited_in_every_format(format_: str, invoke: Run) -> None:
    options = (*DAY, "--evidence", "documents", "-f", format_)
    done = invoke("compare", "pytorch", "keras", *options)
    assert (done.code, done.err) == (Exit.OK, "")
    assert "documents" in done.out
