"""Claims, cells and numbers in words."""

from collections.abc import Iterable
from datetime import date

from advisor.model.evidence import Claim, Confidence, Form, Source
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import Gap, Known, Performance, Testimony
from advisor.model.terms import term
from advisor.render.condition import condition_text
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    phrase,
    section,
)


def claim_line(claim: Claim, knowledge: Knowledge) -> Line:
    """Return a claim with its source, date and place; `sources_section` resolves ids."""
    wording = knowledge.wording
    source = knowledge.sources[claim.source]
    named = Span(source.id, Tone.FAINT, source.url)
    place = [f"{named}", dated(claim, source, wording)]
    if claim.lines:
        place.append(wording("cite.line", lines=claim.lines))
    name = [f"{Span(claim.id, Tone.CODE)}"]
    if claim.confidence is Confidence.LOW:  # garbled, inverted or wrong
        name.append(wording("cite.doubtful"))
    about = [_joined(place, wording), _joined(name, wording)]
    if claim.when:
        condition = condition_text(claim.when, wording)
        about.append(wording("cite.heard-if", condition=condition))
    return phrase(
        wording(
            "cite.claim",
            statement=Span(claim.statement),
            about=wording.clauses(about),
        ),
        Tone.FAINT,
    )


def worked_out(
    criterion: str, framework: str, knowledge: Knowledge
) -> tuple[Line, ...]:
    """Say where the number of a framework comes from if no claim need stand behind it."""
    if not knowledge.criteria[criterion].derived:
        return ()
    command = Span(f"advisor knowledge show {framework}", Tone.CODE)
    return (phrase(knowledge.wording("cite.worked-out", command=command), Tone.FAINT),)


def sources_section(claims: Iterable[str], knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the sources of these claims: title, date and how far they are trusted."""
    used = sorted({knowledge.claims[each].source for each in claims})
    return section(
        knowledge.wording("cite.sources"),
        Bullets(tuple(_source(each, knowledge) for each in used)),
    )


def _source(source_id: str, knowledge: Knowledge) -> Item:
    wording = knowledge.wording
    source = knowledge.sources[source_id]
    what = [term(source.kind, wording)]
    if source.form is not Form.ORIGINAL:
        what.append(term(source.form, wording))
    trust = wording(
        "cite.trust",
        date=source_date(source, wording),
        reliability=f"{source.reliability.value:.2f}",
    )
    return Item(
        phrase(
            wording(
                "cite.source",
                id=Span(source.id, Tone.CODE),
                title=Span(source.title, link=source.url),
                what=_joined(what, wording),
                trust=Span(trust, Tone.FAINT),
            )
        )
    )


def basis(claims: Iterable[str], knowledge: Knowledge) -> str:
    """Say how many claims and sources these are, and from when to when."""
    wording = knowledge.wording
    every = [knowledge.claims[each] for each in sorted(set(claims))]
    if not every:
        return wording("cite.no-claims")
    sources = {claim.source for claim in every}
    dates = [knowledge.date_of(claim) for claim in every]
    first, last = min(dates).isoformat(), max(dates).isoformat()
    return wording(
        "cite.basis",
        claims=wording("cite.claims", count=len(every)),
        sources=wording("cite.number-of-sources", count=len(sources)),
        period=first
        if first == last
        else wording("cite.period", first=first, last=last),
    )


def staleness(claims: Iterable[str], knowledge: Knowledge, as_of: date) -> str:
    """Return a warning where the newest claim is no longer fresh, or ""."""
    months = knowledge.months_stale(claims, as_of)
    return knowledge.wording("cite.stale", months=months) if months else ""


def dated(claim: Claim, source: Source, wording: Wording) -> str:
    """Return the date of a claim and until when it is known to have held, if so."""
    own = claim.date_
    said = source_date(source, wording) if own is None else own.isoformat()
    if claim.valid_until is not None:
        day = claim.valid_until.isoformat()
        return _joined([said, wording("cite.true-until", day=day)], wording)
    if claim.confirmed is not None:
        day = claim.confirmed.isoformat()
        return _joined([said, wording("cite.confirmed", day=day)], wording)
    return said


def source_date(source: Source, wording: Wording) -> str:
    """Return the date of a source, or from when on it can be."""
    if source.dates.published is not None:
        return source.dates.published.isoformat()
    return wording("cite.or-later", day=source.date.isoformat())


def cell(performance: Performance, wording: Wording) -> str:
    """Return a cell of the matrix: value and interval, or that it is a gap."""
    match performance:
        case Known(value, low, high):
            return f"{value:.2f} ({low:.2f}–{high:.2f})"
        case Gap():
            return wording("cite.not-known")


def _joined(parts: Iterable[str], wording: Wording) -> str:
    return wording("cite.comma").join(parts)


def heaviest(testimonies: Iterable[Testimony], most: int) -> list[Testimony]:
    """Return the testimonies that carry most weight, at most one from each source."""
    ordered = sorted(testimonies, key=lambda each: (-each.weight, each.claim))
    chosen: list[Testimony] = []
    for each in ordered:
        if len(chosen) < most and each.source not in {own.source for own in chosen}:
            chosen.append(each)
    return chosen
