"""Workflow commands are read back as GitHub's runner reads them.

The reader below follows the grammar of actions/runner (`ActionCommand.TryParseV2`): a
line that begins with `::`, a command, properties parted by commas, `::`, and the text.
"""

import re
from dataclasses import dataclass

from hypothesis import given

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.model.gate import GateFinding, Known
from advisor.render.check.github import annotations
from advisor.render.check.tally import named, worst_first
from advisor.render.check.visible import visible
from tests.render.check.reports import (
    ACCEPTED,
    REPORTS,
    a_finding,
    a_profile,
    a_report,
)

COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
OF_DATA = {"%0D": "\r", "%0A": "\n", "%25": "%"}
OF_PROPERTIES = {**OF_DATA, "%3A": ":", "%2C": ","}


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    text: str


def unescaped(text: str, table: dict[str, str]) -> str:
    return re.sub("|".join(table), lambda each: table[each.group()], text)


def read(line: str) -> Command | None:
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        return None
    name, _, rest = line[2:end].partition(" ")
    pairs = [each.partition("=") for each in rest.strip().split(",") if each]
    properties = {key: unescaped(value, OF_PROPERTIES) for key, _, value in pairs}
    return Command(name, properties, unescaped(line[end + 2 :], OF_DATA))


def commands(report: GateReport) -> list[Command]:
    *lines, last = annotations(report).removesuffix("\n").split("\n")
    assert read(last) is None
    return [each for line in lines if (each := read(line)) is not None]


def expected(finding: GateFinding) -> Command:
    parts = (finding.message, finding.help, *finding.details)
    return Command(
        COMMANDS[finding.severity],
        {
            "file": visible(finding.place.file),
            "line": str(finding.place.line),
            "title": visible(named(finding)),
        },
        "\n".join(visible(each) for each in parts if each),
    )


@given(REPORTS)
def test_what_goes_in_comes_out_and_nothing_else(report: GateReport) -> None:
    counting = worst_first(each for each in report.findings if each.counts)
    assert commands(report) == [expected(each) for each in counting]
    assert annotations(report).count("\n") == len(counting) + 1
    assert annotations(report).encode("utf-8")


def test_a_command_looks_as_github_documents_it() -> None:
    report = a_report(
        a_profile(
            a_finding(
                file="a,b:c.yaml", message="50% off,\nnow: go.", line=7, subject="a,b"
            )
        )
    )
    first, last, end = annotations(report).split("\n")
    assert first == (
        "::error file=a%2Cb%3Ac.yaml,line=7,title=choice-excluded (a%2Cb)::"
        "50%25 off,\\nnow: go.%0AMend a,b."
    )
    assert last == (
        "advisor check failed: error 1, warning 0, note 0, accepted 0, in the baseline 0"
    )
    assert end == ""


def test_what_to_do_comes_before_what_the_runner_may_cut_off() -> None:
    long = a_finding(details=("Because. " * 1000,))
    (command,) = commands(a_report(a_profile(long)))
    assert command.text.startswith("About alpha.\nMend alpha.\nBecause.")


def test_a_message_cannot_bring_in_a_command_of_its_own() -> None:
    wicked = "fine\n::set-env name=PATH::/tmp"
    report = a_report(a_profile(a_finding(message=wicked)))
    assert [each.name for each in commands(report)] == ["error"]


def test_what_is_accepted_or_known_is_only_counted() -> None:
    taken = (a_finding(treatment=ACCEPTED), a_finding(treatment=Known()))
    assert annotations(a_report(a_profile(*taken))) == (
        "advisor check passed: error 0, warning 0, note 0, accepted 1, "
        "in the baseline 1\n"
    )


def test_the_worst_come_first_for_github_shows_only_ten_of_a_kind() -> None:
    found = [a_finding(severity=each) for each in Severity]
    names = [each.name for each in commands(a_report(a_profile(*found)))]
    assert names == ["error", "warning", "notice"]
