"""When to decide anew: what would change the result, and when it grows old."""

from collections.abc import Iterator
from datetime import date, timedelta

from advisor.model.knowledge import Knowledge
from advisor.model.path import Maturity
from advisor.model.performance import Known
from advisor.model.report import Report, Verdict
from advisor.model.terms import term
from advisor.render.decision.choice import rival_of
from advisor.render.page import Block, Bullets, Item, paragraph, phrase, section
from advisor.render.reasons import sides
from advisor.render.robustness.change import change_section
from advisor.render.robustness.words import challenged

_DECISIVE = 4


def revisit_section(
    report: Report, knowledge: Knowledge, framework: str | None
) -> tuple[Block, ...]:
    """Return the conditions on which the decision should be looked at again."""
    wording = knowledge.wording
    conditions = (
        *_verdict(report, knowledge),
        *_ageing(report, knowledge),
        *_unripe(report, knowledge, framework),
        *_open(report, knowledge),
    )
    items = tuple(Item(phrase(each)) for each in conditions)
    return section(
        wording("decision-record.revisit"),
        *_introduced(wording("decision-record.revisit-when"), Bullets(items)),
        *(
            own
            for block in change_section(report, knowledge)
            if isinstance(block, Bullets)
            for own in _introduced(wording("decision-record.changes"), block)
        ),
    )


def _introduced(text: str, bullets: Bullets) -> tuple[Block, ...]:
    """Return a list under a sentence that says what it is, or nothing for none."""
    return (paragraph(text), bullets) if bullets.items else ()


def _verdict(report: Report, knowledge: Knowledge) -> Iterator[str]:
    if report.verdict is not Verdict.CLEAR:
        verdict = term(report.verdict, knowledge.wording)
        yield knowledge.wording("decision-record.not-clear", verdict=verdict)


def _ageing(report: Report, knowledge: Knowledge) -> Iterator[str]:
    """Yield from when on the claims behind the decisive criteria are no longer fresh."""
    wording = knowledge.wording
    by_day: dict[date, list[str]] = {}
    for criterion, day in _stale_from(report, knowledge):
        title = wording.inline(knowledge.criteria[criterion].title)
        by_day.setdefault(day, []).append(title)
    for day, titles in sorted(by_day.items()):
        criteria = wording.listed(titles)
        if day <= report.as_of:
            yield wording("decision-record.stale", criteria=criteria, day=day)
        else:
            yield wording("decision-record.ages", criteria=criteria, day=day)


def _stale_from(report: Report, knowledge: Knowledge) -> Iterator[tuple[str, date]]:
    """Yield the criteria that decide who comes first, and when their evidence is old."""
    if not report.ranking:
        return
    first = report.ranking[0]
    rival = rival_of(report, first)
    ahead, _behind = sides(first, rival, knowledge)
    fresh = timedelta(days=knowledge.constants.fresh_days.value)
    for criterion in ahead[:_DECISIVE]:
        cells = [
            each.score.cells[criterion] for each in (first, rival) if each is not None
        ]
        days = [
            knowledge.held_until(knowledge.claims[said.claim])
            for known in cells
            if isinstance(known, Known)
            for said in known.testimonies
        ]
        if days:
            yield criterion, max(days) + fresh


def _unripe(
    report: Report, knowledge: Knowledge, framework: str | None
) -> Iterator[str]:
    """Yield the ways of the framework that are not in production, or not any more."""
    wording = knowledge.wording
    routes = report.routes.get(framework, {}) if framework else {}
    for route in routes.values():
        if route.milestone.maturity is not Maturity.PRODUCTION:
            yield wording(
                "decision-record.unripe",
                path=route.path.id,
                target=route.target,
                maturity=term(route.milestone.maturity, wording),
            )


def _open(report: Report, knowledge: Knowledge) -> Iterator[str]:
    """Yield the questions left open, where nobody has tried what they would change."""
    if challenged(report) is None and report.open_questions:
        questions = knowledge.wording.series(report.open_questions)
        yield knowledge.wording("decision-record.open", questions=questions)
