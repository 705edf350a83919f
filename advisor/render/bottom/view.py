"""A deep view as a page: the claim, rule or criterion, and the report it belongs to."""

from typing import assert_never

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.terms import term
from advisor.model.trace import ClaimTrace, CriterionTrace, RuleTrace, Trace
from advisor.render.bottom import claim, criterion, rule
from advisor.render.page import Block, Page, Tone, paragraph


def bottom_page(trace: Trace, report: Report, knowledge: Knowledge) -> Page:
    """Build the page of a claim, a rule or a criterion in one report."""
    heading, *rest = _blocks(trace, report, knowledge)
    wording = knowledge.wording
    about = wording(
        "explain.in-report",
        project=report.project or wording("common.this-project"),
        verdict=term(report.verdict, wording),
        summary=report.summary,
        day=report.as_of.isoformat(),
        evidence=term(report.evidence, wording),
    )
    return Page((heading, paragraph(about, Tone.FAINT), *rest))


def _blocks(trace: Trace, report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    match trace:
        case ClaimTrace():
            return claim.blocks(trace, knowledge)
        case RuleTrace():
            return rule.blocks(trace, knowledge)
        case CriterionTrace():
            return criterion.blocks(trace, report, knowledge)
        case _:
            assert_never(trace)
