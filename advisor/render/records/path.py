"""A path: the way from training in a framework to running on a target."""

from collections.abc import Iterable, Iterator

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.path import Milestone, Path
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.condition import condition_text
from advisor.render.page import Block, Heading, Tone, paragraph, section
from advisor.render.records.parts import (
    Fields,
    bullets,
    claims_section,
    facts,
    named,
    on_day,
    source_name,
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a path."""
    path = knowledge.paths[id_]
    runtime = knowledge.runtimes[path.runtime]
    wording = knowledge.wording
    confirmed = path.confirmed.isoformat() if path.confirmed else ""
    steps = (knowledge.frameworks[path.from_].name, *path.steps, path.format)
    return (
        Heading(wording("record.path-title", id=id_), level=1),
        paragraph(" → ".join((*steps, runtime.name)), Tone.STRONG),
        facts(
            wording,
            (wording("record.trained-in"), path.from_),
            (wording("record.by-way-of"), wording.series(path.through)),
            (wording("record.runtime"), named(runtime.name, path.runtime, wording)),
            (wording("record.targets"), wording.series(path.targets)),
            (wording("record.called-from"), wording.series(path.languages)),
            (wording("record.accelerators"), wording.series(path.accelerators)),
            (wording("record.runs-only-on"), path.bound_to),
            (
                wording("record.only-when"),
                condition_text(path.when, wording) if path.when else "",
            ),
            (
                wording("record.way-of-choice-when"),
                condition_text(path.fits, wording) if path.fits else "",
            ),
            (wording("record.quantization"), path.quantization),
            (on_day(snapshot, wording), _maturity(path, snapshot, wording)),
            (wording("record.confirmed"), confirmed),
            (wording("record.mind"), path.caveats),
        ),
        *section(
            wording("record.maturity"),
            bullets(_milestone(each, knowledge) for each in path.maturity),
        ),
        *claims_section(
            wording("record.claims-on-the-same-sources"),
            _claims(id_, knowledge),
            knowledge,
            snapshot,
        ),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a path as JSON."""
    path = knowledge.paths[id_]
    milestone = path.milestone_on(snapshot.as_of)
    return {
        "from": path.from_,
        "through": list(path.through),
        "steps": list(path.steps),
        "format": path.format,
        "runtime": path.runtime,
        "targets": list(path.targets),
        "languages": list(path.languages),
        "accelerators": list(path.accelerators),
        "when": condition_text(path.when, knowledge.wording) if path.when else None,
        "fits": condition_text(path.fits, knowledge.wording) if path.fits else None,
        "bound_to": path.bound_to,
        "quantization": path.quantization,
        "maturity": milestone.maturity.value if milestone is not None else None,
        "milestones": [
            {
                "maturity": each.maturity.value,
                "since": each.since.isoformat(),
                "source": each.source,
                "note": each.note,
            }
            for each in path.maturity
        ],
        "confirmed": path.confirmed.isoformat() if path.confirmed else None,
        "caveats": path.caveats,
        "claims": _claims(id_, knowledge),
    }


def paths_in_words(
    paths: Iterable[str], knowledge: Knowledge, snapshot: Snapshot
) -> Iterator[str]:
    """Yield paths with their targets and what they are worth on the as-of date."""
    wording = knowledge.wording
    for each in paths:
        path = knowledge.paths[each]
        yield wording(
            "record.path-in-words",
            path=each,
            targets=wording.series(path.targets),
            runtime=path.runtime,
            maturity=_maturity(path, snapshot, wording),
        )


def _maturity(path: Path, snapshot: Snapshot, wording: Wording) -> str:
    """Return what a path is worth on the as-of date."""
    milestone = path.milestone_on(snapshot.as_of)
    if milestone is None:
        return wording("record.not-there-yet")
    return term(milestone.maturity, wording)


def _milestone(each: Milestone, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    said = wording(
        "record.since-says",
        what=term(each.maturity, wording),
        day=each.since.isoformat(),
        source=source_name(each.source, knowledge),
    )
    return f"{said}{wording('common.colon')}{each.note}" if each.note else said


def _claims(id_: str, knowledge: Knowledge) -> list[str]:
    sources = {each.source for each in knowledge.paths[id_].maturity}
    return [each.id for each in knowledge.claims.values() if each.source in sources]
