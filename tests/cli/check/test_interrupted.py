"""`advisor check` ended, refused or disturbed while it writes: every file stays whole."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]
FAULTS = ROOT / "tests" / "files" / "faults.py"
LOCK, BASELINE = "advisor.lock", "known.yaml"
NAMES = "abcdef"
PROFILE = "schema: 1\nanswers: {goal: production}\ngate: {framework: bee}\n"

Run = dict[str, Any]  # Any: what JSON may hold


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a repository with profiles."""
    folder = tmp_path / "repository"
    (folder / ".git").mkdir(parents=True)
    for name in NAMES:
        (folder / f"{name}.yaml").write_text(PROFILE)
    return folder


@pytest.fixture
def start(
    folder: Path, rulebase: Path, environment: Mapping[str, str]
) -> Callable[..., subprocess.Popen[str]]:
    """Return a function that starts Python with the options of a small rule base."""

    def start(*arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *arguments, "--knowledge", str(rulebase), "--no-builtin"],
            cwd=folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return start


Start = Callable[..., subprocess.Popen[str]]


def recorded(start: Start, name: str) -> str:
    child = start("-m", "advisor", "check", "--record", "--exit-zero", name)
    said = child.communicate()[1]
    assert child.returncode == 0, said
    return said


def runs(start: Start, folder: Path, fault: str) -> list[Run]:
    """Let each step fail of a run that adds an entry and writes a baseline."""
    work = ("check", "--record", "--exit-zero", "a.yaml", "--write-baseline", BASELINE)
    child = start(str(FAULTS), fault, str(folder), *work)
    out, err = child.communicate()
    assert child.returncode == 0, err
    return [json.loads(line) for line in out.splitlines()]


def litter(run: Run) -> list[str]:
    return [name for name in run["content"] if name.startswith(".advisor-")]


def all_whole(outcomes: list[Run], old: str) -> None:
    """Each file is as before or as in the run that got through."""
    new = outcomes[-1]["content"]
    for each in outcomes:
        assert each["content"][LOCK] in {old, new[LOCK]}
        assert each["content"].get(BASELINE, new[BASELINE]) == new[BASELINE]
        others = each["content"].keys() - {LOCK, BASELINE, *litter(each)}
        assert {each["content"][name] for name in others} == {PROFILE}


def test_killed_at_any_step_it_leaves_every_file_whole(
    start: Start, folder: Path
) -> None:
    recorded(start, "b.yaml")
    old = (folder / LOCK).read_text()
    *killed, through = runs(start, folder, "kill")
    assert through["code"] == 0
    assert all(f"  {name}.yaml:" in through["content"][LOCK] for name in "ab")
    assert {each["step"] for each in killed} == {"killed"}
    assert {old, through["content"][LOCK]} == {e["content"][LOCK] for e in killed}
    assert any(BASELINE not in each["content"] for each in killed)
    assert max(len(litter(each)) for each in killed) == 1
    all_whole([*killed, through], old)


def test_refused_at_any_step_it_says_so_and_leaves_no_litter(
    start: Start, folder: Path
) -> None:
    recorded(start, "b.yaml")
    old = (folder / LOCK).read_text()
    outcomes = runs(start, folder, "ENOSPC,EIO,EROFS,EINTR")
    all_whole(outcomes, old)
    assert sum(each["code"] == 2 for each in outcomes) > 10
    for each in outcomes:
        assert litter(each) == []
        assert each["code"] in {0, 2}, each["err"]
        assert "Traceback" not in each["err"]
        assert each["err"].count("Error: ") == (each["code"] == 2)
        if each["code"] == 0:
            assert each["content"] == outcomes[-1]["content"]


def test_runs_at_once_lose_no_entry(start: Start, folder: Path) -> None:
    children = [
        start("-m", "advisor", "check", "--record", "--exit-zero", f"{name}.yaml")
        for name in NAMES
    ]
    for name, child in zip(NAMES, children, strict=True):
        assert child.communicate()[1] == f"Recorded in {LOCK}: {name}.yaml\n"
    text = (folder / LOCK).read_text()
    assert [name for name in NAMES if f"\n  {name}.yaml:\n" in text] == [*NAMES]
    assert {each.name for each in folder.iterdir()} == {
        *(".git", LOCK),
        *(f"{name}.yaml" for name in NAMES),
    }
