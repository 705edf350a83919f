"""The action of GitHub: what it is made of, and its steps as they run."""

import json
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import validators

from tests.integrations.composite import ACTION, ROOT, Ran, Runner

THEN, NOW = "--as-of=2022-06-01", "--as-of=2026-11-21"
Act = Callable[..., Ran]

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None, reason="no bash here: the action cannot be run"
)


@pytest.fixture(scope="session")
def action() -> Any:  # noqa: ANN401 - what YAML holds
    """Return the action as it is written."""
    return yaml.safe_load(ACTION.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for the parsed rule base."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a repository with the shelf scanner in it."""
    folder = tmp_path / "work space"
    shutil.copytree(ROOT / "tests/repos/shelf-scanner", folder)
    (folder / ".git").mkdir()
    return folder


@pytest.fixture
def act(
    workspace: Path,
    cache: Path,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Act:
    """Return a function that runs the action, with this checkout as what it installed."""
    bin_ = tmp_path / "bin"
    bin_.mkdir()
    python = shlex.quote(sys.executable)
    for name, command in (("python", python), ("advisor", f"{python} -P -m advisor")):
        script = bin_ / name
        script.write_text(f'#!/bin/sh\nexec {command} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    temporary = tmp_path_factory.mktemp("runner temp")
    (temporary / "advisor-cache").symlink_to(cache)  # for all tests to share
    environment = {
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
    }
    runner = Runner(workspace, temporary, environment, {"install": {"bin": str(bin_)}})

    def run(*arguments: str, **inputs: str) -> Ran:
        # Each report is a program to start: the page is made only where it is looked at.
        given = {"job-summary": "false", "arguments": "\n".join(arguments)}
        named = {name.replace("_", "-"): each for name, each in inputs.items()}
        return runner.run({**given, **named})

    return run


# Any: what YAML holds, here and below.
def test_it_keeps_to_the_published_schema(action: Any) -> None:  # noqa: ANN401
    schema = json.loads((ROOT / "tests/schemas/github-action.json").read_text("utf-8"))
    validator = validators.validator_for(schema)(schema)
    assert [each.message for each in validator.iter_errors(action)] == []


def test_no_script_has_an_expression_pasted_into_it(action: Any) -> None:  # noqa: ANN401
    assert [s["id"] for s in action["runs"]["steps"] if "${{" in s["run"]] == []


def test_it_uses_no_action_of_others(action: Any) -> None:  # noqa: ANN401
    assert all("uses" not in step for step in action["runs"]["steps"])


def test_every_input_reaches_a_step_and_every_variable_is_read(
    action: Any,  # noqa: ANN401
) -> None:
    steps = action["runs"]["steps"]
    given = [text for step in steps for text in (*step["env"].values(), *step.values())]
    for name in action["inputs"]:
        assert any(f"inputs.{name} " in text for text in given if isinstance(text, str))
    for step in steps:
        own = {name for name in step["env"] if not name.startswith("PIP_")}
        assert own == {name for name in own if f"${name}" in step["run"]}


def break_profile(workspace: Path) -> None:
    """Write what is no answer; nothing is judged then, which is faster too."""
    profile = workspace / "profile.yaml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("goal: production", "goal: prodction"), "utf-8")


def test_what_passes_is_said_in_every_way(act: Act, workspace: Path) -> None:
    ran = act(THEN, sarif_file="check.sarif", job_summary="true")
    assert (ran.code, ran.outputs["exit-code"]) == (0, "0"), ran.log
    assert int(ran.outputs["findings"]) >= int(ran.outputs["failing"]) == 0
    assert "::error" not in ran.log
    assert "TensorFlow is chosen" in ran.summary
    sarif = Path(ran.outputs["sarif-file"])
    assert sarif == workspace / "check.sarif"
    assert json.loads(sarif.read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_what_fails_fails_after_every_report_is_written(
    act: Act, workspace: Path
) -> None:
    ran = act(NOW, sarif_file="check.sarif", job_summary="true")
    assert (ran.code, ran.outputs["exit-code"]) == (1, "1")
    assert int(ran.outputs["findings"]) >= int(ran.outputs["failing"]) > 0
    assert "::error file=profile.yaml,line=" in ran.log
    assert "choice-not-recommended" in ran.summary
    results = json.loads((workspace / "check.sarif").read_text("utf-8"))["runs"][0]
    found = {each["ruleId"] for each in results["results"]}
    assert "choice-not-recommended" in found


def test_a_broken_profile_is_shown_where_it_is_broken(
    act: Act, workspace: Path
) -> None:
    break_profile(workspace)
    ran = act(THEN, job_summary="true")
    assert (ran.code, ran.outputs["exit-code"]) == (2, "2")
    assert "::error file=profile.yaml,line=5," in ran.log
    assert "prodction" in ran.summary


def test_where_there_is_nothing_to_check_it_fails_and_says_so_once(
    act: Act, workspace: Path
) -> None:
    (workspace / "profile.yaml").unlink()
    ran = act(THEN, job_summary="true")
    assert (ran.code, ran.outputs["exit-code"]) == (2, "2")
    assert (ran.outputs["findings"], ran.outputs["sarif-file"]) == ("", "")
    assert ran.log.count("Error: ") == 1
    assert ran.summary == ""


def test_a_report_that_cannot_be_written_fails_the_step(act: Act) -> None:
    ran = act(THEN, sarif_file="missing/check.sarif")
    assert ran.code == 2
    assert "missing/check.sarif: cannot be written" in ran.log


def test_the_summary_is_on_the_page_unless_it_is_left_out(
    act: Act,
    action: Any,  # noqa: ANN401
    workspace: Path,
) -> None:
    assert action["inputs"]["job-summary"]["default"] == "true"
    break_profile(workspace)
    assert act(THEN, job_summary="false").summary == ""


def test_profiles_are_one_a_line_and_seen_from_the_working_directory(
    act: Act, workspace: Path
) -> None:
    for name in ("app one", "app two"):
        (workspace / "apps" / name).mkdir(parents=True)
        shutil.copy(workspace / "profile.yaml", workspace / "apps" / name)
    ran = act(NOW, working_directory="apps", profiles="app one\napp two/profile.yaml\n")
    assert ran.code == 1
    places = set(re.findall(r"::error file=([^,]+),", ran.log))
    assert places == {"apps/app one/profile.yaml", "apps/app two/profile.yaml"}


def test_a_locked_check_holds_what_was_recorded(act: Act) -> None:
    assert act(THEN, "--record").code == 0
    assert act(locked="true").code == 0


def test_a_baseline_takes_what_was_there_out(act: Act, workspace: Path) -> None:
    written = act(NOW, "--write-baseline=known.yaml")
    assert written.code == 0, written.log
    assert (workspace / "known.yaml").exists()
    assert act(NOW, baseline="known.yaml").outputs["exit-code"] == "0"


HOSTILE = "\"; touch pwned; $(touch pwned) `touch pwned` '; touch pwned; '"


@pytest.mark.parametrize(
    "names",
    [["fail_on"], ["profiles", "baseline"], ["sarif_file", "locked", "job_summary"]],
)
def test_nothing_in_an_input_is_run(
    names: list[str], act: Act, workspace: Path
) -> None:
    break_profile(workspace)
    act(THEN, **dict.fromkeys(names, HOSTILE))
    assert not list(workspace.rglob("pwned"))


def test_no_output_can_be_smuggled_in(act: Act) -> None:
    ran = act(NOW, sarif_file="a.sarif\nexit-code=0")
    assert (ran.code, ran.outputs["exit-code"]) == (2, "")


def test_nothing_in_the_repository_is_imported(act: Act, workspace: Path) -> None:
    trap = "import pathlib; pathlib.Path('pwned').touch(); raise SystemExit(9)"
    for module in ("json", "sys", "yaml", "advisor", "sitecustomize"):
        (workspace / f"{module}.py").write_text(trap, encoding="utf-8")
    assert act(THEN).code == 0
    assert not (workspace / "pwned").exists()
