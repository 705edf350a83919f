"""Why a framework was left out, and what would have to be different for it to win."""

from collections.abc import Iterator

from advisor.model.knowledge import Knowledge
from advisor.model.report import Excluded, Firing, NotJudged, Report
from advisor.model.robustness import Challenge, NoTippingPoint, TippingPoint
from advisor.model.trace import Contender
from advisor.render.cite import claim_line, source_date
from advisor.render.explanation_words import silent_on
from advisor.render.firing import shown
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Paragraph,
    Span,
    Tone,
    phrase,
    section,
    words,
)
from advisor.render.robustness.words import name, tipping_text


def left_out_sections(
    report: Report, knowledge: Knowledge, own: Contender
) -> tuple[Block, ...]:
    """Return why a framework is not in the ranking, and where it would have stood."""
    wording = knowledge.wording
    excluded = [e for e in report.excluded if e.framework == own.framework]
    unjudged = [e for e in report.not_judged if e.framework == own.framework]
    items = (
        *(_exclusion(each, report, knowledge) for each in excluded),
        *(_unjudged(each, knowledge) for each in unjudged),
    )
    title = wording("explain.why-not", framework=name(own.framework, knowledge))
    return section(title, Bullets(items), *_would_be(knowledge, own))


def _would_be(knowledge: Knowledge, own: Contender) -> tuple[Block, ...]:
    """Return the score that the framework would have had."""
    score = own.score
    if not score.amounts:
        return ()
    text = knowledge.wording(
        "explain.would-be",
        framework=Span(name(own.framework, knowledge), Tone.STRONG),
        score=f"{score.value:.2f} ({score.low:.2f}–{score.high:.2f})",
        rank=own.rank,
        share=f"{score.coverage:.0%}",
    )
    return (Paragraph(phrase(text)),)


def _exclusion(each: Excluded, report: Report, knowledge: Knowledge) -> Item:
    wording = knowledge.wording
    rule = knowledge.rules[each.rule]
    line = wording(
        "explain.excluded-by",
        title=Span(rule.title, Tone.STRONG),
        rule=Span(rule.id, Tone.CODE),
        reason=each.reason,
    )
    details: list[Line] = [words(rule.because)] if rule.because else []
    facts = _facts(each.rule, report)
    if facts:
        because = wording("explain.because", facts=wording.series(facts))
        details.append(words(because, Tone.FAINT))
    details += [_source(own, knowledge) for own in each.sources]
    details += [claim_line(knowledge.claims[own], knowledge) for own in each.claims]
    return Item(phrase(line), tuple(details))


def _facts(rule: str, report: Report) -> list[str]:
    """Return the answers that a rule went by."""
    firing = next((own for own in report.trace if own.rule == rule), None)
    return [] if firing is None else _seen(firing)


def _seen(firing: Firing) -> list[str]:
    return [f"{fact}: {shown(answer)}" for fact, answer in firing.facts.items()]


def _source(id_: str, knowledge: Knowledge) -> Line:
    source = knowledge.sources[id_]
    wording = knowledge.wording
    return phrase(
        wording(
            "explain.shown-by",
            id=Span(source.id, Tone.CODE, source.url),
            title=source.title,
            day=source_date(source, wording),
        ),
        Tone.FAINT,
    )


def _unjudged(each: NotJudged, knowledge: Knowledge) -> Item:
    text = knowledge.wording(
        "explain.unjudged",
        reason=each.reason,
        criteria=silent_on(each.score, knowledge),
    )
    return Item(words(text))


def otherwise_section(
    report: Report, knowledge: Knowledge, own: Contender
) -> tuple[Block, ...]:
    """Return what would have to be different for a framework to come first."""
    items = tuple(Item(phrase(each)) for each in _otherwise(report, knowledge, own))
    return section(knowledge.wording("explain.otherwise"), Bullets(items))


def _otherwise(report: Report, knowledge: Knowledge, own: Contender) -> Iterator[str]:
    wording = knowledge.wording
    for each in report.excluded:
        if each.framework == own.framework:
            facts = _facts(each.rule, report)
            rule = Span(each.rule, Tone.CODE)
            yield (
                wording("explain.lift", rule=rule, facts=wording.series(facts))
                if facts
                else wording("explain.no-lift", rule=rule)
            )
    for unjudged in report.not_judged:
        if unjudged.framework == own.framework:
            criteria = silent_on(unjudged.score, knowledge)
            yield wording("explain.lacking", criteria=criteria)
    if isinstance(report.challenge, Challenge):
        yield from _challenged(report.challenge, knowledge, own.framework)


def _challenged(
    challenge: Challenge, knowledge: Knowledge, framework: str
) -> Iterator[str]:
    wording = knowledge.wording
    for point in challenge.tipping_points:
        if point.framework != framework:
            continue
        match point:
            case TippingPoint():
                yield tipping_text(point, knowledge)
            case NoTippingPoint(searched=count):
                yield wording("explain.no-tipping", count=count)
    for each in challenge.dominated:
        if each.framework == framework:
            others = wording.listed(name(other, knowledge) for other in each.by)
            yield wording("explain.dominated", frameworks=others)
