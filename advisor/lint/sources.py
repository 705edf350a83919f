"""Sources: when they spoke, how far they are trusted, where they can be read."""

from collections.abc import Iterator

from advisor.lint.wording import Known, error, outside, unknown
from advisor.model.evidence import Dates, Source
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "sources"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield what is wrong with sources and the defects recorded of them."""
    for source in knowledge.sources.values():
        yield from _dates(_subject(source), source.dates)
        yield from _reliability(source)
        yield from _place(source)
        yield from _defects(source, knowledge)


def _dates(subject: str, dates: Dates) -> Iterator[Finding]:
    bounded = dates.earliest is not None or dates.latest is not None
    if dates.published is not None and bounded:
        message = "dates: both a day of publication and bounds for it"
        yield error(NAME, subject, message, "Keep published, or earliest and latest.")
    if dates.published is None and (dates.earliest is None or dates.latest is None):
        message = "dates: neither a day of publication nor both bounds for it"
        yield error(NAME, subject, message, "Add published, or earliest and latest.")
    if bounded and not dates.because.strip():
        message = "dates: the bounds have no reason"
        yield error(NAME, subject, message, "Add because: what the bounds follow from.")
    if dates.earliest and dates.latest and dates.latest < dates.earliest:
        message = "dates: latest lies before earliest"
        yield error(NAME, subject, message, "Swap or correct the two.")


def _reliability(source: Source) -> Iterator[Finding]:
    value = source.reliability.value
    if not 0 <= value <= 1:
        yield outside(NAME, _subject(source), "reliability", value, "from 0 to 1")
    if not source.reliability.because.strip():
        message = "reliability: has no reason"
        yield error(NAME, _subject(source), message, "Add because: why this number.")


def _place(source: Source) -> Iterator[Finding]:
    if source.is_document and not source.file:
        message = "is a document but names no file"
        yield error(NAME, _subject(source), message, "Add file: the name of its text.")
    if not source.is_document and not source.url:
        message = "cannot be looked up: it has no url"
        yield error(NAME, _subject(source), message, "Add url.")
    if "/" in source.file or "\\" in source.file:
        message = f"file: {source.file!r} is a path"
        yield error(NAME, _subject(source), message, "Give the file name alone.")


def _defects(source: Source, knowledge: Knowledge) -> Iterator[Finding]:
    known = Known("claim", knowledge.claims)
    for defect in source.defects:
        key = f"defects.{defect.id}"
        yield from unknown(NAME, _subject(source), key, defect.claims, known)
        for name in defect.claims:
            claim = knowledge.claims.get(name)
            if claim is not None and claim.source != source.id:
                message = f"{key}: {name!r} is a claim of {claim.source!r}"
                help_ = "A defect touches claims of its own source only."
                yield error(NAME, _subject(source), message, help_)


def _subject(source: Source) -> str:
    return f"source:{source.id}"
