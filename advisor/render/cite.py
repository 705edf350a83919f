"""Claims, cells and numbers in words."""

from collections.abc import Iterable
from datetime import date

from advisor.model.evidence import Claim, Confidence, Form, Source
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known, Performance, Testimony
from advisor.render.condition import condition_text
from advisor.render.page import Block, Bullets, Item, Line, Span, Tone, section

_DAYS_A_MONTH = 30.44


def claim_line(claim: Claim, knowledge: Knowledge) -> Line:
    """Return a claim with its source, date and place; `sources_section` resolves ids."""
    source = knowledge.sources[claim.source]
    place = f", line {claim.lines}" if claim.lines else ""
    return (
        Span(claim.statement),
        Span(f" ({source.id}, {dated(claim, source)}{place}; ", Tone.FAINT),
        Span(claim.id, Tone.CODE),
        Span(f"{_doubt(claim)}{_only(claim)})", Tone.FAINT),
    )


def _only(claim: Claim) -> str:
    """Mark a claim that bears on some projects only."""
    return f"; heard if {condition_text(claim.when)}" if claim.when else ""


def _doubt(claim: Claim) -> str:
    """Mark a claim whose passage is known to be garbled, inverted or wrong."""
    return ", doubtful passage" if claim.confidence is Confidence.LOW else ""


def sources_section(claims: Iterable[str], knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the sources of these claims: title, date and how far they are trusted."""
    used = sorted({knowledge.claims[each].source for each in claims})
    return section("Sources", Bullets(tuple(_source(each, knowledge) for each in used)))


def _source(source_id: str, knowledge: Knowledge) -> Item:
    source = knowledge.sources[source_id]
    trust = f"; reliability {source.reliability.value:.2f}"
    form = f", {source.form.value}" if source.form is not Form.ORIGINAL else ""
    return Item(
        (
            Span(source.id, Tone.CODE),
            Span(f" “{source.title}”, {source.kind.value}{form}"),
            Span(f", {source_date(source)}{trust}", Tone.FAINT),
        )
    )


def basis(claims: Iterable[str], knowledge: Knowledge) -> str:
    """Say how many claims and sources these are, and from when to when."""
    every = [knowledge.claims[each] for each in sorted(set(claims))]
    if not every:
        return "no claims"
    sources = {claim.source for claim in every}
    dates = [knowledge.date_of(claim) for claim in every]
    first, last = min(dates).isoformat(), max(dates).isoformat()
    said = f"{_count(len(every), 'claim')} of {_count(len(sources), 'source')}"
    return f"{said}, {first}" if first == last else f"{said}, {first} to {last}"


def staleness(claims: Iterable[str], knowledge: Knowledge, as_of: date) -> str:
    """Return a warning where the newest claim is no longer fresh, or ""."""
    dates = [knowledge.held_until(knowledge.claims[each]) for each in claims]
    days = (as_of - max(dates)).days if dates else 0
    if days <= knowledge.constants.fresh_days.value:
        return ""
    months = round(days / _DAYS_A_MONTH)
    return (
        f"The newest of these claims is {months} months old: what has changed since "
        "is not in this result."
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def dated(claim: Claim, source: Source) -> str:
    """Return the date of a claim and until when it is known to have held, if so."""
    said = source_date(source) if claim.date_ is None else claim.date_.isoformat()
    if claim.valid_until is not None:
        return f"{said}, true until {claim.valid_until.isoformat()}"
    if claim.confirmed is not None:
        return f"{said}, confirmed {claim.confirmed.isoformat()}"
    return said


def source_date(source: Source) -> str:
    """Return the date of a source, or from when on it can be."""
    if source.dates.published is not None:
        return source.dates.published.isoformat()
    return f"{source.date.isoformat()} or later"


def cell(performance: Performance) -> str:
    """Return a cell of the matrix: value and interval, or that it is a gap."""
    match performance:
        case Known(value, low, high):
            return f"{value:.2f} ({low:.2f}–{high:.2f})"
        case Gap():
            return "not known"


def heaviest(testimonies: Iterable[Testimony], most: int) -> list[Testimony]:
    """Return the testimonies that carry most weight, at most one from each source."""
    ordered = sorted(testimonies, key=lambda each: (-each.weight, each.claim))
    chosen: list[Testimony] = []
    for each in ordered:
        if len(chosen) < most and each.source not in {own.source for own in chosen}:
            chosen.append(each)
    return chosen
