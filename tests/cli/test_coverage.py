"""`advisor knowledge coverage`: what is known, and the exit code of a hole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # Any: the outcome of a run, of conftest


@pytest.fixture
def coverage(invoke: Run, rulebase: Path) -> Run:
    """Return a function that counts what the small rule base covers."""
    only = ("--no-builtin", "--knowledge", str(rulebase))
    return lambda *options: invoke("knowledge", "coverage", *only, *options)


def test_a_matrix_without_holes_exits_with_0(coverage: Run) -> None:
    done = coverage("--as-of", "2022-01-01")
    assert (done.code, done.err) == (0, "")
    assert "3 cells with claims, 1 gaps with a reason, 0 holes" in done.out
    rows = [line.split() for line in done.out.splitlines()]
    assert ["docs", "1", "–"] in rows
    assert ["docs", "1", "2021-01-01"] in rows


def test_a_hole_exits_with_3_and_is_named(coverage: Run) -> None:
    done = coverage("--as-of", "2021-05-31", "-f", "markdown")
    assert (done.code, done.err) == (3, "")
    assert done.out.endswith("## Holes\n\n- bee on docs\n")


def test_the_evidence_decides_what_counts(coverage: Run) -> None:
    cells = {
        evidence: json.loads(
            coverage("--as-of", "2022-01-01", "--evidence", evidence, "-f", "json").out
        )["criteria"]["docs"]["cells"]["ada"]["claims"]
        for evidence in ("all", "documents")
    }
    assert cells == {"all": 1, "documents": 0}


def test_json_goes_to_a_file_whole_even_if_there_is_a_hole(
    coverage: Run, tmp_path: Path
) -> None:
    output = tmp_path / "coverage.json"
    done = coverage("--as-of", "2021-05-31", "-f", "json", "-o", str(output))
    assert (done.code, done.out, done.err) == (3, "", "")
    document = json.loads(output.read_text(encoding="utf-8"))
    assert document["holes"] == [["bee", "docs"]]
    assert document["as_of"] == "2021-05-31"


def test_the_built_in_rule_base_has_no_holes_today(invoke: Run) -> None:
    done = invoke("knowledge", "coverage", "--as-of", "2026-11-21", "-f", "json")
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["holes"] == []


@pytest.mark.parametrize("options", [("--as-of", "soon"), ("--evidence", "some")])
def test_what_cannot_be_read_is_a_usage_error(
    coverage: Run, options: tuple[str, str]
) -> None:
    done = coverage(*options)
    assert (done.code, done.out) == (2, "")
    assert done.err
