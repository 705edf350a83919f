"""Frameworks of a synthetic report with the score that they have, or would have."""

from advisor.model.report import Report
from advisor.model.score import Score
from advisor.model.trace import Contender

LAST = 9


def contender_of(report: Report, framework: str) -> Contender:
    """Return a framework of the report; one that was excluded scores like the last."""
    for ranked in report.ranking:
        if ranked.framework == framework:
            return Contender(framework, ranked.score, ranked.rank)
    known = {each.framework: each.score for each in report.not_judged}
    last = report.ranking[-1].score if report.ranking else Score((), ())
    return Contender(framework, known.get(framework, last), LAST)
