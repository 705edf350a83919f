"""The hook of pre-commit: its manifest. It is run for real by `pre_commit.sh`."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from advisor.scan.dependencies.formats import FORMATS
from advisor.scan.profiles import NAMES, PYPROJECT

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"


@pytest.fixture(scope="module")
def hook() -> Any:  # noqa: ANN401 - what YAML holds
    """Return the one hook that there is."""
    (only,) = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    return only


def test_pre_commit_takes_the_manifest() -> None:
    program = shutil.which("pre-commit")
    if program is None:
        pytest.skip("no pre-commit here: the manifest is not validated")
    done = subprocess.run(
        [program, "validate-manifest", str(MANIFEST)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout


# Any: what YAML holds, here and below.
def test_the_hook_finds_the_profiles_itself(hook: Any) -> None:  # noqa: ANN401
    assert hook["entry"] == "advisor check"
    assert hook["pass_filenames"] is False


@pytest.mark.parametrize(
    "name",
    [*NAMES, PYPROJECT, "advisor.lock", *(each.pattern for each in FORMATS)],
)
def test_whatever_the_check_reads_sets_the_hook_off(
    name: str,
    hook: Any,  # noqa: ANN401
) -> None:
    file = name.replace("*", "-one")
    assert re.search(hook["files"], file)
    assert re.search(hook["files"], f"apps/scanner/{file}")
    assert not re.search(hook["files"], f"{file}x")


@pytest.mark.parametrize(
    "name", ["README.md", "my-profile.yaml", "src/advisor.py", "Pipfile.toml"]
)
def test_nothing_else_does(name: str, hook: Any) -> None:  # noqa: ANN401
    assert not re.search(hook["files"], name)
