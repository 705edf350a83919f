"""Running the command line: in this process, and as a program of its own."""

import gc
import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from advisor.cli.main import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "knowledge" / "profiles" / "android-browser.yaml"


@dataclass(frozen=True)
class Outcome:
    """How a run ended and what it said."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def example() -> str:
    """Return the path of an example profile."""
    return str(EXAMPLE)


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return an environment that the person who runs the tests cannot colour."""
    home = tmp_path_factory.mktemp("home")
    return {
        "ADVISOR_CACHE_DIR": str(home / "cache"),
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "COLUMNS": "80",
        "TERM": "xterm",
    }


@pytest.fixture
def invoke(
    environment: Mapping[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[..., Outcome]:
    """Return a function that runs the command line in this process."""
    for name in ("ADVISOR_CACHE_DIR", "HOME", "COLUMNS"):
        monkeypatch.setenv(name, environment[name])
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # typer replaces it

    def run(*arguments: str, stdin: str = "") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["advisor", *arguments])
        stream = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stream)
        with pytest.raises(SystemExit) as ended:
            main()
        gc.enable()  # a program is over by now, but the tests go on
        said = capsys.readouterr()
        code = ended.value.code
        assert isinstance(code, int)
        return Outcome(code, said.out, said.err)

    return run


@pytest.fixture
def program(
    environment: Mapping[str, str], tmp_path: Path
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the program in a process of its own."""

    def run(
        *arguments: str, stdin: str = "", **extra: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "advisor", *arguments],
            cwd=tmp_path,
            env={**environment, **extra},
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


@pytest.fixture
def rulebase(tmp_path: Path) -> Path:
    """Return the folder of a small rule base of its own: two frameworks, two cases."""
    folder = tmp_path / "rulebase"
    shutil.copytree(Path(__file__).parent / "rulebase", folder)
    shutil.copy(ROOT / "knowledge" / "constants.yaml", folder)
    return folder
