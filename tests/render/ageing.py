"""Rule bases in which the end of a project has begun."""

from dataclasses import replace
from datetime import date

from advisor.model.knowledge import Knowledge
from advisor.model.system import Phase, Status


def ageing(knowledge: Knowledge, *frameworks: str) -> Knowledge:
    """Return a rule base in which these are only maintained since May 2024."""
    late = Phase(Status.MAINTENANCE, date(2024, 5, 6), "s1")
    changed = {
        each: replace(own, status=(*own.status, late))
        for each in frameworks
        for own in [knowledge.frameworks[each]]
    }
    return replace(knowledge, frameworks={**knowledge.frameworks, **changed})
