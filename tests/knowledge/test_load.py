import os
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from advisor.files.tree import parse
from advisor.files.wording import printable
from advisor.knowledge.load import load
from advisor.knowledge.records import MOST_PROBLEMS
from advisor.model.errors import KnowledgeError
from advisor.model.knowledge import Knowledge

BUILTIN = Path(__file__).parents[2] / "knowledge"
BROKEN = Path(__file__).parents[1] / "broken" / "overlays"
DEFECTS = sorted(each for each in BROKEN.iterdir() if each.is_dir())

RULE = """\
id: {id}
title: {title}
group: community
when: {{all: []}}
then: {{raise: {{debugging: 1}}}}
because: b
"""
QUESTION = """\
id: mine
order: 9000
section: Mine
title: Which one?
help: Any.
type: text
pattern: '{pattern}'
example: "1"
"""
CLAIMS = """\
criterion: debugging
claims:
  - id: {id}
    source: {source}
    statement: Said anew.
    kind: opinion
    subjects: [jax]
    confidence: low
"""


@pytest.fixture(autouse=True, scope="module")
def _parsed_once() -> Iterator[None]:
    """Parse every text only once: most tests read the whole rule base again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("advisor.knowledge.load.parse", cache(parse))
        yield


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def problems(*roots: Path) -> tuple[str, ...]:
    with pytest.raises(KnowledgeError) as caught:
        load(roots)
    assert all(printable(each) for each in caught.value.problems)
    return caught.value.problems


@pytest.mark.parametrize("overlay", DEFECTS, ids=lambda path: path.name)
def test_a_broken_overlay_gives_exactly_the_expected_problems(overlay: Path) -> None:
    found = "\n".join(problems(BUILTIN, overlay)).replace(f"{BROKEN}{os.sep}", "")
    expected = (overlay / "expected.txt").read_text(encoding="utf-8")
    assert found == expected.rstrip("\n")


def test_all_broken_overlays_together_give_all_their_problems() -> None:
    files = [each / "expected.txt" for each in DEFECTS]
    alone = [line for each in files for line in each.read_text().splitlines()]
    found = [
        each.replace(f"{BROKEN}{os.sep}", "") for each in problems(BUILTIN, *DEFECTS)
    ]
    assert sorted(found) == sorted(alone)


def test_the_built_in_rule_base_has_a_version_and_a_digest(
    knowledge: Knowledge,
) -> None:
    assert knowledge.version
    assert knowledge.digest.startswith("sha256:")
    assert len(knowledge.digest) == len("sha256:") + 64


def test_every_claim_knows_its_criterion(knowledge: Knowledge) -> None:
    assert knowledge.claims.keys() == knowledge.criterion_of.keys()
    assert set(knowledge.criterion_of.values()) <= knowledge.criteria.keys()


def test_loading_twice_gives_the_same(knowledge: Knowledge) -> None:
    assert load([BUILTIN]) == knowledge


def test_the_digest_does_not_depend_on_where_the_folder_lies(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    shutil.copytree(BUILTIN, tmp_path / "copy")
    assert load([tmp_path / "copy"]) == knowledge


def test_an_overlay_replaces_a_record_of_the_same_id(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    old = next(iter(knowledge.rules))
    put(tmp_path, f"rules/{old}.yaml", RULE.format(id=old, title="Replaced"))
    joined = load([BUILTIN, tmp_path])
    assert joined.rules[old].title == "Replaced"
    assert joined.rules.keys() == knowledge.rules.keys()
    assert joined.digest != knowledge.digest


def test_the_last_of_several_overlays_wins(tmp_path: Path) -> None:
    for name in ("one", "two"):
        put(tmp_path / name, "rules/r.yaml", RULE.format(id="r", title=name))
    one, two = tmp_path / "one", tmp_path / "two"
    assert load([BUILTIN, one, two]).rules["r"].title == "two"
    assert load([BUILTIN, two, one]).rules["r"].title == "one"
    assert load([BUILTIN, one, two]).digest != load([BUILTIN, two, one]).digest


def test_an_overlay_adds_claims_and_replaces_them_by_id(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    old = next(iter(knowledge.claims))
    source = next(iter(knowledge.sources))
    one, two = tmp_path / "one", tmp_path / "two"
    put(one, "claims/debugging.yaml", CLAIMS.format(id="my-own", source=source))
    put(two, "claims/debugging.yaml", CLAIMS.format(id=old, source=source))
    joined = load([BUILTIN, one, two])
    assert joined.claims.keys() == {*knowledge.claims, "my-own"}
    assert joined.claims[old].statement == "Said anew."
    assert joined.criterion_of[old] == "debugging"
    assert joined.criterion_of["my-own"] == "debugging"


def test_any_change_of_any_text_changes_the_digest(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    path = put(tmp_path, "rules/r.yaml", RULE.format(id="r", title="t"))
    first = load([BUILTIN, tmp_path]).digest
    path.write_text(path.read_text() + "# a comment\n")
    second = load([BUILTIN, tmp_path]).digest
    put(tmp_path, "profiles/p.yaml", "schema: 1\n")
    third = load([BUILTIN, tmp_path]).digest
    assert len({knowledge.digest, first, second, third}) == 4


def test_a_profile_is_kept_as_text_under_its_name(tmp_path: Path) -> None:
    put(tmp_path, "profiles/mine.yaml", "schema: 1\n")
    assert load([BUILTIN, tmp_path]).profiles["mine"] == "schema: 1\n"


def test_an_overlay_alone_lacks_the_constants(tmp_path: Path) -> None:
    put(tmp_path, "rules/r.yaml", RULE.format(id="r", title="t"))
    assert problems(tmp_path) == (
        f"{tmp_path}: not a rule base: constants.yaml is missing; "
        "an overlay needs the built-in rule base under it",
    )


def test_no_folder_at_all_is_no_rule_base() -> None:
    assert problems()[0].startswith("no folder: not a rule base")


def test_a_folder_that_does_not_exist_is_no_rule_base(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    assert problems(BUILTIN, missing) == (f"{missing}: not a rule base: no YAML in it",)


def test_the_same_claim_in_two_overlays_is_no_problem(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    source = next(iter(knowledge.sources))
    for name in ("one", "two"):
        text = CLAIMS.format(id="mine", source=source)
        put(tmp_path / name, "claims/debugging.yaml", text)
    joined = load([BUILTIN, tmp_path / "one", tmp_path / "two"])
    assert len(joined.claims) == len(knowledge.claims) + 1


def test_hidden_folders_and_other_files_are_left_alone(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    root = tmp_path / "copy"
    shutil.copytree(BUILTIN, root)
    put(root, ".github/workflows/ci.yml", "a: b")
    put(root, ".git/x.yaml", "a: b")
    put(root, "README.md", "# Rules")
    put(root, "rules/notes.txt", "a: b")
    assert load([root]) == knowledge


def test_a_file_name_with_an_escape_is_shown_without_it(tmp_path: Path) -> None:
    put(tmp_path, "rules/\x1b[31m.yaml", RULE.format(id="r", title="t"))
    put(tmp_path, "rules/\x1b[32m.yaml", "[")
    put(tmp_path, "\x1b[33m.yaml", "a: b")
    put(tmp_path, "\x1b[34m/a.yaml", "a: b")
    assert len(problems(BUILTIN, tmp_path)) == 4


def test_a_file_that_is_too_large_is_one_problem(tmp_path: Path) -> None:
    path = put(tmp_path, "rules/r.yaml", "")
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    assert problems(BUILTIN, tmp_path) == (
        f"{path}: larger than 1000 kB; this cannot be the right file",
    )


def test_hidden_files_are_left_alone(tmp_path: Path, knowledge: Knowledge) -> None:
    root = tmp_path / "copy"
    shutil.copytree(BUILTIN, root)
    (root / "rules" / ".#x.yaml").symlink_to("someone@somewhere:1")
    put(root, "rules/._x.yaml", "[")
    put(root, ".pre-commit-config.yaml", "a: b")
    assert load([root]) == knowledge


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("folder", ["rules", "claims", "profiles", "."])
def test_a_file_name_that_is_not_utf_8_is_a_problem_of_its_own(
    folder: str, tmp_path: Path
) -> None:
    put(tmp_path, f"{folder}/\udcff.yaml", RULE.format(id="r", title="t"))
    found = problems(BUILTIN, tmp_path)
    assert found
    assert all("\\udcff.yaml" in each for each in found)


@pytest.mark.parametrize(
    ("pattern", "problem"),
    [
        ("a{99999999999999999999}", "the repetition number is too large"),
        ("(" * 5000 + ")" * 5000, "its brackets are nested too deeply"),
    ],
)
def test_a_pattern_beyond_all_measure_is_a_problem_like_any_other(
    pattern: str, problem: str, tmp_path: Path
) -> None:
    path = put(tmp_path, "questions/mine.yaml", QUESTION.format(pattern=pattern))
    expected = f"{path}:7: pattern: not a regular expression: {problem}"
    assert problems(BUILTIN, tmp_path) == (expected,)


def test_an_example_may_hold_nothing_that_a_terminal_would_obey(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, "profiles/p.yaml", "# \x1b]0;evil\nschema: 1\n# \u202e\n")
    flaw = "contains a control or invisible character"
    assert problems(BUILTIN, tmp_path) == (
        f"{path}:1: {flaw} (U+001B); remove it",
        f"{path}:3: {flaw} (U+202E); remove it",
    )


def test_of_an_endless_example_so_much_is_told_as_anybody_reads(
    tmp_path: Path,
) -> None:
    put(tmp_path, "profiles/a.yaml", "\x1b\n" * 3000)
    assert len(problems(tmp_path)) == MOST_PROBLEMS


def test_the_name_of_an_example_may_hold_nothing_that_a_terminal_would_obey(
    tmp_path: Path,
) -> None:
    path = put(tmp_path, "profiles/\x1b[31m.yaml", "schema: 1\n")
    assert problems(BUILTIN, tmp_path) == (
        f"{str(path)!r}:1: the file name contains a control or invisible character "
        "(U+001B); remove it",
    )


def test_an_example_may_have_tabs_and_any_line_ends(tmp_path: Path) -> None:
    path = put(tmp_path, "profiles/mine.yaml", "")
    path.write_bytes(b"# a\tb\r\nschema: 1\r\n")
    assert load([BUILTIN, tmp_path]).profiles["mine"] == "# a\tb\r\nschema: 1\r\n"


def test_a_folder_name_with_an_escape_is_shown_without_it(tmp_path: Path) -> None:
    root = tmp_path / "\x1b[31m"
    put(root, "rules/r.yaml", RULE.format(id="r", title="t"))
    assert problems(root)[0].startswith(f"{str(root)!r}: not a rule base")
