from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.knowledge.families import FAMILIES
from advisor.knowledge.places import Place, places
from advisor.lint.checks import lint
from advisor.model.finding import Finding, Severity
from advisor.model.knowledge import Knowledge

BUILTIN = Path(__file__).parents[2] / "knowledge"

RULE = """\
# A comment first.
id: tpu
title: t
when: {fact: goal, is: research}
then:
  raise:
    speed: 9
  enough: {tools: 2}
because: ""
"""
CLAIMS = """\
criterion: speed
claims:
  - id: c-1
    source: s1
  - source: s2
    id: c-2
    performance:
      jax: 0.5
      torch: 7
"""
SOURCE = """\
id: s1
defects:
  - id: e-1
    claims: [c-1]
  - id: e-2
    claims: [c-9]
"""
CONSTANTS = """\
neutral: {value: 0.5, because: b}
tie-margin:
  value: 3
"""

Where = Callable[..., str | None]


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def where(tmp_path: Path, a_knowledge: Callable[..., Knowledge]) -> Where:
    """Return a function that places one finding, relative to the temporary folder."""
    criterion_of = {"c-1": "speed", "c-2": "speed"}
    base = replace(a_knowledge(), criterion_of=criterion_of)

    def place(subject: str, message: str, *roots: str) -> str | None:
        finding = Finding("check", subject, Severity.ERROR, message, "")
        folders = [tmp_path / each for each in roots or (".",)]
        found = places(folders, base, [finding]).get(finding)
        if found is None:
            return None
        path = Path(found.path).relative_to(tmp_path)
        return str(Place(path.as_posix(), found.line))

    return place


@pytest.mark.parametrize(
    ("message", "line"),
    [
        ("rests on no claim", 2),
        ("raise: there is no criterion 'speed'", 6),
        ("raise.speed: 9 is out of range", 7),
        ("raise.gone: 9 is out of range", 6),
        ("enough.tools: 2 is out of range", 8),
        ("because: empty", 9),
        ("goal: there is no option of goal 'research'", 2),
    ],
)
def test_a_record_is_placed_at_the_key_that_the_message_names(
    tmp_path: Path, where: Where, message: str, line: int
) -> None:
    put(tmp_path, "rules/tpu.yaml", RULE)
    assert where("rule:tpu", message) == f"rules/tpu.yaml:{line}"


@pytest.mark.parametrize(
    ("subject", "message", "line"),
    [
        ("claim:c-1", "has a strength", 3),
        ("claim:c-1", "source: there is no source 's1'", 4),
        ("claim:c-2", "has a strength", 6),
        ("claim:c-2", "source: there is no source 's2'", 5),
        ("claim:c-2", "performance.torch: 7 is out of range", 9),
    ],
)
def test_a_claim_is_placed_in_the_file_of_its_criterion(
    tmp_path: Path, where: Where, subject: str, message: str, line: int
) -> None:
    put(tmp_path, "claims/speed.yaml", CLAIMS)
    assert where(subject, message) == f"claims/speed.yaml:{line}"


def test_an_entry_of_a_list_is_found_by_its_id(tmp_path: Path, where: Where) -> None:
    put(tmp_path, "sources/s1.yaml", SOURCE)
    message = "defects.e-2: there is no claim 'c-9'"
    assert where("source:s1", message) == "sources/s1.yaml:5"


def test_a_constant_is_placed_in_the_constants(tmp_path: Path, where: Where) -> None:
    put(tmp_path, "constants.yaml", CONSTANTS)
    subject = "constant:tie-margin"
    assert where(subject, "value: 3 is out of range") == "constants.yaml:3"
    assert where(subject, "because: empty") == "constants.yaml:2"


def test_a_profile_is_placed_where_its_reader_stopped(
    tmp_path: Path, where: Where
) -> None:
    put(tmp_path, "profiles/mine.yaml", "[no: YAML")
    message = "profiles/mine.yaml:12: answers: wrong\nprofiles/mine.yaml:14: more"
    assert where("profile:mine", message) == "profiles/mine.yaml:12"
    assert where("profile:mine", "too large") == "profiles/mine.yaml:1"


def test_the_last_folder_that_holds_the_record_counts(
    tmp_path: Path, where: Where
) -> None:
    put(tmp_path, "one/rules/tpu.yaml", RULE)
    put(tmp_path, "two/rules/tpu.yaml", "id: tpu")
    put(tmp_path, "two/rules/other.yaml", "id: other")
    assert where("rule:tpu", "m", "one", "two") == "two/rules/tpu.yaml:1"
    assert where("rule:tpu", "m", "two", "one") == "one/rules/tpu.yaml:2"


def test_a_claim_stays_where_an_overlay_does_not_replace_it(
    tmp_path: Path, where: Where
) -> None:
    put(tmp_path, "one/claims/speed.yaml", CLAIMS)
    put(tmp_path, "two/claims/speed.yaml", "criterion: speed\nclaims:\n- id: c-2\n")
    assert where("claim:c-1", "m", "one", "two") == "one/claims/speed.yaml:3"
    assert where("claim:c-2", "m", "one", "two") == "two/claims/speed.yaml:3"


@pytest.mark.parametrize(
    "subject", ["rule:gone", "claim:c-1", "claim:c-9", "profile:gone", "odd:one", "odd"]
)
def test_what_stands_in_no_file_has_no_place(where: Where, subject: str) -> None:
    assert where(subject, "message") is None


def test_only_files_with_findings_are_parsed(tmp_path: Path, where: Where) -> None:
    put(tmp_path, "rules/tpu.yaml", RULE)
    put(tmp_path, "rules/broken.yaml", "[")
    assert where("rule:tpu", "m") == "rules/tpu.yaml:2"


def test_a_folder_name_with_an_escape_is_shown_without_it(
    tmp_path: Path, a_knowledge: Callable[..., Knowledge]
) -> None:
    root = tmp_path / "\x1b[31m"
    path = put(root, "rules/tpu.yaml", RULE)
    finding = Finding("check", "rule:tpu", Severity.ERROR, "m", "")
    found = places([root], a_knowledge(), [finding])
    assert found == {finding: Place(repr(str(path)), 2)}


def test_a_record_of_every_family_has_its_place(knowledge: Knowledge) -> None:
    families = {name: next(iter(getattr(knowledge, name))) for name in FAMILIES}
    subjects = {
        f"{record.__name__.lower()}:{families[name]}": f"{name}/{families[name]}.yaml"
        for name, record in FAMILIES.items()
    }
    findings = [Finding("", each, Severity.NOTE, "m", "") for each in subjects]
    found = places([BUILTIN], knowledge, findings)
    assert {each.subject: place.path for each, place in found.items()} == {
        subject: str(BUILTIN / path) for subject, path in subjects.items()
    }


def test_every_subject_that_the_checks_use_has_its_place(knowledge: Knowledge) -> None:
    broken = replace(knowledge, criteria={}, sources={}, questions={}, frameworks={})
    findings = lint(broken)
    found = places([BUILTIN], knowledge, findings)
    assert {each.subject for each in findings} == {each.subject for each in found}
    assert {each.subject.partition(":")[0] for each in found} >= {
        "case",
        "claim",
        "rule",
    }
