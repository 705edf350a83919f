"""`advisor knowledge` as a process: exit codes, streams, files."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

_ROOT = Path(__file__).parents[2]
_BROKEN_RULE = """\
id: my-rule
title: A rule of our own
group: other
when: {fact: goal, is: research}
then:
  raise: {debuging: 2}
because: We like it.
"""
_WRONG_CASE = """\
id: my-case
title: A case of our own
as-of: 2023-01-01
evidence: documents
answers: {goal: prototype, priorities: [debugging]}
expect: {accept: [theano]}
because: We still believe in it.
"""
_UNREADABLE_CASE = _WRONG_CASE.replace("prototype", "prototpye")

Run = Callable[..., CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs `advisor knowledge` with these arguments."""

    def call(*arguments: str | Path) -> CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "advisor", "knowledge", *map(str, arguments)],
            cwd=_ROOT,
            env={**os.environ, "ADVISOR_CACHE_DIR": str(tmp_path / "cache")},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return call


@pytest.fixture
def overlay(tmp_path: Path) -> Callable[[str, str], Path]:
    """Return a function that writes one record of an overlay."""

    def write(place: str, text: str) -> Path:
        folder = tmp_path / "overlay"
        file = folder / place
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return folder

    return write


def test_the_built_in_rule_base_passes_lint(run: Run) -> None:
    done = run("lint", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["counts"]["error"] == 0


def test_a_broken_overlay_fails_lint_with_3_and_says_what_to_do(
    run: Run, overlay: Callable[[str, str], Path]
) -> None:
    overlay("profiles/mine.yaml", "schema: 1\nanswers: {gaol: research}\n")
    overlay("cases/my-case.yaml", _UNREADABLE_CASE)
    folder = overlay("rules/my-rule.yaml", _BROKEN_RULE)
    output = folder.parent / "findings.json"
    done = run("lint", "--knowledge", folder, "-f", "json", "-o", output)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "")
    found = json.loads(output.read_text(encoding="utf-8"))["findings"]
    errors = {
        (each["subject"], each["check"])
        for each in found
        if each["severity"] == "error"
    }
    assert errors == {
        ("rule:my-rule", "rules"),
        ("rule:my-rule", "support"),
        ("case:my-case", "reading"),
        ("profile:mine", "reading"),
    }
    assert "Did you mean 'debugging'?" in {each["help"] for each in found}
    places = {
        (Path(each["path"]).relative_to(folder).as_posix(), each["line"])
        for each in found
        if each["severity"] == "error"
    }
    assert places == {
        ("rules/my-rule.yaml", 6),
        ("rules/my-rule.yaml", 1),
        ("cases/my-case.yaml", 5),
        ("profiles/mine.yaml", 2),
    }


def test_lint_shows_the_place_of_a_finding_on_a_line_of_its_own(
    run: Run, overlay: Callable[[str, str], Path]
) -> None:
    folder = overlay("rules/my-rule.yaml", _BROKEN_RULE)
    done = run("lint", "--knowledge", folder, "-f", "markdown")
    assert done.returncode == 3
    lines = [each.replace("\\", "") for each in done.stdout.splitlines()]
    assert f"  - {folder / 'rules' / 'my-rule.yaml'}:6".replace("\\", "") in lines


def test_documents_that_are_not_there_fail_lint(run: Run, tmp_path: Path) -> None:
    done = run("lint", "--documents", tmp_path)
    assert done.returncode == 3
    assert "source:doc-000 the file" in done.stdout
    assert "\n0 passages still say" in done.stdout


def test_a_documents_folder_that_does_not_exist_is_a_usage_error(run: Run) -> None:
    done = run("lint", "--documents", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--documents: nowhere: not a folder" in done.stderr


def test_all_cases_of_the_built_in_rule_base_hold(run: Run) -> None:
    done = run("test")
    assert (done.returncode, done.stderr) == (0, "")
    held, _, total = done.stdout.partition(" of ")
    assert total.startswith(f"{held} cases hold.")


def test_a_case_that_fails_is_shown_and_exits_with_3(
    run: Run, overlay: Callable[[str, str], Path]
) -> None:
    folder = overlay("cases/my-case.yaml", _WRONG_CASE)
    done = run("test", "my-case", "--knowledge", folder, "-f", "markdown")
    assert done.returncode == 3
    assert "We still believe in it." in done.stdout
    assert "expected theano, but pytorch came out" in done.stdout


def test_a_case_that_cannot_be_read_exits_with_3(
    run: Run, overlay: Callable[[str, str], Path]
) -> None:
    folder = overlay("cases/my-case.yaml", _UNREADABLE_CASE)
    done = run("test", "my-case", "--knowledge", folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "case my-case: answers.goal: 'prototpye' is not an option" in done.stderr


def test_an_unknown_case_is_a_usage_error_with_the_nearest(run: Run) -> None:
    done = run("test", "r-000-1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'r-000-1' is not a case; did you mean 'r-000-" in done.stderr


def test_a_record_is_shown_by_any_of_its_names(run: Run) -> None:
    done = run("show", "张量流", "--as-of", "2021-05-18", "--evidence", "documents")
    assert (done.returncode, done.stderr) == (0, "")
    assert "as of 2021-05-18, documents only" in " ".join(done.stdout.split())


def test_a_cell_is_shown_as_json(run: Run) -> None:
    done = run("show", "pytorch/debugging", "--as-of", "2026-11-21", "-f", "json")
    assert done.returncode == 0
    shown = json.loads(done.stdout)
    assert (shown["kind"], shown["id"]) == ("cell", "pytorch/debugging")
    assert 0 < shown["performance"]["low"] < shown["performance"]["value"] < 1


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("torchsrve", "nothing in the rule base is called 'torchsrve'; did you mean"),
        ("tpu", "'tpu' means several records; name one of: system:tpu, rule:tpu"),
    ],
)
def test_a_name_that_names_no_single_record_is_a_usage_error(
    run: Run, name: str, message: str
) -> None:
    done = run("show", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr


def test_a_rule_base_with_broken_references_is_refused_with_3(
    run: Run, overlay: Callable[[str, str], Path]
) -> None:
    folder = overlay("rules/my-rule.yaml", _BROKEN_RULE)
    done = run("show", "tpu", "--knowledge", folder)
    assert (done.returncode, done.stdout) == (3, "")
    problem = "rule:my-rule: raise: there is no criterion 'debuging'. Did you mean"
    assert f"  {folder / 'rules' / 'my-rule.yaml'}:6: {problem}" in done.stderr


def _alone(rulebase: Path) -> tuple[str, ...]:
    return ("--no-builtin", "--knowledge", str(rulebase))


def test_the_decisions_of_projects_are_shown_when_they_are_asked_for(
    run: Run, rulebase: Path
) -> None:
    plain = run("test", *_alone(rulebase))
    assert (plain.returncode, plain.stdout) == (0, "2 of 2 cases hold.\n")
    done = run("test", "--decisions", *_alone(rulebase))
    assert (done.returncode, done.stderr) == (0, "")
    assert "Framework right: 1 of 1 of those whose context is enough" in done.stdout
    shown = run("test", "--decisions", "-f", "json", *_alone(rulebase))
    (decision,) = json.loads(shown.stdout)["decisions"]
    assert (decision["case"], decision["right"]) == ("a-bank", True)


def test_a_known_miss_passes_with_its_reason_and_fails_once_it_has_come_right(
    run: Run, rulebase: Path
) -> None:
    file = rulebase / "cases" / "a-bank.yaml"
    text = file.read_text(encoding="utf-8") + "miss: Nobody knows why.\n"
    file.write_text(text, encoding="utf-8")
    right = run("test", *_alone(rulebase))
    assert right.returncode == 3
    assert "is marked as a known miss but comes out right" in right.stdout
    file.write_text(text.replace("[ada]", "[bee]", 1), encoding="utf-8")
    missed = run("test", *_alone(rulebase))
    assert missed.returncode == 0
    assert missed.stdout.startswith("2 of 2 cases hold.\n\nKnown misses\n")
    assert "expected bee, but ada came out" in missed.stdout
    assert "Nobody knows why." in missed.stdout


def test_mutations_name_what_hangs_on_single_claims_and_change_no_exit_code(
    run: Run, rulebase: Path
) -> None:
    done = run("test", "--mutate", "-f", "json", *_alone(rulebase))
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["cases"], found["silent"]) == (2, ["c-docs"])
    assert {(each["claim"], each["change"]) for each in found["mutants"]} == {
        (claim, change)
        for claim in ("c-old", "c-new")
        for change in ("deleted", "flipped")
    }
    deleted = next(each for each in found["mutants"] if each["claim"] == "c-new")
    assert deleted["swings"] == [{"case": "a-shop", "before": "bee", "after": "ada"}]


def test_mutations_of_single_cases_look_at_these_only(run: Run, rulebase: Path) -> None:
    done = run("test", "a-bank", "--mutate", *_alone(rulebase))
    assert done.returncode == 0
    assert "over 1 cases" in " ".join(done.stdout.split())
    assert "a-shop" not in done.stdout


@pytest.mark.parametrize(
    ("day", "stale"), [("2024-12-01", False), ("2025-02-01", True)]
)
def test_lint_finds_what_has_grown_old_by_the_day(
    run: Run, rulebase: Path, day: str, stale: bool
) -> None:
    done = run("lint", "--as-of", day, "-f", "json", *_alone(rulebase))
    assert done.returncode == 0, "age is no error"
    found = json.loads(done.stdout)["findings"]
    old = [each["subject"] for each in found if each["message"].startswith("stale:")]
    assert old == (["source:two"] if stale else [])


def test_lint_warns_of_an_empty_cell_and_passes(run: Run, rulebase: Path) -> None:
    done = run("lint", "--as-of", "2021-05-31", "-f", "json", *_alone(rulebase))
    found = json.loads(done.stdout)
    assert (done.returncode, found["counts"]["warning"]) == (0, 1)
    (hole,) = [each for each in found["findings"] if each["severity"] == "warning"]
    assert (hole["subject"], hole["check"]) == ("framework:bee", "upkeep")


def test_lint_looks_for_upkeep_only_where_nothing_is_broken(
    run: Run, rulebase: Path
) -> None:
    (rulebase / "sources" / "one.yaml").unlink()
    done = run("lint", "--as-of", "2025-02-01", "-f", "json", *_alone(rulebase))
    assert done.returncode == 3
    assert "upkeep" not in {
        each["check"] for each in json.loads(done.stdout)["findings"]
    }
