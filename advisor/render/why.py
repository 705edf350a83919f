"""Why this framework, or why not: one framework against the best of the others."""

from collections.abc import Iterable, Iterator

from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known
from advisor.model.report import Ranked, Report, Weighting
from advisor.model.score import Score
from advisor.model.terms import gap_reason
from advisor.model.trace import Contender
from advisor.render.cite import cell, claim_line, heaviest, sources_section
from advisor.render.explanation import framework_section
from advisor.render.explanation_words import legend, signed
from advisor.render.firing import rules_section
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.reasons import performance_of
from advisor.render.recommendation import verdict_blocks
from advisor.render.standing import life_text
from advisor.render.why_not import left_out_sections, otherwise_section

_CLAIMS = 3  # of each side on a criterion
_TRIFLE = 0.005  # a criterion that moves the lead by less decides nothing


def why_page(report: Report, knowledge: Knowledge, own: Contender) -> Page:
    """Build the page that answers "why this framework" or "why not this one"."""
    cited = report.claims | {said.claim for said in own.score.testimonies}
    cited |= {
        c for e in report.excluded if e.framework == own.framework for c in e.claims
    }
    life = life_text(own.framework, report.as_of, knowledge)
    return Page(
        (
            *verdict_blocks(report, knowledge),
            *([paragraph(life, Tone.BAD)] if life else []),
            *_answer(report, knowledge, own),
            *rules_section(report, knowledge),
            *sources_section(cited, knowledge),
        )
    )


def _answer(report: Report, knowledge: Knowledge, own: Contender) -> tuple[Block, ...]:
    wording = knowledge.wording
    ranked = next((r for r in report.ranking if r.framework == own.framework), None)
    rival = next((r for r in report.ranking if r.framework != own.framework), None)
    name = knowledge.frameworks[own.framework].name
    otherwise = otherwise_section(report, knowledge, own)
    if ranked is None:
        return (
            *left_out_sections(report, knowledge, own),
            *otherwise,
            *(_numbers(report, knowledge, own, rival) if rival else ()),
        )
    if rival is None:
        return (
            Heading(wording("explain.why", framework=name)),
            paragraph(wording("explain.alone")),
            legend(knowledge),
            *framework_section(ranked, knowledge),
        )
    return (
        Heading(_title(report, ranked, rival, knowledge)),
        *_contrast(report, knowledge, own, rival),
        *otherwise,
    )


def _title(report: Report, own: Ranked, rival: Ranked, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    name = knowledge.frameworks[own.framework].name
    other = knowledge.frameworks[rival.framework].name
    if own.rank == rival.rank:
        return wording("explain.why-tie", framework=name, other=other)
    if own is report.ranking[0]:
        return wording("explain.why-over", framework=name, other=other)
    return wording("explain.why-behind", framework=name, other=other)


def _numbers(
    report: Report, knowledge: Knowledge, own: Contender, rival: Ranked
) -> tuple[Block, ...]:
    """Return the numbers of a framework that is not in the ranking."""
    wording = knowledge.wording
    if not own.score.amounts:
        return ()
    return (
        Heading(
            wording(
                "explain.by-numbers",
                framework=knowledge.frameworks[own.framework].name,
                other=knowledge.frameworks[rival.framework].name,
            )
        ),
        *_contrast(report, knowledge, own, rival),
    )


def _contrast(
    report: Report, knowledge: Knowledge, own: Contender, rival: Ranked
) -> tuple[Block, ...]:
    wording = knowledge.wording
    moved = own.score.lead_over(rival.score)
    order = sorted(
        report.weighting, key=lambda w: (-abs(moved[w.criterion]), w.criterion)
    )
    names = [knowledge.frameworks[e].name for e in (own.framework, rival.framework)]
    columns = (
        wording("explain.criterion"),
        wording("explain.weight"),
        *names,
        wording("explain.moves"),
    )
    rows = tuple(
        _row(each, moved[each.criterion], own.score, rival.score, knowledge)
        for each in order
    )
    total = signed(own.score.value - rival.score.value)
    both = ((names[0], own.score), (names[1], rival.score))
    telling = [e for e in order if abs(moved[e.criterion]) >= _TRIFLE]
    rest = [e for e in order if abs(moved[e.criterion]) < _TRIFLE]
    return (
        Grid(columns, rows, numeric=(1, 4), colon=wording("common.colon")),
        Paragraph(phrase(wording("explain.together", total=total, framework=names[0]))),
        legend(knowledge),
        *section(
            wording("explain.decisive"),
            Bullets(tuple(_both_sides(telling, both, knowledge))),
        ),
        *section(
            wording("explain.the-rest"),
            Bullets(tuple(_both_sides(rest, both, knowledge))),
        ),
    )


def _row(
    each: Weighting, moved: float, own: Score, rival: Score, knowledge: Knowledge
) -> tuple[Line, ...]:
    wording = knowledge.wording
    return (
        words(knowledge.criteria[each.criterion].title),
        words(f"{each.weight:.1%}"),
        words(cell(performance_of(each.criterion, own), wording)),
        words(cell(performance_of(each.criterion, rival), wording)),
        (signed(moved),),
    )


def _both_sides(
    criteria: Iterable[Weighting],
    sides: tuple[tuple[str, Score], tuple[str, Score]],
    knowledge: Knowledge,
) -> Iterator[Item]:
    """Yield each criterion with the product that moves the lead, and what both rest on."""
    (_, own), (_, rival) = sides
    moved = own.lead_over(rival)
    for each in criteria:
        one, two = _value(each.criterion, own), _value(each.criterion, rival)
        product = f"{each.weight:.1%} × ({one:.2f} − {two:.2f}) = "
        title = Span(knowledge.criteria[each.criterion].title, Tone.STRONG)
        line = knowledge.wording(
            "explain.share",
            title=title,
            product=product,
            what=signed(moved[each.criterion]),
        )
        details = [
            line
            for name, score in sides
            for line in _side(name, each.criterion, score, knowledge)
        ]
        yield Item(phrase(line), tuple(details))


def _value(criterion: str, score: Score) -> float:
    """Return the value that a criterion contributes, a gap at its neutral middle."""
    known = {each.criterion: each.value for each in score.contributions}
    return (known | {each.criterion: each.value for each in score.gaps})[criterion]


def _side(
    name: str, criterion: str, score: Score, knowledge: Knowledge
) -> Iterator[Line]:
    """Yield the weightiest claims on one side, one of each source, and what is left."""
    wording = knowledge.wording
    label = (Span(name, Tone.STRONG), Span(wording("common.colon")))
    performance = performance_of(criterion, score)
    match performance:
        case Gap():
            open_ = wording("explain.nobody", reason=gap_reason(performance, wording))
            yield (*label, Span(open_, Tone.FAINT))
        case Known(testimonies=every):
            shown = heaviest(every, _CLAIMS)
            for each in shown:
                weight = Span(
                    f"{each.performance:.2f} × {each.weight:.2f} ", Tone.FAINT
                )
                yield (
                    *label,
                    weight,
                    *claim_line(knowledge.claims[each.claim], knowledge),
                )
            rest = len(every) - len(shown)
            if rest or not every:
                more = (
                    wording("explain.more-claims", count=rest, criterion=criterion)
                    if rest
                    else wording("explain.from-records")
                )
                yield (*label, Span(more, Tone.FAINT))
