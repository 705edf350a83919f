import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.exit import Exit

Run = Callable[..., Any]  # Any: Outcome or CompletedProcess


def test_the_result_goes_to_standard_output_and_nothing_else_is_said(
    invoke: Run, example: str
) -> None:
    done = invoke("recommend", example, "--quick")
    assert done.code == Exit.OK
    assert done.out.startswith("android-browser\n")
    assert done.err == ""


def test_date_and_evidence_reach_the_result(invoke: Run, example: str) -> None:
    done = invoke(
        *("recommend", example, "--quick", "--format", "json"),
        *("--as-of", "2023-12-31", "--evidence", "documents"),
    )
    document = json.loads(done.out)
    assert document["as_of"] == "2023-12-31"
    assert document["evidence"] == "documents"


def test_the_date_of_the_profile_counts_unless_another_is_given(invoke: Run) -> None:
    profile = "schema: 1\nas-of: 2021-02-03\nanswers: {goal: production}\n"
    for options, expected in (
        ((), "2021-02-03"),
        (("--as-of", "2022-03-04"), "2022-03-04"),
    ):
        done = invoke(
            "recommend", "-", "--quick", "-f", "json", *options, stdin=profile
        )
        assert json.loads(done.out)["as_of"] == expected


def test_a_hyphen_reads_standard_input(invoke: Run, program: Run, example: str) -> None:
    text = Path(example).read_text(encoding="utf-8")
    options = ("--as-of", "2026-11-21", "--format", "json")
    expected = invoke("recommend", example, "--quick", *options).out
    assert invoke("recommend", "-", "--quick", *options, stdin=text).out == expected
    assert program("recommend", "-", "--quick", *options, stdin=text).stdout == expected


def test_problems_in_standard_input_are_located(invoke: Run) -> None:
    done = invoke(
        "recommend", "-", "--quick", stdin="schema: 1\nanswers: {goal: productoin}\n"
    )
    assert done.code == Exit.USAGE
    assert done.out == ""
    assert "Error: standard input:2: answers.goal: " in done.err
    assert "did you mean 'production'?" in done.err


def test_output_writes_a_file_and_prints_nothing(
    invoke: Run, example: str, tmp_path: Path
) -> None:
    path = tmp_path / "result.json"
    done = invoke("recommend", example, "--quick", "-f", "json", "--output", str(path))
    assert (done.code, done.out, done.err) == (Exit.OK, "", "")
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == 1


def test_a_failed_run_leaves_an_older_result_alone(invoke: Run, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text("old", encoding="utf-8")
    done = invoke("recommend", "missing.yaml", "--output", str(path))
    assert done.code == Exit.USAGE
    assert path.read_text(encoding="utf-8") == "old"


def test_an_overlay_goes_through_typer_and_comes_to_the_same_answer(
    invoke: Run, example: str, tmp_path: Path
) -> None:
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles" / "mine.yaml").write_text("schema: 1\n", encoding="utf-8")
    options = ("--as-of", "2026-11-21", "-f", "json")
    plain = json.loads(invoke("recommend", example, "--quick", *options).out)
    done = invoke(
        "recommend", example, "--quick", *options, "--knowledge", str(tmp_path)
    )
    laid_over = json.loads(done.out)
    assert plain.pop("knowledge") != laid_over.pop("knowledge"), "another fingerprint"
    assert plain == laid_over


@pytest.mark.parametrize("format_", ["terminal", "json", "markdown"])
def test_nothing_answered_is_no_error_in_any_format(format_: str, invoke: Run) -> None:
    done = invoke("recommend", "-", "--quick", "--format", format_, stdin="schema: 1\n")
    assert done.code == Exit.OK
    assert "no-basis" in done.out


def test_quick_leaves_out_what_would_change_the_result_and_nothing_else(
    invoke: Run, example: str
) -> None:
    line = ("recommend", example, "--as-of", "2026-11-21", "-f", "json")
    whole, quick = (json.loads(invoke(*line, *more).out) for more in ((), ("--quick",)))
    assert whole["tipping_points"]
    assert quick["tipping_points"] is None
    assert whole["robustness"]["stable_weights"]
    assert {key for key in whole if whole[key] != quick[key]} == {
        "tipping_points",
        "no_tipping_points",
        "robustness",
    }
    assert whole.keys() == quick.keys()


def test_the_same_inputs_give_the_same_bytes(program: Run, example: str) -> None:
    # Sets are iterated in another order under another hash seed.
    profile = str(Path(example).with_name("java-back-end.yaml"))
    line = ("recommend", profile, "--as-of", "2026-11-21", "-f", "json")
    first, second = (program(*line, PYTHONHASHSEED=seed).stdout for seed in "12")
    assert "tipping_points" in first
    assert first == second


def test_a_page_of_html_stands_alone(invoke: Run, example: str, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    done = invoke("recommend", example, "--quick", "-f", "html", "-o", str(path))
    assert (done.code, done.out, done.err) == (Exit.OK, "", "")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "android-browser" in text
