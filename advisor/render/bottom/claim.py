"""A claim to the bottom: the record, whether it counts here, how much, and for what."""

from advisor.model.knowledge import Knowledge
from advisor.model.terms import term
from advisor.model.trace import ClaimTrace, TouchedCell
from advisor.render.bottom.parts import factors_text, order_section, standing_line
from advisor.render.cite import cell, dated, sources_section
from advisor.render.condition import condition_text
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Paragraph,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.records.parts import facts, named, source_name


def blocks(trace: ClaimTrace, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the page of a claim."""
    wording = knowledge.wording
    claim = knowledge.claims[trace.claim]
    return (
        Heading(wording("record.claim-title", id=claim.id), level=1),
        paragraph(claim.statement, Tone.STRONG),
        *section(
            wording("explain.counts"),
            Paragraph(standing_line(trace.standing, knowledge)),
        ),
        *section(wording("explain.the-record"), _record(trace, knowledge)),
        *section(wording("explain.its-weight"), _factors(trace, knowledge)),
        *section(wording("explain.its-weight-alone"), _alone(trace, knowledge)),
        *section(wording("explain.its-cells"), _cells(trace, knowledge)),
        *section(wording("record.rules-that-rest-on-it"), _rules(trace, knowledge)),
        *order_section(
            wording("explain.without-it"), trace.now, trace.without, knowledge
        ),
        *sources_section([claim.id], knowledge),
    )


def _record(trace: ClaimTrace, knowledge: Knowledge) -> Bullets:
    wording = knowledge.wording
    claim = knowledge.claims[trace.claim]
    source = knowledge.sources[claim.source]
    own = knowledge.criteria[knowledge.criterion_of[claim.id]]
    said = [f"{each} {value:.2f}" for each, value in trace.says.items()]
    return facts(
        wording,
        (wording("record.criterion"), named(own.title, own.id, wording)),
        (wording("record.touches-also"), wording.series(claim.also)),
        (wording("record.source"), source_name(source.id, knowledge)),
        (wording("record.date"), dated(claim, source, wording)),
        (wording("record.line"), claim.lines),
        (wording("record.kind"), term(claim.kind, wording)),
        (wording("record.about"), wording.series(claim.subjects)),
        (
            wording("record.performances"),
            wording.series(said) or wording("record.told-only"),
        ),
        (wording("record.because"), claim.because),
        (wording("record.confidence"), term(claim.confidence, wording)),
        (
            wording("record.limits"),
            ""
            if claim.when is None
            else wording(
                "record.heard-only-if", condition=condition_text(claim.when, wording)
            ),
        ),
        (wording("record.repeats"), claim.restates),
        (wording("record.supersedes"), wording.series(claim.supersedes)),
        (wording("record.note"), claim.note),
    )


def _factors(trace: ClaimTrace, knowledge: Knowledge) -> Bullets:
    """Return the weight of the claim on each criterion; cells that agree stand once."""
    wording = knowledge.wording
    by_weight: dict[tuple[str, str], list[str]] = {}
    for each in trace.cells:
        text = factors_text(each.heard.factors, wording)
        name = knowledge.frameworks[each.framework].name
        by_weight.setdefault((each.criterion, text), []).append(name)
    return Bullets(
        tuple(
            Item(
                phrase(
                    wording(
                        "explain.weight-of",
                        criterion=Span(
                            knowledge.criteria[criterion].title, Tone.STRONG
                        ),
                        frameworks=wording.series(names),
                        product=text,
                    )
                )
            )
            for (criterion, text), names in by_weight.items()
        )
    )


def _alone(trace: ClaimTrace, knowledge: Knowledge) -> Bullets:
    """Return what a claim that is heard nowhere would weigh if it were."""
    wording = knowledge.wording
    return Bullets(
        tuple(
            Item(
                phrase(
                    wording(
                        "explain.weight-alone",
                        criterion=Span(
                            knowledge.criteria[criterion].title, Tone.STRONG
                        ),
                        product=factors_text(factors, wording),
                    )
                )
            )
            for criterion, factors in trace.alone.items()
            if not trace.cells
        )
    )


def _cells(trace: ClaimTrace, knowledge: Knowledge) -> Grid:
    wording = knowledge.wording
    columns = (
        wording("explain.framework"),
        wording("explain.criterion"),
        wording("explain.weight"),
        wording("explain.says"),
        wording("explain.with-it"),
        wording("explain.without-column"),
    )
    order = sorted(trace.cells, key=lambda each: (-each.weight, each.criterion))
    rows = tuple(_cell(each, knowledge) for each in order)
    return Grid(columns, rows, numeric=(2, 3), colon=wording("common.colon"))


def _cell(each: TouchedCell, knowledge: Knowledge) -> tuple[Line, ...]:
    wording = knowledge.wording
    return (
        words(knowledge.frameworks[each.framework].name),
        words(knowledge.criteria[each.criterion].title),
        words(f"{each.weight:.1%}" if each.weight else "–"),
        words(f"{each.heard.performance:.2f}"),
        words(cell(each.now, wording)),
        words(cell(each.without, wording)),
    )


def _rules(trace: ClaimTrace, knowledge: Knowledge) -> Bullets:
    wording = knowledge.wording
    return Bullets(
        tuple(
            Item(
                phrase(
                    wording(
                        "explain.rule-fired" if each.fired else "explain.rule-silent",
                        title=Span(knowledge.rules[each.rule].title, Tone.STRONG),
                        id=Span(each.rule, Tone.CODE),
                    )
                )
            )
            for each in trace.rules
        )
    )
