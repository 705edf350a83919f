"""Workflow commands: findings as annotations in a run of GitHub Actions.

The syntax is that of actions/toolkit (`packages/core/src/command.ts`), which escapes
more in a property than in the text behind it. GitHub shows ten annotations of each kind
for a step: the worst come first, and the last line says how many there are.
"""

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.model.gate import GateFinding
from advisor.render.check.tally import (
    accepted,
    counted,
    essential_first,
    known,
    named,
    severity_word,
    worst_first,
)
from advisor.render.check.visible import visible_report

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans(
    {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}
)


def annotations(report: GateReport) -> str:
    """Return a command for each finding that counts, and a last line that sums up."""
    report = visible_report(report)
    counting = worst_first(each for each in report.findings if each.counts)
    return "".join(f"{line}\n" for line in (*map(_command, counting), _summary(report)))


def _command(finding: GateFinding) -> str:
    properties = {
        "file": finding.place.file,
        "line": str(finding.place.line),
        "title": named(finding),
    }
    written = ",".join(
        f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items()
    )
    text = essential_first(finding)
    return f"::{_COMMANDS[finding.severity]} {written}::{text.translate(_DATA)}"


def _summary(report: GateReport) -> str:
    """Sum up in words that are the same in every language, for whoever reads logs."""
    found = report.findings
    counts = {
        **{severity_word(each): count for each, count in counted(found).items()},
        "accepted": len(accepted(found)),
        "in the baseline": len(known(found)),
    }
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    return f"advisor check {'failed' if report.failed else 'passed'}: {told}"
