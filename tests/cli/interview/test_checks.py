from math import nan
from pathlib import Path

import pytest

from advisor.cli.interview.checks import check, check_options
from advisor.model.errors import InputError


@pytest.mark.parametrize(
    ("profile", "output", "message"),
    [
        ("-", None, "an interview needs a file"),
        ("there", None, "this is a directory"),
        ("missing/p.yaml", None, "no such folder"),
        ("p.yaml", "missing/out.md", "no such folder"),
        ("p.yaml", "there", "this is a directory"),
    ],
)
def test_what_cannot_be_written_is_said_before_the_first_question(
    profile: str,
    output: str | None,
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    with pytest.raises(InputError, match=message):
        check(Path(profile), None if output is None else Path(output))


def test_files_that_can_be_written_pass(tmp_path: Path) -> None:
    check(tmp_path / "p.yaml", tmp_path / "out.md")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("confidence", "update", "restart", "all_", "message"),
    [
        (nan, False, False, False, "--confidence"),
        (0.9, True, True, False, "--update and --restart"),
        (0.9, True, False, True, "--update and --all"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    confidence: float, update: bool, restart: bool, all_: bool, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        check_options(confidence, update=update, restart=restart, all_=all_)
    check_options(0.9, update=False, restart=restart, all_=all_)
