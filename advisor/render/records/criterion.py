"""A criterion: its scale, and everything that is said and decided on it."""

from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import SILENCE, Known
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.cite import cell
from advisor.render.page import Block, Grid, Heading, Line, paragraph, section, words
from advisor.render.records.parts import (
    Fields,
    bullets,
    claims_section,
    facts,
    named,
    performance_fields,
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a criterion."""
    criterion = knowledge.criteria[id_]
    wording = knowledge.wording
    derived = wording("record.derived") if criterion.derived else ""
    half_life = "" if criterion.derived else _half_life(criterion, wording)
    return (
        Heading(wording("record.criterion-title", title=criterion.title), level=1),
        paragraph(criterion.definition),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.group"), term(criterion.group, wording)),
            (wording("record.role"), term(criterion.role, wording)),
            (wording("record.performance-0"), criterion.scale.worst),
            (wording("record.performance-1"), criterion.scale.best),
            (wording("record.unit"), _unit(criterion, wording)),
            (wording("record.half-life"), half_life),
            (wording("record.worked-out"), derived),
        ),
        *(() if criterion.derived else _frameworks(id_, knowledge, snapshot)),
        *_claims(id_, knowledge, snapshot),
        *section(
            wording("record.rules-that-change-its-weight"),
            bullets(_rules(id_, knowledge)),
        ),
    )


def _frameworks(
    id_: str, knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Block, ...]:
    wording = knowledge.wording
    rows = tuple(_row(each, id_, knowledge, snapshot) for each in snapshot.matrix)
    columns = (
        wording("record.framework-column"),
        wording("record.performance-column"),
        wording("record.testimonies-column"),
    )
    return section(
        wording("record.frameworks-on", day=snapshot.as_of.isoformat()),
        Grid(columns, rows, numeric=(2,), colon=wording("common.colon")),
    )


def _unit(criterion: Criterion, wording: Wording) -> str:
    measure = criterion.scale.measure
    if measure is None:
        return ""
    return wording(
        "record.measure",
        unit=measure.unit,
        worst=f"{measure.worst:g}",
        best=f"{measure.best:g}",
        shape=term(measure.shape, wording),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a criterion as JSON."""
    criterion = knowledge.criteria[id_]
    return {
        "title": criterion.title,
        "group": criterion.group.value,
        "role": criterion.role.value,
        "definition": criterion.definition,
        "derived": criterion.derived,
        "scale": {"worst": criterion.scale.worst, "best": criterion.scale.best},
        "half_life": {
            "years": criterion.half_life.years,
            "because": criterion.half_life.because,
        },
        "performances": {
            framework: performance_fields(row.get(id_, SILENCE))
            for framework, row in snapshot.matrix.items()
        },
        "claims": {
            about: [each.id for each in said]
            for about, said in _by_framework(id_, knowledge, snapshot).items()
        },
        "raised_by": {
            each.id: amount
            for each in knowledge.rules.values()
            if (amount := (each.then.raise_ or {}).get(id_)) is not None
        },
        "enough_by": {
            each.id: level
            for each in knowledge.rules.values()
            if (level := (each.then.enough or {}).get(id_)) is not None
        },
    }


def _half_life(criterion: Criterion, wording: Wording) -> str:
    own = criterion.half_life
    return wording("record.years", years=f"{own.years:g}", because=own.because)


def _row(
    framework: str, id_: str, knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Line, ...]:
    performance = snapshot.matrix[framework].get(id_, SILENCE)
    heard = len(performance.testimonies) if isinstance(performance, Known) else 0
    name = knowledge.frameworks[framework].name
    return (words(name), words(cell(performance, knowledge.wording)), words(str(heard)))


def _claims(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    return tuple(
        block
        for about, said in _by_framework(id_, knowledge, snapshot).items()
        for block in claims_section(
            knowledge.wording("record.claims-on", subject=_name(about, knowledge)),
            [each.id for each in said],
            knowledge,
            snapshot,
        )
    )


def _by_framework(
    id_: str, knowledge: Knowledge, snapshot: Snapshot
) -> dict[str, list[Claim]]:
    """Group the claims on a criterion by those they judge, else by those they name."""
    groups: dict[str, list[Claim]] = {}
    for claim in knowledge.claims.values():
        if id_ in (knowledge.criterion_of[claim.id], *claim.also):
            for about in snapshot.performances[claim.id] or claim.subjects:
                groups.setdefault(about, []).append(claim)
    return dict(sorted(groups.items()))


def _name(about: str, knowledge: Knowledge) -> str:
    framework = knowledge.frameworks.get(about)
    if framework is None:
        return knowledge.wording("record.all-frameworks")
    return framework.name


def _rules(id_: str, knowledge: Knowledge) -> list[str]:
    wording = knowledge.wording
    lines = []
    colon = wording("common.colon")
    for rule in knowledge.rules.values():
        name = named(rule.title, rule.id, wording)
        if id_ in (raised := rule.then.raise_ or {}):
            lines.append(f"{name}{colon}+{raised[id_]:g}")
        if id_ in (enough := rule.then.enough or {}):
            level = wording("explain.enough", level=f"{enough[id_]:g}")
            lines.append(f"{name}{colon}{level}")
    return lines
