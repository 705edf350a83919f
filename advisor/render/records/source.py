"""A source: when it spoke, how far it is trusted and what is wrong with it."""

from collections import Counter

from advisor.model.evidence import Defect, Source
from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Span,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.records.parts import Fields, facts


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a source."""
    source = knowledge.sources[id_]
    summary = (paragraph(source.summary),) if source.summary else ()
    return (
        Heading(f"Source {source.title}", level=1),
        *summary,
        facts(
            ("Id", id_),
            ("Kind", source.kind.value),
            ("Language", source.language),
            ("Date", _dates(source)),
            ("Reliability", _reliability(source)),
            ("Address", source.url),
            ("File", source.file),
            ("Form", source.form.value if source.is_document else ""),
            ("Complete", "" if source.complete else "no, parts are missing"),
            ("Claims", _counted(id_, knowledge, snapshot)),
        ),
        *section("Known faults", Bullets(tuple(map(_defect, source.defects)))),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a source as JSON."""
    source = knowledge.sources[id_]
    dates = source.dates
    own = [each.id for each in knowledge.claims.values() if each.source == id_]
    return {
        "title": source.title,
        "type": source.kind.value,
        "language": source.language,
        "date": source.date.isoformat(),
        "dates": {
            "published": dates.published.isoformat() if dates.published else None,
            "earliest": dates.earliest.isoformat() if dates.earliest else None,
            "latest": dates.latest.isoformat() if dates.latest else None,
            "because": dates.because,
        },
        "reliability": {
            "value": source.reliability.value,
            "because": source.reliability.because,
        },
        "url": source.url,
        "file": source.file,
        "form": source.form.value,
        "complete": source.complete,
        "summary": source.summary,
        "defects": [
            {
                "id": each.id,
                "kind": each.kind,
                "lines": each.lines,
                "summary": each.summary,
                "claims": list(each.claims),
            }
            for each in source.defects
        ],
        "claims": own,
        "claims_in_force": sum(snapshot.in_force(each) for each in own),
    }


def _dates(source: Source) -> str:
    dates = source.dates
    if dates.published is not None:
        return dates.published.isoformat()
    first = dates.earliest.isoformat() if dates.earliest else "?"
    last = dates.latest.isoformat() if dates.latest else "?"
    return f"not stated; between {first} and {last}. {dates.because}"


def _reliability(source: Source) -> str:
    return f"{source.reliability.value:g}. {source.reliability.because}"


def _counted(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> str:
    own = [each.id for each in knowledge.claims.values() if each.source == id_]
    if not own:
        return "none; it dates releases, states or maintainers"
    held = sum(snapshot.in_force(each) for each in own)
    count = Counter(knowledge.criterion_of[each] for each in own)
    most = ", ".join(f"{name} {number}" for name, number in count.most_common(5))
    return (
        f"{len(own)}, of which {held} count on {snapshot.as_of.isoformat()}; "
        f"most on {most}"
    )


def _defect(defect: Defect) -> Item:
    place = f" ({defect.id}, lines {defect.lines})"
    touched = ", ".join(defect.claims)
    return Item(
        (
            Span(defect.kind, Tone.STRONG),
            Span(f": {defect.summary}"),
            Span(place, Tone.FAINT),
        ),
        (words(f"touches {touched}", Tone.FAINT),) if touched else (),
    )
