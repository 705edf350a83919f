"""A run of the gate as a page: passed or failed first, short where all is well."""

from advisor.model.checked import GateReport
from advisor.model.finding import Severity
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.terms import term
from advisor.render.check.counts import counts_text
from advisor.render.check.findings import (
    accepted_blocks,
    finding_blocks,
    known_blocks,
)
from advisor.render.check.profiles import profile_blocks
from advisor.render.check.visible import visible_report
from advisor.render.page import Heading, Page, Tone, paragraph


def check_page(report: GateReport, knowledge: Knowledge) -> Page:
    """Build the page: what came of it, the profiles, then every finding that counts."""
    report, wording = visible_report(report), knowledge.wording
    counts = counts_text(report.findings, wording)
    said = (
        wording("check-report.failed", counts=counts)
        if report.failed
        else wording("check-report.passed", counts=counts)
    )
    return Page(
        (
            Heading(said, level=1),
            *profile_blocks(report, knowledge),
            *finding_blocks(report, wording),
            *accepted_blocks(report, wording),
            *known_blocks(report, wording),
            paragraph(_basis(report, wording), Tone.FAINT),
        )
    )


def _basis(report: GateReport, wording: Wording) -> str:
    bars = {
        None: wording("check-report.fails-on-nothing"),
        Severity.NOTE: wording("check-report.fails-on-note"),
        Severity.WARNING: wording("check-report.fails-on-warning"),
        Severity.ERROR: wording("check-report.fails-on-error"),
    }
    basis = wording(
        "check-report.basis",
        bar=bars[report.fail_on],
        version=report.knowledge_version,
        evidence=term(report.evidence, wording),
    )
    if not report.failed:
        return basis
    # Of many findings a terminal shows the end: nobody shall take it for a pass.
    return wording("check-report.failed-basis", basis=basis)
