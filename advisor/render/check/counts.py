"""How many findings there are, and how grave they are, in words."""

from collections.abc import Sequence

from advisor.model.finding import Severity
from advisor.model.gate import GateFinding
from advisor.model.language import Wording
from advisor.render.check.tally import accepted, counted, known


def counts_text(findings: Sequence[GateFinding], wording: Wording) -> str:
    """Return the counts that are not zero, the worst first, or that nothing was found."""
    counts = counted(findings)
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    notes = counts[Severity.NOTE]
    taken, there = len(accepted(findings)), len(known(findings))
    told = (
        (errors, wording("check-report.errors", count=errors)),
        (warnings, wording("check-report.warnings", count=warnings)),
        (notes, wording("check-report.notes", count=notes)),
        (taken, wording("check-report.accepted-count", count=taken)),
        (there, wording("check-report.known-count", count=there)),
    )
    texts = [text for count, text in told if count]
    return wording.series(texts) or wording("check-report.nothing")


def severity_text(severity: Severity, wording: Wording) -> str:
    """Return the word for a severity in the language of the reader."""
    words = {
        Severity.ERROR: wording("check-report.error"),
        Severity.WARNING: wording("check-report.warning"),
        Severity.NOTE: wording("check-report.note"),
    }
    return words[severity]
