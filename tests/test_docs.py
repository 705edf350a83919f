"""What the READMEs say is what the program does."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from advisor.cli.exit import Exit
from advisor.knowledge.families import FAMILIES
from advisor.knowledge.load import load
from advisor.model.gate import USUAL_SEVERITY

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
KNOWLEDGE_README = (ROOT / "knowledge/README.md").read_text(encoding="utf-8")
OUTPUTS = re.findall(r"<!-- output: (.+?) -->\n```\w+\n(.*?)```", README, re.DOTALL)
ELLIPSIS = "…"


def section(title: str) -> str:
    """Return the text under a second-level heading of the README."""
    return README.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def run(command: str, cache: Path) -> str:
    """Run an `advisor …` line from the root of the checkout."""
    words = shlex.split(command)
    assert words[0] == "advisor"
    environment = {
        **os.environ,
        "ADVISOR_CACHE_DIR": str(cache),
        "COLUMNS": "80",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        [sys.executable, "-m", "advisor", *words[1:]],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_the_quick_start_holds_exactly_two_shell_blocks() -> None:
    blocks = re.findall(r"```(\w+)\n(.*?)```", section("Quick start"), re.DOTALL)
    assert [language for language, _ in blocks] == ["sh", "sh"]
    assert "advisor recommend" in blocks[0][1]
    assert "pytest" in blocks[1][1]


def test_the_table_of_exit_codes_is_the_contract() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+?) \|$", section("Exit codes"), re.MULTILINE)
    assert [int(code) for code, _ in rows] == [each.value for each in Exit]


def test_every_command_of_the_help_has_a_row(tmp_path: Path) -> None:
    documented = set(re.findall(r"^\| `advisor ([\w-]+)", README, re.MULTILINE))
    helped = run("advisor --help", tmp_path).split("Commands:", 1)[1]
    assert documented == set(re.findall(r"^  ([\w-]+)  ", helped, re.MULTILINE))


def test_there_is_output_to_compare() -> None:
    assert len(OUTPUTS) >= 2


@pytest.mark.parametrize(("command", "shown"), OUTPUTS, ids=lambda each: each[:60])
def test_the_output_shown_is_the_output(
    command: str, shown: str, tmp_path: Path
) -> None:
    actual = run(command, tmp_path)
    position = 0
    for part in re.split(rf"^\s*{ELLIPSIS}\n", shown, flags=re.MULTILINE):
        found = actual.find(part, position)
        assert found >= 0, f"not in the output of {command}:\n{part}"
        position = found + len(part)


def test_every_family_has_a_row_in_the_knowledge_readme() -> None:
    folders = re.findall(r"^\| `(\w+)/` ", KNOWLEDGE_README, re.MULTILINE)
    assert sorted(folders) == sorted([*FAMILIES, "claims", "languages", "profiles"])


def test_every_example_in_the_knowledge_readme_is_yaml() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", KNOWLEDGE_README, re.DOTALL)
    assert len(blocks) >= len(FAMILIES)
    for block in blocks:
        assert yaml.safe_load(block)


def test_the_limits_name_the_sources_that_there_are() -> None:
    knowledge = load([ROOT / "knowledge"])
    documents = [each for each in knowledge.sources.values() if each.is_document]
    assert len(documents) == 5, "README says five articles"


def test_the_readme_lists_every_finding_with_its_severity() -> None:
    listed: dict[str, str] = {}
    for cells in re.findall(
        r"^\| (`[a-z-]+`.*?) \| (.+?) \|", section("In CI"), re.MULTILINE
    ):
        names, told = re.findall(r"`([a-z-]+)`", cells[0]), cells[1].split(", ")
        severities = [each for each in told if not each.startswith("exit code")]
        for place, name in enumerate(names):
            listed[name] = severities[min(place, len(severities) - 1)]
    assert listed == {
        check.value: severity.name.lower() for check, severity in USUAL_SEVERITY.items()
    }
