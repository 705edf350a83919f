"""What a profile is judged by: its day, and who fixed it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]  # Any: Outcome or CompletedProcess
FIXED = "as-of: 2024-03-01\n"


@pytest.fixture
def profile(tmp_path: Path, example: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a profile, in the current folder, that fixes the day."""
    path = tmp_path / "profile.yaml"
    text = Path(example).read_text(encoding="utf-8")
    path.write_text(f"{text}{FIXED}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def fixed(done: Any) -> list[int]:  # noqa: ANN401 - an outcome
    """Return the lines at which the day is said to be fixed."""
    found = json.loads(done.out)["profiles"][0]["findings"]
    return [each["line"] for each in found if each["check"] == "date-fixed"]


def test_a_day_that_the_profile_fixes_is_told_where_nobody_overrules_it(
    invoke: Run, profile: Path
) -> None:
    lines = profile.read_text(encoding="utf-8").splitlines()
    at = lines.index(FIXED.strip()) + 1
    assert fixed(invoke("check", "-f", "json", "--record")) == [at]
    for options in (("--as-of", "2024-03-01"), ("--locked",)):
        assert fixed(invoke("check", "-f", "json", *options)) == []


def test_a_day_that_nobody_fixes_is_nothing_to_speak_of(
    invoke: Run, profile: Path
) -> None:
    text = profile.read_text(encoding="utf-8").replace(FIXED, "")
    profile.write_text(text, encoding="utf-8")
    assert fixed(invoke("check", "-f", "json")) == []
