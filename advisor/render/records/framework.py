"""A framework: what it is, in which state, and what is known of it."""

from collections.abc import Iterator

from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE
from advisor.model.period import newest, within
from advisor.model.snapshot import Snapshot
from advisor.model.system import Framework, Release
from advisor.render.cite import cell
from advisor.render.page import Block, Grid, Heading, paragraph, section, words
from advisor.render.records.parts import (
    Fields,
    bullets,
    document_names,
    facts,
    paths_in_words,
    performance_fields,
    phase_fields,
    phase_lines,
    source_name,
    state,
)
from advisor.render.records.support import support_fields


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a framework."""
    framework = knowledge.frameworks[id_]
    maintainer = framework.maintainer
    releases = (framework.first_release, *framework.releases)
    return (
        Heading(framework.name, level=1),
        paragraph(framework.description),
        facts(
            ("Id", id_),
            ("Also called", ", ".join(framework.aliases)),
            (f"On {snapshot.as_of.isoformat()}", _state(framework, snapshot)),
            (
                "Maintained by",
                f"{maintainer.name} ({source_name(maintainer.source, knowledge)})",
            ),
            ("Excluded together with", _vendors(framework)),
            ("Made for", ", ".join(framework.scope)),
            ("Packages", ", ".join(framework.packages)),
            ("Python", _python(framework, snapshot)),
            ("Named in", document_names(framework.named_in, knowledge)),
        ),
        *section("Releases", bullets(_release(each, knowledge) for each in releases)),
        *section("Status", phase_lines(framework.status, knowledge)),
        *section("Where it runs", bullets(_platforms(framework, snapshot))),
        *section("Worth knowing", bullets(_traits(framework, knowledge, snapshot))),
        *section("Layers that stand on it", bullets(_layers(id_, knowledge, snapshot))),
        *section(
            "Paths to targets",
            bullets(paths_in_words(_paths(id_, knowledge), knowledge, snapshot)),
        ),
        *section("What is said of it", _grid(id_, knowledge, snapshot)),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a framework as JSON."""
    framework = knowledge.frameworks[id_]
    phase = framework.phase_on(snapshot.as_of)
    releases = (framework.first_release, *framework.releases)
    return {
        "name": framework.name,
        "aliases": list(framework.aliases),
        "description": framework.description,
        "maintainer": {
            "name": framework.maintainer.name,
            "source": framework.maintainer.source,
        },
        "vendors": list(framework.vendors),
        "former_vendors": [
            {
                "vendor": each.vendor,
                "until": each.until.isoformat(),
                "source": each.source,
            }
            for each in framework.former_vendors
        ],
        "scope": list(framework.scope),
        "packages": list(framework.packages),
        **support_fields(framework),
        "layers": _standing(id_, knowledge),
        "paths": _paths(id_, knowledge),
        "releases": [
            {
                "version": each.version,
                "date": each.date.isoformat(),
                "source": each.source,
            }
            for each in releases
        ],
        "status": phase.status.value if phase is not None else None,
        "phases": phase_fields(framework.status),
        "named_in": list(framework.named_in),
        "criteria": {
            criterion: {
                "claims": len(said),
                "claims_in_force": sum(snapshot.in_force(each.id) for each in said),
                "performance": performance_fields(
                    snapshot.matrix[id_].get(criterion, SILENCE)
                ),
            }
            for criterion, said in _by_criterion(id_, knowledge).items()
        },
    }


def _state(framework: Framework, snapshot: Snapshot) -> str:
    phase = framework.phase_on(snapshot.as_of)
    if phase is None:
        return "not there yet"
    return f"{phase.status.value} since {phase.since.isoformat()}"


def _vendors(framework: Framework) -> str:
    former = [
        f"{e.vendor} until {e.until.isoformat()}" for e in framework.former_vendors
    ]
    return ", ".join((*framework.vendors, *former))


def _python(framework: Framework, snapshot: Snapshot) -> str:
    support = newest(framework.python, snapshot.as_of)
    return f"{support.least} to {support.most}" if support is not None else ""


def _platforms(framework: Framework, snapshot: Snapshot) -> Iterator[str]:
    for each in framework.platforms:
        if each.holds_on(snapshot.as_of):
            chips = ", ".join(each.architectures)
            since = each.since.isoformat()
            yield f"{each.os} with {each.accelerator} ({chips}): {each.level}, since {since}"


def _traits(
    framework: Framework, knowledge: Knowledge, snapshot: Snapshot
) -> Iterator[str]:
    for each in framework.traits:
        if within(each.since, each.until, snapshot.as_of):
            yield f"{each.trait}: {each.value} ({source_name(each.source, knowledge)})"


def _standing(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        layer.id
        for layer in knowledge.layers.values()
        if any(each.framework == id_ for each in layer.stands_on)
    ]


def _layers(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Iterator[str]:
    for each in _standing(id_, knowledge):
        layer = knowledge.layers[each]
        yield f"{layer.name} ({each}), {state(layer.status, snapshot) or 'not there yet'}"


def _paths(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.paths.values() if each.from_ == id_]


def _release(release: Release, knowledge: Knowledge) -> str:
    source = source_name(release.source, knowledge)
    return f"{release.version} on {release.date.isoformat()} ({source})"


def _grid(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Grid:
    rows = tuple(
        (
            words(knowledge.criteria[criterion].title),
            words(str(len(said))),
            words(str(sum(snapshot.in_force(each.id) for each in said))),
            words(cell(snapshot.matrix[id_].get(criterion, SILENCE))),
        )
        for criterion, said in _by_criterion(id_, knowledge).items()
    )
    return Grid(
        ("criterion", "claims", "in force", "performance"), rows, numeric=(1, 2)
    )


def _by_criterion(id_: str, knowledge: Knowledge) -> dict[str, list[Claim]]:
    """Return the claims that name a framework, under every criterion they touch."""
    groups: dict[str, list[Claim]] = {}
    for claim in knowledge.claims.values():
        if id_ in _named(claim):
            for criterion in (knowledge.criterion_of[claim.id], *claim.also):
                groups.setdefault(criterion, []).append(claim)
    return dict(sorted(groups.items()))


def _named(claim: Claim) -> set[str]:
    return {
        *claim.subjects,
        *claim.favours,
        *claim.against,
        *(claim.performance or {}),
        *(claim.measured or {}),
    }
