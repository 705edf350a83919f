from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.check.naming import between, known_by, renamed, renamed_report
from advisor.cli.check.targets import PIPED
from advisor.gate.fingerprint import fingerprint
from advisor.model.checked import GateReport, Judged, ProfileCheck, Unread
from advisor.model.evidence import Evidence
from advisor.model.finding import Severity
from advisor.model.gate import Check, GateFinding, Place
from advisor.model.report import Verdict
from advisor.model.what_if import Outcome

ROOT = Path("/repository")
APP = ROOT / "app"

names = st.lists(st.sampled_from(["a", "app", "b c", "é"]), min_size=1, max_size=4)


def finding(file: str) -> GateFinding:
    return GateFinding(
        check=Check.PATH_LEGACY,
        severity=Severity.WARNING,
        place=Place(file, 3),
        subject="android",
        message="m",
        help="h",
        fingerprint="0" * 64,
    )


def checked(file: str, *found: str) -> ProfileCheck:
    judged = Judged(date(2026, 1, 1), Outcome(Verdict.NO_BASIS, ()), "", None)
    return ProfileCheck(file, "project", judged, tuple(map(finding, found)))


@given(names)
def test_the_way_there_and_back_is_the_same_name(parts: list[str]) -> None:
    file = "/".join(parts)
    there, back = between(APP, ROOT), between(ROOT, APP)
    assert there(file) == f"app/{file}"
    assert back(there(file)) == file
    assert between(ROOT, ROOT)(file) == file


def test_what_lies_outside_has_its_whole_name_from_everywhere() -> None:
    assert between(ROOT, APP)("b/p.yaml") == "/repository/b/p.yaml"
    assert between(APP, ROOT)("/repository/b/p.yaml") == "b/p.yaml"
    assert between(APP, ROOT)("/etc/p.yaml") == "/etc/p.yaml"


def test_dependency_files_are_named_from_there_too() -> None:
    files = ("app/uv.lock", "pyproject.toml")
    judged = Judged(date(2026, 1, 1), Outcome(Verdict.CLEAR, ("a",)), "", None, files)
    check = ProfileCheck("app/p.yaml", "", judged, ())
    seen = renamed(check, between(ROOT, APP)).judged
    assert isinstance(seen, Judged)
    assert seen.dependency_files == ("uv.lock", "/repository/pyproject.toml")


def test_standard_input_is_no_file() -> None:
    assert between(APP, ROOT)(PIPED) == PIPED


def test_a_report_names_profiles_and_places_and_keeps_fingerprints() -> None:
    report = GateReport(
        knowledge_version="1",
        knowledge_digest="sha256:1",
        evidence=Evidence.ALL,
        fail_on=None,
        profiles=(
            checked("app/p.yaml", "app/advisor.lock"),
            ProfileCheck(PIPED, "", Unread(), (finding(PIPED),)),
        ),
        beside=(finding("known.yaml"),),
    )
    seen = renamed_report(report, between(ROOT, APP))
    assert [each.file for each in seen.profiles] == ["p.yaml", PIPED]
    assert [each.place.file for each in seen.findings] == [
        "advisor.lock",
        PIPED,
        "/repository/known.yaml",
    ]
    assert {each.fingerprint for each in seen.findings} == {"0" * 64}


def test_a_finding_is_known_again_wherever_it_was_seen_from() -> None:
    here = checked("p.yaml", "advisor.lock", "/repository/uv.lock")
    root = known_by(here, between(APP, ROOT))
    assert root == known_by(renamed(here, between(APP, ROOT)), between(ROOT, ROOT))
    expected = fingerprint(
        Check.PATH_LEGACY, "app/p.yaml", "app/advisor.lock", "android"
    )
    assert root.findings[0].fingerprint == expected
    assert root.findings[1].place == Place("uv.lock", 3)
