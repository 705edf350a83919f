"""Counting what the rule base knows: claims, sources and holes for every cell."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from advisor.engine.standing import standing
from advisor.engine.testify import Cell, testimonies
from advisor.model.coverage import Coverage, Covered, CoveredCriterion
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony
from advisor.model.system import alive_on


def coverage(knowledge: Knowledge, as_of: date, evidence: Evidence) -> Coverage:
    """Return what stands behind every cell of the living alternatives on a day."""
    held = standing(knowledge, as_of, evidence)
    said = testimonies(knowledge, held, as_of, project=False)
    living = tuple(
        each.id
        for each in knowledge.frameworks.values()
        if alive_on(each.status, as_of)
    )
    rows = tuple(
        _row(each.id, living, said, knowledge, as_of)
        for each in knowledge.scored()
        if not each.derived
    )
    return Coverage(as_of, evidence, living, rows, _balance(living, rows))


def _row(
    criterion: str,
    living: tuple[str, ...],
    said: Mapping[Cell, tuple[Testimony, ...]],
    knowledge: Knowledge,
    as_of: date,
) -> CoveredCriterion:
    reasons = {
        gap.framework: gap.reason
        for gap in knowledge.gaps.get(criterion, ())
        if gap.checked <= as_of
    }
    heard = {each: said.get((each, criterion), ()) for each in living}
    sources = {each.source for cell in heard.values() for each in cell}
    cells = {
        each: _cell(cell, reasons.get(each, ""), knowledge, as_of)
        for each, cell in heard.items()
    }
    return CoveredCriterion(criterion, cells, len(sources))


def _cell(
    heard: tuple[Testimony, ...], reason: str, knowledge: Knowledge, as_of: date
) -> Covered:
    dates = [knowledge.held_until(knowledge.claims[each.claim]) for each in heard]
    return Covered(
        claims=len(heard),
        sources=len({each.source for each in heard}),
        newest=max((min(each, as_of) for each in dates), default=None),
        reason="" if heard else reason,
    )


def _balance(
    living: tuple[str, ...], rows: tuple[CoveredCriterion, ...]
) -> dict[str, float]:
    counts: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        for framework, cell in row.cells.items():
            counts[framework] += cell.claims
    total = sum(counts.values())
    return {each: counts[each] / total if total else 0.0 for each in living}
