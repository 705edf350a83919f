"""A framework: what it is, in which state, and what is known of it."""

from collections.abc import Iterator, Sequence

from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import SILENCE
from advisor.model.period import newest, within
from advisor.model.snapshot import Snapshot
from advisor.model.system import Framework, Phase, Release
from advisor.model.terms import term
from advisor.render.cite import cell
from advisor.render.page import Block, Grid, Heading, paragraph, section, words
from advisor.render.records.foundation import foundations
from advisor.render.records.parts import (
    Fields,
    bullets,
    document_names,
    facts,
    named,
    on_day,
    performance_fields,
    phase_fields,
    phase_lines,
    source_name,
    state,
)
from advisor.render.records.path import paths_in_words
from advisor.render.records.support import support_fields


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a framework."""
    framework = knowledge.frameworks[id_]
    wording = knowledge.wording
    maintainer = framework.maintainer
    kept = named(maintainer.name, source_name(maintainer.source, knowledge), wording)
    releases = (framework.first_release, *framework.releases)
    return (
        Heading(framework.name, level=1),
        paragraph(framework.description),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.also-called"), wording.series(framework.aliases)),
            (on_day(snapshot, wording), _state(framework.status, snapshot, wording)),
            (wording("record.maintained-by"), kept),
            (wording("record.excluded-together-with"), _vendors(framework, wording)),
            (wording("record.made-for"), wording.series(framework.scope)),
            (wording("record.packages"), wording.series(framework.packages)),
            (wording("record.installed-as"), wording.series(framework.installed_as)),
            (wording("record.python"), _python(framework, snapshot, wording)),
            (wording("record.named-in"), document_names(framework.named_in, knowledge)),
        ),
        *section(
            wording("record.releases"),
            bullets(_release(each, knowledge) for each in releases),
        ),
        *section(wording("record.status"), phase_lines(framework.status, knowledge)),
        *section(
            wording("record.where-it-runs"),
            bullets(_platforms(framework, snapshot, wording)),
        ),
        *section(
            wording("record.stands-on"), foundations(framework.stands_on, knowledge)
        ),
        *section(
            wording("record.worth-knowing"),
            bullets(_traits(framework, knowledge, snapshot)),
        ),
        *section(
            wording("record.layers-that-stand-on-it"),
            bullets(_layers(id_, knowledge, snapshot)),
        ),
        *section(
            wording("record.paths-to-targets"),
            bullets(paths_in_words(_paths(id_, knowledge), knowledge, snapshot)),
        ),
        *section(wording("record.what-is-said-of-it"), _grid(id_, knowledge, snapshot)),
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


def _state(phases: Sequence[Phase], snapshot: Snapshot, wording: Wording) -> str:
    return state(phases, snapshot, wording) or wording("record.not-there-yet")


def _vendors(framework: Framework, wording: Wording) -> str:
    former = [
        wording("record.until", what=each.vendor, day=each.until.isoformat())
        for each in framework.former_vendors
    ]
    return wording.series((*framework.vendors, *former))


def _python(framework: Framework, snapshot: Snapshot, wording: Wording) -> str:
    support = newest(framework.python, snapshot.as_of)
    if support is None:
        return ""
    return wording("cite.period", first=support.least, last=support.most)


def _platforms(
    framework: Framework, snapshot: Snapshot, wording: Wording
) -> Iterator[str]:
    for each in framework.platforms:
        if each.holds_on(snapshot.as_of):
            yield wording(
                "record.platform",
                system=each.os,
                accelerator=each.accelerator,
                chips=wording.series(each.architectures),
                level=term(each.level, wording),
                day=each.since.isoformat(),
            )


def _traits(
    framework: Framework, knowledge: Knowledge, snapshot: Snapshot
) -> Iterator[str]:
    wording = knowledge.wording
    for each in framework.traits:
        if within(each.since, each.until, snapshot.as_of):
            source = source_name(each.source, knowledge)
            name = term(each.trait, wording)
            yield f"{name}{wording('common.colon')}{named(each.value, source, wording)}"


def _standing(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        layer.id
        for layer in knowledge.layers.values()
        if any(each.framework == id_ for each in layer.stands_on)
    ]


def _layers(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Iterator[str]:
    wording = knowledge.wording
    for each in _standing(id_, knowledge):
        layer = knowledge.layers[each]
        name = named(layer.name, each, wording)
        yield wording.series([name, _state(layer.status, snapshot, wording)])


def _paths(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.paths.values() if each.from_ == id_]


def _release(release: Release, knowledge: Knowledge) -> str:
    return knowledge.wording(
        "record.release",
        version=release.version,
        day=release.date.isoformat(),
        source=source_name(release.source, knowledge),
    )


def _grid(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Grid:
    wording = knowledge.wording
    rows = tuple(
        (
            words(knowledge.criteria[criterion].title),
            words(str(len(said))),
            words(str(sum(snapshot.in_force(each.id) for each in said))),
            words(cell(snapshot.matrix[id_].get(criterion, SILENCE), wording)),
        )
        for criterion, said in _by_criterion(id_, knowledge).items()
    )
    columns = (
        wording("record.criterion-column"),
        wording("record.claims-column"),
        wording("record.in-force-column"),
        wording("record.performance-column"),
    )
    return Grid(columns, rows, numeric=(1, 2), colon=wording("common.colon"))


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
