"""A path: the way from training in a framework to running on a target."""

from advisor.model.knowledge import Knowledge
from advisor.model.path import Milestone
from advisor.model.snapshot import Snapshot
from advisor.render.condition import condition_text
from advisor.render.page import Block, Heading, Tone, paragraph, section
from advisor.render.records.parts import (
    Fields,
    bullets,
    claims_section,
    facts,
    source_name,
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a path."""
    path = knowledge.paths[id_]
    runtime = knowledge.runtimes[path.runtime]
    milestone = path.milestone_on(snapshot.as_of)
    now = milestone.maturity.value if milestone is not None else "not there yet"
    steps = (knowledge.frameworks[path.from_].name, *path.steps, path.format)
    return (
        Heading(f"Path {id_}", level=1),
        paragraph(" → ".join((*steps, runtime.name)), Tone.STRONG),
        facts(
            ("Trained in", path.from_),
            ("By way of", ", ".join(path.through)),
            ("Runtime", f"{runtime.name} ({path.runtime})"),
            ("Targets", ", ".join(path.targets)),
            ("Called from", ", ".join(path.languages)),
            ("Accelerators", ", ".join(path.accelerators)),
            ("Runs only on", path.bound_to),
            ("Only when", condition_text(path.when) if path.when else ""),
            ("Way of choice when", condition_text(path.fits) if path.fits else ""),
            ("Quantization", path.quantization),
            (f"On {snapshot.as_of.isoformat()}", now),
            ("Confirmed", path.confirmed.isoformat() if path.confirmed else ""),
            ("Mind", path.caveats),
        ),
        *section(
            "Maturity", bullets(_milestone(each, knowledge) for each in path.maturity)
        ),
        *claims_section(
            "Claims on the same sources", _claims(id_, knowledge), knowledge, snapshot
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
        "when": condition_text(path.when) if path.when else None,
        "fits": condition_text(path.fits) if path.fits else None,
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


def _milestone(each: Milestone, knowledge: Knowledge) -> str:
    note = f": {each.note}" if each.note else ""
    source = source_name(each.source, knowledge)
    return f"{each.maturity.value} since {each.since.isoformat()} ({source}){note}"


def _claims(id_: str, knowledge: Knowledge) -> list[str]:
    sources = {each.source for each in knowledge.paths[id_].maturity}
    return [each.id for each in knowledge.claims.values() if each.source in sources]
