"""What counts and how often, and how it is told: the same in every format."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from advisor.model.finding import Severity
from advisor.model.gate import Accepted, GateFinding, Known

# The worst first, as everything is told.
SEVERITIES = tuple(sorted(Severity, reverse=True))


def severity_word(severity: Severity) -> str:
    """Return `error`, `warning` or `note`, as options and formats name it."""
    return severity.name.lower()


def named(finding: GateFinding) -> str:
    """Return what an exception names: the check, and what the finding is about."""
    if not finding.subject:
        return finding.check.value
    return f"{finding.check.value} ({finding.subject})"


def counted(findings: Iterable[GateFinding]) -> Mapping[Severity, int]:
    """Return how many findings of each severity count, the worst severity first."""
    counts = Counter(each.severity for each in findings if each.counts)
    return {each: counts[each] for each in SEVERITIES}


def accepted(findings: Iterable[GateFinding]) -> list[GateFinding]:
    """Return the findings that the team has accepted."""
    return [each for each in findings if isinstance(each.treatment, Accepted)]


def known(findings: Iterable[GateFinding]) -> list[GateFinding]:
    """Return the findings that the baseline knows."""
    return [each for each in findings if isinstance(each.treatment, Known)]


def worst_first(findings: Iterable[GateFinding]) -> list[GateFinding]:
    """Return findings by severity, otherwise in the order in which they came."""
    return sorted(findings, key=lambda each: -each.severity)


def essential_first(finding: GateFinding) -> str:
    """Return the lines of a finding for whom they may be too many.

    What it is and what to do come before the details: the runner of GitHub cuts a
    message at 4,096 characters (actions/runner, `_maxIssueMessageLength`), and code
    scanning shows the first sentence where there is little room.
    """
    parts = (finding.message, finding.help, *finding.details)
    return "\n".join(each for each in parts if each)


def told_apart(
    findings: Iterable[GateFinding],
) -> Iterator[tuple[GateFinding, str]]:
    """Yield findings with a fingerprint that no other one of the report has.

    Two findings of one check on one subject in one file share theirs; readers of the
    report would drop all but the first.
    """
    seen: Counter[str] = Counter()
    for each in findings:
        seen[each.fingerprint] += 1
        yield each, f"{each.fingerprint}:{seen[each.fingerprint]}"
