"""A source: when it spoke, how far it is trusted and what is wrong with it."""

from collections import Counter

from advisor.model.evidence import Defect, Source
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.records.parts import Fields, facts


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a source."""
    source = knowledge.sources[id_]
    wording = knowledge.wording
    summary = (paragraph(source.summary),) if source.summary else ()
    return (
        Heading(wording("record.source-title", title=source.title), level=1),
        *summary,
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.kind"), term(source.kind, wording)),
            (wording("record.language"), source.language),
            (wording("record.date"), _dates(source, wording)),
            (wording("record.reliability"), _reliability(source, wording)),
            (wording("record.address"), source.url),
            (wording("record.file"), source.file),
            (
                wording("record.form"),
                term(source.form, wording) if source.is_document else "",
            ),
            (
                wording("record.complete"),
                "" if source.complete else wording("record.incomplete"),
            ),
            (wording("record.claims"), _counted(id_, knowledge, snapshot)),
        ),
        *section(
            wording("record.known-faults"),
            Bullets(tuple(_defect(each, wording) for each in source.defects)),
        ),
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


def _dates(source: Source, wording: Wording) -> str:
    dates = source.dates
    if dates.published is not None:
        return dates.published.isoformat()
    first = dates.earliest.isoformat() if dates.earliest else "?"
    last = dates.latest.isoformat() if dates.latest else "?"
    return wording("record.not-stated", first=first, last=last, because=dates.because)


def _reliability(source: Source, wording: Wording) -> str:
    own = source.reliability
    return wording("record.reliable", value=f"{own.value:g}", because=own.because)


def _counted(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> str:
    wording = knowledge.wording
    own = [each.id for each in knowledge.claims.values() if each.source == id_]
    if not own:
        return wording("record.no-claims")
    held = sum(snapshot.in_force(each) for each in own)
    count = Counter(knowledge.criterion_of[each] for each in own)
    most = wording.series(f"{name} {number}" for name, number in count.most_common(5))
    return wording(
        "record.counted",
        number=len(own),
        held=held,
        day=snapshot.as_of.isoformat(),
        most=most,
    )


def _defect(defect: Defect, wording: Wording) -> Item:
    place = wording("record.fault-place", id=defect.id, lines=defect.lines)
    line = wording(
        "record.fault",
        kind=Span(defect.kind, Tone.STRONG),
        summary=defect.summary,
        place=Span(place, Tone.FAINT),
    )
    touched = wording("record.touches", claims=wording.series(defect.claims))
    details = (words(touched, Tone.FAINT),) if defect.claims else ()
    return Item(phrase(line), details)
