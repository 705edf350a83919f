"""An explanation as JSON: the result with every claim and rule that it names."""

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report
from advisor.model.rule import Rule
from advisor.model.trace import Contender
from advisor.render.json import contribution, result
from advisor.render.json_text import Json, interval
from advisor.render.superseded import concerned


def explanation(report: Report, knowledge: Knowledge, about: Contender | None) -> Json:
    """Return the result together with every claim and rule that it names.

    `contender` is what the framework that was asked for has scored or, left out, would
    have.
    """
    rules = {each.rule for each in report.trace}
    rules |= {each.rule for each in report.near_misses}
    claims = report.claims | concerned(report)
    claims |= {own for each in rules for own in knowledge.rules[each].claims}
    claims |= {own for each in report.excluded for own in each.claims}
    if about is not None:
        claims |= {each.claim for each in about.score.testimonies}
    return {
        **result(report),
        "about": about.framework if about is not None else None,
        "contender": _contender(about) if about is not None else None,
        "rules": [_rule(knowledge.rules[each]) for each in sorted(rules)],
        "claims": [claim_fields(each, knowledge) for each in sorted(claims)],
    }


def _contender(about: Contender) -> Json:
    return {
        "framework": about.framework,
        "rank": about.rank,
        "score": interval(about.score),
        "contributions": [contribution(each) for each in about.score.contributions],
        "gaps": [each.criterion for each in about.score.gaps],
    }


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "title": rule.title,
        "because": rule.because,
        "claims": list(rule.claims),
    }


def claim_fields(claim_id: str, knowledge: Knowledge) -> Json:
    """Return a claim as it is cited."""
    claim = knowledge.claims[claim_id]
    source = knowledge.sources[claim.source]
    return {
        "id": claim.id,
        "criterion": knowledge.criterion_of[claim.id],
        "statement": claim.statement,
        "source": source.id,
        "source_title": source.title,
        "date": knowledge.date_of(claim).isoformat(),
        "lines": claim.lines,
        "confidence": claim.confidence.value,
    }
