from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from advisor.files.wording import printable
from advisor.knowledge.baselines import (
    BASELINE_HEADER,
    baseline_text,
    read_baseline,
)
from advisor.model.errors import InputError
from advisor.model.finding import Severity
from advisor.model.gate import (
    NEVER_KNOWN,
    Accepted,
    Baseline,
    Check,
    GateFinding,
    Known,
    KnownFinding,
    Place,
)

ONE, TWO = "1" * 64, "a" * 64


def finding(
    check: Check = Check.PATH_LEGACY,
    file: str = "profile.yaml",
    subject: str = "android",
    fingerprint: str = ONE,
) -> GateFinding:
    return GateFinding(
        check=check,
        severity=Severity.WARNING,
        place=Place(file, 3),
        subject=subject,
        message="It is so.",
        help="Change it.",
        fingerprint=fingerprint,
    )


TEXT = (
    BASELINE_HEADER
    + f"""\
schema: 1
findings:
  - check: path-legacy
    file: profile.yaml
    subject: android
    fingerprint: "{ONE}"
"""
)


def error(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read_baseline(text, "base.yaml")
    message = str(caught.value)
    assert all(printable(line) for line in message.split("\n"))
    return message


def test_a_baseline_is_written_for_people_and_read_with_its_lines() -> None:
    assert baseline_text([finding()]) == TEXT
    known = KnownFinding(Check.PATH_LEGACY, "profile.yaml", "android", 5)
    assert read_baseline(TEXT, "base.yaml") == Baseline("base.yaml", {ONE: known})


def test_a_name_that_could_not_be_read_back_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be kept; rename the file"):
        baseline_text([finding(file="a\udcff.yaml")])


def test_nothing_is_a_baseline_too() -> None:
    assert read_baseline(baseline_text([]), "b").known == {}


def test_findings_stand_by_file_check_and_subject_and_only_once() -> None:
    some = [
        finding(file="b.yaml", fingerprint=TWO),
        finding(subject="server", fingerprint="c" * 64),
        finding(),
        finding(Check.NO_BASIS, file="b.yaml", fingerprint="b" * 64),
        finding(),
    ]
    text = baseline_text(some)
    assert baseline_text(reversed(some)) == text
    known = list(read_baseline(text, "b").known.values())
    assert [(each.file, each.check.value, each.subject) for each in known] == [
        ("b.yaml", "no-basis", "android"),
        ("b.yaml", "path-legacy", "android"),
        ("profile.yaml", "path-legacy", "android"),
        ("profile.yaml", "path-legacy", "server"),
    ]


@pytest.mark.parametrize("check", sorted(NEVER_KNOWN))
def test_what_always_counts_never_goes_in(check: Check) -> None:
    assert baseline_text([finding(check)]) == baseline_text([])
    said = error(TEXT.replace("path-legacy", check.value))
    assert f"base.yaml:5: findings.0.check: '{check.value}' always counts" in said


def test_an_accepted_finding_stays_out_and_a_known_one_stays_in() -> None:
    accepted = Accepted("for now", "Ada", date(2027, 1, 1))
    assert baseline_text([replace(finding(), treatment=accepted)]) == baseline_text([])
    assert baseline_text([replace(finding(), treatment=Known())]) == TEXT


SAFE = st.characters(exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp"))
WORDS = st.text(SAFE, max_size=30)
FINDINGS = st.builds(
    finding,
    st.sampled_from([each for each in Check if each not in NEVER_KNOWN]),
    WORDS,
    WORDS,
    st.text("0123456789abcdef", min_size=64, max_size=64),
)


@given(found=st.lists(FINDINGS, max_size=5, unique_by=lambda each: each.fingerprint))
def test_whatever_was_found_is_read_back(found: list[GateFinding]) -> None:
    text = baseline_text(found)
    known = read_baseline(text, "b").known
    assert {name: replace(each, line=1) for name, each in known.items()} == {
        each.fingerprint: KnownFinding(each.check, each.place.file, each.subject)
        for each in found
    }
    for each in yaml.safe_load(text)["findings"]:
        assert known[each["fingerprint"]].subject == each["subject"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (TEXT, "schema: 1\n", "base.yaml:1: findings: missing"),
        (TEXT, "[]", "base.yaml:1: a baseline is a mapping, not a list"),
        ("path-legacy", "path-old", "base.yaml:5: findings.0.check: takes "),
        (
            ONE,
            "1" * 63,
            "base.yaml:5: findings.0.fingerprint: takes 64 hexadecimal digits",
        ),
        (
            ONE,
            "A" * 64,
            "base.yaml:5: findings.0.fingerprint: takes 64 hexadecimal digits",
        ),
        ("subject:", "about:", "findings.0.about: unknown key"),
    ],
)
def test_what_is_wrong_with_a_baseline_is_said_with_its_line(
    old: str, new: str, message: str
) -> None:
    said = error(TEXT.replace(old, new))
    assert message in said
    assert said.endswith("'advisor check --write-baseline FILE' to write it anew")


def test_a_finding_that_is_there_twice_is_an_error() -> None:
    entry = TEXT[TEXT.index("  - check") :]
    assert (
        "base.yaml:9: findings.1.fingerprint: is the finding of line 5 again"
        in error(TEXT + entry)
    )


def test_a_newer_baseline_asks_for_a_newer_program() -> None:
    assert "a newer version of advisor" in error(TEXT.replace("schema: 1", "schema: 2"))


def test_a_merge_that_was_left_open_is_said() -> None:
    assert error(f"<<<<<<< HEAD\n{TEXT}").startswith("base.yaml:1: a merge has left")
