import json
from collections.abc import Callable
from pathlib import Path
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
    assert "are the same framework; name it once" in done.err


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


def test_more_than_two_stand_side_by_side(invoke: Run, example: str) -> None:
    names = ("pytorch", "tensorflow", "JAX", "theano")
    done = invoke("compare", *names, example, *DAY)
    assert (done.code, done.err) == (Exit.OK, "")
    assert done.out.startswith("PyTorch, TensorFlow, JAX and Theano for android-brow")
    assert "Theano: excluded: retired since 2018-09-28" in done.out
    assert max(map(len, done.out.splitlines())) <= 80
    document = json.loads(invoke("compare", *names, example, *DAY, "-f", "json").out)
    assert document["frameworks"] == ["pytorch", "tensorflow", "jax", "theano"]
    assert {len(each["performances"]) for each in document["criteria"]} == {4}
    assert [each["framework"] for each in document["judged"]] == document["frameworks"]


def test_a_comparison_agrees_with_the_recommendation(invoke: Run, example: str) -> None:
    ranking = json.loads(
        invoke("recommend", example, "--quick", *DAY, "-f", "json").out
    )["ranking"]
    names = [each["framework"] for each in ranking]
    document = json.loads(invoke("compare", *names, example, *DAY, "-f", "json").out)
    judged = [(each["rank"], each["score"]) for each in document["judged"]]
    assert judged == [(each["rank"], each["score"]) for each in ranking]
    assert document["ranked"] == len(ranking)


def test_a_profile_can_come_from_standard_input(invoke: Run, example: str) -> None:
    pair = ("pytorch", "jax")
    text = Path(example).read_text(encoding="utf-8")
    done = invoke("compare", *pair, "-", *DAY, stdin=text)
    assert done.out == invoke("compare", *pair, example, *DAY).out


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("pytorch",), "name at least two frameworks"),
        (("pytorch", "{profile}"), "name at least two frameworks"),
        (("{profile}",), "name at least two frameworks"),
        (("pytorch", "{profile}", "jax"), "is not a framework; a profile comes last"),
        (("pytorch", "-", "jax"), "'-' is not a framework; a profile comes last"),
        (("pytorch", "jax", "no.yaml"), "no.yaml: no such file"),
        (("pytorch", "tensorflw", "jax"), "did you mean 'tensorflow'?"),
        (
            ("pytorch", "jax", "tensorflw"),
            "'tensorflw' is neither a framework nor a file; did you mean 'tensorflow'?",
        ),
        (
            ("pytorch", "jax", "PyTorch"),
            "'pytorch' and 'PyTorch' are the same framework",
        ),
        (("pytorch", "\x1b[1m"), r"'\x1b[1m' is not a framework"),
    ],
)
def test_names_that_are_wrong_are_one_clear_error(
    names: tuple[str, ...], message: str, invoke: Run, example: str
) -> None:
    done = invoke("compare", *(each.format(profile=example) for each in names))
    assert (done.code, done.out) == (Exit.USAGE, "")
    assert message in done.err
    assert done.err.startswith("Error: ")
    assert done.err.count("\n") == 1
