"""Digests: the passages on which claims rest still say what they said."""

from collections.abc import Iterator, Mapping

from advisor.lint.passage import digest
from advisor.lint.wording import error
from advisor.model.evidence import Claim, Source
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge

NAME = "digests"


def files(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the names of the files whose passages claims rest on."""
    return tuple(sorted({source.file for _, source in _bound(knowledge)}))


def verifiable(knowledge: Knowledge, texts: Mapping[str, str]) -> int:
    """Count the claims whose digest can be compared with one of `texts`."""
    return sum(source.file in texts for _, source in _bound(knowledge))


def verify(knowledge: Knowledge, texts: Mapping[str, str]) -> Iterator[Finding]:
    """Yield every claim whose passage is missing from `texts` or has changed.

    `texts` maps file names to contents.
    """
    for claim, source in _bound(knowledge):
        if source.file in texts:
            yield from _passage(claim, source, texts[source.file])
    for name in files(knowledge):
        if name not in texts:
            message = f"the file {name!r} is not there"
            help_ = "Put it into the folder given by --documents, or correct file."
            for source in _of_file(name, knowledge):
                yield error(NAME, f"source:{source.id}", message, help_)


def _passage(claim: Claim, source: Source, text: str) -> Iterator[Finding]:
    subject = f"claim:{claim.id}"
    place = f"lines {claim.lines} of {source.file!r}"
    try:
        found = digest(text, claim.lines)
    except IndexError as fault:
        message = f"{place}: {fault.args[0]}"
        yield error(NAME, subject, message, "Find the passage again and correct lines.")
        return
    except ValueError:
        message = f"lines: not a locator: {claim.lines!r}"
        yield error(NAME, subject, message, "Write it like 4, 88-101 or 10, 14.")
        return
    if found != claim.digest:
        message = f"{place} no longer say what was read there"
        help_ = f"Read them again; if the claim still holds, its digest is {found}."
        yield error(NAME, subject, message, help_)


def _bound(knowledge: Knowledge) -> Iterator[tuple[Claim, Source]]:
    for claim in knowledge.claims.values():
        source = knowledge.sources.get(claim.source)
        if source is not None and source.file and claim.digest:
            yield claim, source


def _of_file(name: str, knowledge: Knowledge) -> Iterator[Source]:
    return (each for each in knowledge.sources.values() if each.file == name)
