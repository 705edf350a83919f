"""A criterion to the bottom: its weight, every cell, every voice, and what if not."""

from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known
from advisor.model.report import NotJudged, Ranked, Report, Weighting
from advisor.model.robustness import Challenge
from advisor.model.settlement import Settlement
from advisor.model.terms import gap_reason
from advisor.model.trace import CriterionCell, CriterionTrace
from advisor.render.bottom.parts import claim_items, heard_line, order_section
from advisor.render.cite import cell, sources_section, worked_out
from advisor.render.explanation_words import legend, origin
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.records.parts import facts
from advisor.render.robustness.words import name, percent


def blocks(
    trace: CriterionTrace, report: Report, knowledge: Knowledge
) -> tuple[Block, ...]:
    """Return the page of a criterion."""
    wording = knowledge.wording
    own = knowledge.criteria[trace.criterion]
    cited = {each.claim for cell in trace.cells for each in cell.heard}
    cited |= {each.claim for each in trace.silent}
    cells = Bullets(tuple(_cell(each, own.id, knowledge) for each in trace.cells))
    return (
        Heading(wording("record.criterion-title", title=own.title), level=1),
        *([paragraph(own.definition)] if own.definition else []),
        facts(
            wording,
            (wording("record.id"), own.id),
            (wording("record.performance-0"), own.scale.worst),
            (wording("record.performance-1"), own.scale.best),
            (
                wording("record.half-life"),
                wording(
                    "record.years",
                    years=f"{own.half_life.years:g}",
                    because=own.half_life.because,
                ),
            ),
        ),
        *section(wording("explain.its-share"), *_weight(trace, report, knowledge)),
        *section(
            wording("explain.every-cell"),
            legend(knowledge),
            paragraph(wording("explain.further-factors"), Tone.FAINT),
            cells,
        ),
        *section(
            wording("explain.contradictions"),
            Bullets(tuple(_settled(each, knowledge) for each in trace.contradictions)),
        ),
        *section(wording("explain.not-heard"), claim_items(trace.silent, knowledge)),
        *order_section(
            wording("explain.without-it"), trace.now, trace.without, knowledge
        ),
        *sources_section(cited, knowledge),
    )


def _weight(
    trace: CriterionTrace, report: Report, knowledge: Knowledge
) -> tuple[Block, ...]:
    """Return the weight, where it comes from, and how far it could go."""
    wording = knowledge.wording
    if not isinstance(trace.weighting, Weighting):
        return (paragraph(wording("explain.irrelevant")),)
    line = wording(
        "explain.share-from",
        weight=f"{trace.weighting.weight:.1%}",
        origin=origin(trace.weighting, wording),
    )
    return (paragraph(line), *_stable(trace.criterion, report, knowledge))


def _stable(criterion: str, report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    if not isinstance(report.challenge, Challenge) or not report.ranking:
        return ()
    wording = knowledge.wording
    first = name(report.ranking[0].framework, knowledge)
    for each in report.challenge.stable_weights:
        if each.criterion != criterion:
            continue
        low, high = percent(each.low), percent(each.high)
        parts = [wording("explain.stable", framework=first, low=low, high=high)]
        if each.under:
            under = name(each.under, knowledge)
            parts.append(wording("explain.below", framework=under))
        if each.over:
            over = name(each.over, knowledge)
            parts.append(wording("explain.above", framework=over))
        return (paragraph(wording.clauses(parts)),)
    return ()


def _cell(each: CriterionCell, criterion: str, knowledge: Knowledge) -> Item:
    wording = knowledge.wording
    performance = each.performance
    value = cell(performance, wording)
    if isinstance(performance, Gap):
        value = wording("explain.nobody", reason=gap_reason(performance, wording))
    match each.fate:
        case Ranked():
            fate = ""
        case NotJudged():
            fate = wording("explain.fate-not-judged")
        case _:
            fate = wording("explain.fate-excluded")
    line = wording(
        "explain.cell",
        framework=Span(knowledge.frameworks[each.framework].name, Tone.STRONG),
        value=value,
        fate=Span(fate, Tone.FAINT),
    )
    voices = tuple(heard_line(own, knowledge) for own in each.heard)
    if isinstance(performance, Known):
        voices = voices or worked_out(criterion, each.framework, knowledge)
    return Item(phrase(line), voices)


def _settled(settlement: Settlement, knowledge: Knowledge) -> Item:
    """Return both sides of a contradiction with what they weigh."""
    wording = knowledge.wording
    topic = knowledge.contradictions[settlement.contradiction].topic
    line = wording(
        "explain.rule", title=Span(topic), id=Span(settlement.contradiction, Tone.CODE)
    )
    sides: tuple[Line, ...] = tuple(
        words(
            wording(
                "explain.side",
                position=side.position,
                weight=f"{side.weight:.3f}",
                claims=wording.series(side.in_force) or wording("explain.no-claim"),
            ),
            Tone.STRONG if place == settlement.leading else Tone.FAINT,
        )
        for place, side in enumerate(settlement.sides)
    )
    return Item(phrase(line), sides)
