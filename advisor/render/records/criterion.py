"""A criterion: its scale, and everything that is said and decided on it."""

from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known
from advisor.model.snapshot import Snapshot
from advisor.render.cite import cell
from advisor.render.page import Block, Grid, Heading, Line, paragraph, section, words
from advisor.render.records.parts import (
    Fields,
    bullets,
    claims_section,
    facts,
    performance_fields,
)

_DERIVED = (
    "for each project, from the dated records of paths and platforms; no claim speaks "
    "of it"
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a criterion."""
    criterion = knowledge.criteria[id_]
    return (
        Heading(f"Criterion {criterion.title}", level=1),
        paragraph(criterion.definition),
        facts(
            ("Id", id_),
            ("Group", criterion.group.value),
            ("Role", criterion.role.value),
            ("Performance 0", criterion.scale.worst),
            ("Performance 1", criterion.scale.best),
            ("Unit", _unit(criterion)),
            ("Half-life", "" if criterion.derived else _half_life(criterion)),
            ("Worked out", _DERIVED if criterion.derived else ""),
        ),
        *(() if criterion.derived else _frameworks(id_, knowledge, snapshot)),
        *_claims(id_, knowledge, snapshot),
        *section("Rules that change its weight", bullets(_rules(id_, knowledge))),
    )


def _frameworks(
    id_: str, knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Block, ...]:
    rows = tuple(_row(each, id_, knowledge, snapshot) for each in snapshot.matrix)
    return section(
        f"Frameworks on {snapshot.as_of.isoformat()}",
        Grid(("framework", "performance", "testimonies"), rows, numeric=(2,)),
    )


def _unit(criterion: Criterion) -> str:
    measure = criterion.scale.measure
    if measure is None:
        return ""
    return (
        f"{measure.unit}, from {measure.worst:g} (0) to {measure.best:g} (1), "
        f"{measure.shape}"
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


def _half_life(criterion: Criterion) -> str:
    return f"{criterion.half_life.years:g} years. {criterion.half_life.because}"


def _row(
    framework: str, id_: str, knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Line, ...]:
    performance = snapshot.matrix[framework].get(id_, SILENCE)
    heard = len(performance.testimonies) if isinstance(performance, Known) else 0
    name = knowledge.frameworks[framework].name
    return (words(name), words(cell(performance)), words(str(heard)))


def _claims(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    return tuple(
        block
        for about, said in _by_framework(id_, knowledge, snapshot).items()
        for block in claims_section(
            f"Claims on {_name(about, knowledge)}",
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
    return framework.name if framework is not None else "all frameworks"


def _rules(id_: str, knowledge: Knowledge) -> list[str]:
    lines = []
    for rule in knowledge.rules.values():
        if id_ in (raised := rule.then.raise_ or {}):
            lines.append(f"{rule.title} ({rule.id}): +{raised[id_]:g}")
        if id_ in (enough := rule.then.enough or {}):
            lines.append(f"{rule.title} ({rule.id}): {enough[id_]:g} is enough")
    return lines
