"""Whom a record is about: the framework chosen, and what it is held against."""

from advisor.model.decision import Decision
from advisor.model.report import Ranked, Report, Verdict

_DECIDED = (Verdict.CLEAR, Verdict.LEANING)


def chosen(report: Report, decision: Decision) -> str | None:
    """Return the framework of the team, else that of the evidence; on a tie nobody's."""
    if decision.framework is not None:
        return decision.framework
    return recommended(report)


def recommended(report: Report) -> str | None:
    """Return the framework that the evidence decides for, if it does."""
    if report.recommendation is None or report.verdict not in _DECIDED:
        return None
    return report.recommendation.framework


def ranked_as(report: Report, framework: str | None) -> Ranked | None:
    """Return a framework as it was ranked; None where it was not."""
    return next((r for r in report.ranking if r.framework == framework), None)


def rival_of(report: Report, own: Ranked) -> Ranked | None:
    """Return the best of the others."""
    return next((r for r in report.ranking if r.framework != own.framework), None)
