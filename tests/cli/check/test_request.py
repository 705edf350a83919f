from datetime import date
from pathlib import Path
from typing import Any

import pytest

from advisor.cli.check.request import Request, keep_files_apart, refuse_contradictions
from advisor.cli.format import CheckFormat
from advisor.model.errors import InputError
from advisor.model.evidence import Evidence
from advisor.model.finding import Severity

DEFAULTS: dict[str, Any] = {
    "profiles": (),
    "record": False,
    "update": False,
    "locked": False,
    "baseline": None,
    "write_baseline": None,
    "fail_on": Severity.ERROR,
    "explain": None,
    "as_of": None,
    "evidence": Evidence.ALL,
    "knowledge": (),
    "no_builtin": False,
    "lang": None,
    "format_": CheckFormat.TERMINAL,
    "output": None,
}


# Any: whatever options a test is about.
def request(**given: Any) -> Request:  # noqa: ANN401
    return Request(**{**DEFAULTS, **given})


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"locked": True, "as_of": date(2026, 1, 1)}, "--locked and --as-of"),
        ({"locked": True, "record": True}, "--locked and --record"),
        ({"locked": True, "update": True}, "--locked and --update"),
        ({"locked": True, "profiles": ["-"]}, "--locked and -"),
        ({"record": True, "profiles": ["a", "-"]}, "--record and -"),
        ({"update": True, "profiles": ["-"]}, "--update and -"),
        (
            {"baseline": Path("a"), "write_baseline": Path("b")},
            "--baseline and --write-baseline",
        ),
    ],
)
def test_options_that_exclude_each_other_are_refused(
    given: dict[str, Any], said: str
) -> None:
    with pytest.raises(InputError, match=f"^{said} exclude each other; "):
        refuse_contradictions(request(**given))


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"record": True, "update": True},
        {"locked": True},
        {"profiles": ["-"], "write_baseline": Path("b")},
        {"as_of": date(2026, 1, 1), "record": True},
    ],
)
def test_options_that_go_together_are_let_through(given: dict[str, Any]) -> None:
    refuse_contradictions(request(**given))


def test_nothing_is_written_over_what_is_read(tmp_path: Path) -> None:
    profile, known = tmp_path / "profile.yaml", tmp_path / "known.yaml"
    profile.touch()
    (tmp_path / "link").symlink_to(profile)
    for taken in (profile, tmp_path / "link", tmp_path / "advisor.lock"):
        with pytest.raises(InputError, match=r"^--output: .* has a use already"):
            keep_files_apart(
                request(output=taken), [profile, tmp_path / "advisor.lock"]
            )
        with pytest.raises(InputError, match=r"^--write-baseline: "):
            keep_files_apart(
                request(write_baseline=taken), [profile, tmp_path / "advisor.lock"]
            )
    with pytest.raises(InputError, match=r"^--output: "):
        keep_files_apart(request(output=known, baseline=known), [profile])
    with pytest.raises(InputError, match=r"^--write-baseline: "):
        keep_files_apart(request(output=known, write_baseline=known), [profile])
    keep_files_apart(request(output=known), [profile])


def test_a_file_that_is_not_there_yet_is_known_by_any_of_its_names(
    tmp_path: Path,
) -> None:
    lock, other = tmp_path / "advisor.lock", tmp_path / "x" / ".." / "advisor.lock"
    with pytest.raises(InputError, match=r"^--output: "):
        keep_files_apart(request(output=other), [lock])


def test_a_device_may_take_the_result(tmp_path: Path) -> None:
    keep_files_apart(request(output=Path("/dev/null")), [tmp_path / "profile.yaml"])
