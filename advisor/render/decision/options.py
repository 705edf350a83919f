"""The pros and cons of the first options, claim by claim."""

from collections.abc import Iterable, Iterator

from advisor.model.knowledge import Knowledge
from advisor.model.performance import Testimony
from advisor.model.report import Excluded, Ranked, Report
from advisor.model.score import Contribution
from advisor.render.cite import cell, claim_line, heaviest
from advisor.render.decision.choice import ranked_as, rival_of
from advisor.render.decision.context import option_line
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Line,
    Paragraph,
    Span,
    Tone,
    phrase,
)
from advisor.render.reasons import (
    CLAIMS,
    performance_of,
    quotations,
    said_of,
    sides,
)

_OPTIONS = 3
_REASONS = 4


def pros_and_cons(
    report: Report, knowledge: Knowledge, framework: str | None
) -> tuple[Block, ...]:
    """Return what speaks for and against each of the first options and the chosen one."""
    options = [
        block
        for each in _shown(report, framework)
        for block in _option(each, against(report, each, framework), report, knowledge)
    ]
    options += _absent(report, knowledge, framework)
    if not options:
        return ()
    return (Heading(knowledge.wording("decision-record.pros-and-cons")), *options)


def cited(report: Report, knowledge: Knowledge, framework: str | None) -> set[str]:
    """Return the claims that stand under these options."""
    own = {c for e in report.excluded if e.framework == framework for c in e.claims}
    for each in _shown(report, framework):
        rival = against(report, each, framework)
        for criterion, wins in _reasons(each, rival, knowledge):
            said = _telling(criterion, each, rival, knowledge, wins=wins)
            own |= {testimony.claim for testimony in said}
    return own


def against(report: Report, own: Ranked, framework: str | None) -> Ranked | None:
    """Return what an option is held against: the chosen one, for that the best other."""
    choice = ranked_as(report, framework)
    if choice is None or choice.framework == own.framework:
        return rival_of(report, own)
    return choice


def _shown(report: Report, framework: str | None) -> list[Ranked]:
    return [
        each
        for place, each in enumerate(report.ranking)
        if place < _OPTIONS or each.framework == framework
    ]


def _reasons(
    own: Ranked, rival: Ranked | None, knowledge: Knowledge
) -> Iterator[tuple[str, bool]]:
    """Yield the criteria that speak for an option, then those that speak against it."""
    ahead, behind = sides(own, rival, knowledge)
    yield from ((each, True) for each in ahead[:_REASONS])
    yield from ((each, False) for each in behind[:_REASONS])


def _option(
    own: Ranked, rival: Ranked | None, report: Report, knowledge: Knowledge
) -> list[Block]:
    items = [
        Item(
            _reason(criterion, own, rival, knowledge, wins=wins),
            quotations(
                _telling(criterion, own, rival, knowledge, wins=wins),
                criterion,
                own,
                rival,
                knowledge,
            ),
        )
        for criterion, wins in _reasons(own, rival, knowledge)
    ]
    items += _gaps(own, knowledge)
    return [
        Heading(knowledge.frameworks[own.framework].name, level=3),
        Paragraph(option_line(own, report, knowledge)),
        *([Bullets(tuple(items))] if items else []),
    ]


def _reason(
    criterion: str,
    own: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> Line:
    wording = knowledge.wording
    part = _part(criterion, own)
    values = cell(part.performance, wording)
    if rival is not None:
        values = wording(
            "decision-record.values",
            own=values,
            other=cell(performance_of(criterion, rival.score), wording),
            rival=knowledge.frameworks[rival.framework].name,
        )
    title = wording.inline(knowledge.criteria[criterion].title)
    named, weight = Span(title, Tone.STRONG), f"{part.weight:.0%}"
    if wins:
        text = wording(
            "decision-record.good", criterion=named, values=values, weight=weight
        )
    else:
        text = wording(
            "decision-record.bad", criterion=named, values=values, weight=weight
        )
    return phrase(text)


def _telling(
    criterion: str,
    own: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> list[Testimony]:
    """Return what is said of the option itself, else of what it is held against."""
    said = said_of(criterion, own, rival, knowledge, wins=wins)
    if not said and rival is not None:
        said = said_of(criterion, rival, own, knowledge, wins=not wins)
    return heaviest(said, CLAIMS)


def _part(criterion: str, own: Ranked) -> Contribution:
    return next(p for p in own.score.contributions if p.criterion == criterion)


def _gaps(own: Ranked, knowledge: Knowledge) -> list[Item]:
    """Return what nothing is known of: neither good nor bad."""
    gaps, wording = own.score.gaps, knowledge.wording
    if not gaps:
        return []
    text = wording(
        "decision-record.neutral",
        criteria=_inline((each.criterion for each in gaps), knowledge),
        weight=f"{sum(each.weight for each in gaps):.0%}",
    )
    return [Item(phrase(text))]


def _inline(criteria: Iterable[str], knowledge: Knowledge) -> str:
    wording = knowledge.wording
    return wording.listed(
        wording.inline(knowledge.criteria[each].title) for each in criteria
    )


def _shown_by(each: Excluded, knowledge: Knowledge) -> tuple[Line, ...]:
    """Return the claims and sources that an exclusion rests on."""
    wording = knowledge.wording
    claims = tuple(claim_line(knowledge.claims[c], knowledge) for c in each.claims)
    if not each.sources:
        return claims
    sources = [knowledge.sources[own] for own in each.sources]
    named = [f"{Span(own.title, link=own.url)}" for own in sources]
    return (*claims, phrase(wording("report.shown-by", sources=wording.listed(named))))


def _absent(report: Report, knowledge: Knowledge, framework: str | None) -> list[Block]:
    """Return what keeps a framework out that the team has chosen all the same."""
    wording = knowledge.wording
    items = [
        Item(
            phrase(
                wording(
                    "decision-record.barred",
                    reason=each.reason,
                    rule=Span(each.rule, Tone.CODE),
                )
            ),
            _shown_by(each, knowledge),
        )
        for each in report.excluded
        if each.framework == framework
    ]
    items += [
        Item(phrase(wording("decision-record.unjudged", reason=each.reason)))
        for each in report.not_judged
        if each.framework == framework
    ]
    if not items or framework is None:
        return []
    name = knowledge.frameworks[framework].name
    return [Heading(name, level=3), Bullets(tuple(items))]
