"""A claim: who said what, when, how much it counts and what speaks against it."""

from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.cite import dated
from advisor.render.condition import condition_text
from advisor.render.json_text import number
from advisor.render.page import Block, Bullets, Heading, Item, Tone, paragraph, section
from advisor.render.records.parts import (
    Fields,
    bullets,
    claim_item,
    claims_section,
    direction,
    facts,
    named,
    on_day,
    opposed,
    rules_on,
    source_name,
    standing_fields,
    standing_text,
)


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a claim."""
    claim = knowledge.claims[id_]
    source = knowledge.sources[claim.source]
    own = knowledge.criteria[knowledge.criterion_of[id_]]
    wording = knowledge.wording
    criterion = [named(own.title, own.id, wording), term(own.role, wording)]
    said = direction(claim, snapshot, wording) or wording("record.told-only")
    return (
        Heading(wording("record.claim-title", id=id_), level=1),
        paragraph(claim.statement, Tone.STRONG),
        facts(
            wording,
            (wording("record.criterion"), wording.series(criterion)),
            (wording("record.touches-also"), wording.series(claim.also)),
            (wording("record.source"), source_name(claim.source, knowledge)),
            (wording("record.date"), dated(claim, source, wording)),
            (wording("record.line"), claim.lines),
            (wording("record.kind"), term(claim.kind, wording)),
            (wording("record.about"), wording.series(claim.subjects)),
            (wording("record.speaks-for"), wording.series(claim.favours)),
            (wording("record.speaks-against"), wording.series(claim.against)),
            (
                wording("record.strength"),
                term(claim.strength, wording) if claim.strength else "",
            ),
            (wording("record.measured"), _measured(claim, knowledge)),
            (wording("record.performances"), said),
            (wording("record.because"), claim.because),
            (wording("record.confidence"), _confidence(claim, knowledge)),
            (wording("record.limits"), _limits(claim, knowledge)),
            (
                on_day(snapshot, wording),
                standing_text(snapshot.standings[claim.id], wording),
            ),
            (wording("record.note"), claim.note),
        ),
        *_relatives(claim, knowledge, snapshot),
        *_conflicts(claim, knowledge, snapshot),
        *section(
            wording("record.rules-that-rest-on-it"), bullets(_rules(id_, knowledge))
        ),
        *section(wording("record.cases-that-cite-it"), bullets(_cases(id_, knowledge))),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:
    """Return a claim as JSON."""
    claim = knowledge.claims[id_]
    said = snapshot.performances[id_]
    return {
        "statement": claim.statement,
        "criterion": knowledge.criterion_of[id_],
        "also": list(claim.also),
        "source": claim.source,
        "date": knowledge.date_of(claim).isoformat(),
        "lines": claim.lines,
        "digest": claim.digest,
        "type": claim.kind.value,
        "subjects": list(claim.subjects),
        "favours": list(claim.favours),
        "against": list(claim.against),
        "strength": claim.strength.value if claim.strength else None,
        "performances": {each: number(value) for each, value in said.items()},
        "because": claim.because,
        "confidence": claim.confidence.value,
        "measured": dict(claim.measured) if claim.measured is not None else None,
        "when": condition_text(claim.when, knowledge.wording)
        if claim.when is not None
        else None,
        "confirmed": claim.confirmed.isoformat() if claim.confirmed else None,
        "valid_until": claim.valid_until.isoformat() if claim.valid_until else None,
        "versions": None
        if claim.versions is None
        else {"framework": claim.versions.framework, "below": claim.versions.below},
        "standing": standing_fields(snapshot.standings[id_]),
        "note": claim.note,
        "restates": claim.restates or None,
        "restated_by": _restated_by(id_, knowledge),
        "supersedes": list(claim.supersedes),
        "superseded_by": _superseded_by(id_, knowledge),
        "conflicts": [
            {"contradiction": each, "claim": other}
            for each, other in opposed(id_, knowledge)
        ],
        "rules": rules_on(id_, knowledge),
        "cases": _cases(id_, knowledge),
    }


def _confidence(claim: Claim, knowledge: Knowledge) -> str:
    value = knowledge.constants.confidence.values[claim.confidence]
    reliability = knowledge.sources[claim.source].reliability.value
    wording = knowledge.wording
    return wording(
        "record.confidence-and-reliability",
        confidence=term(claim.confidence, wording),
        value=f"{value:g}",
        reliability=f"{reliability:g}",
    )


def _measured(claim: Claim, knowledge: Knowledge) -> str:
    measure = knowledge.criteria[knowledge.criterion_of[claim.id]].scale.measure
    if claim.measured is None or measure is None:
        return ""
    said = [f"{each} {value:g}" for each, value in claim.measured.items()]
    return named(knowledge.wording.series(said), measure.unit, knowledge.wording)


def _limits(claim: Claim, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    limits = []
    if claim.valid_until is not None:
        limits.append(wording("engine.expired", day=claim.valid_until.isoformat()))
    if claim.when is not None:
        condition = condition_text(claim.when, wording)
        limits.append(wording("record.heard-only-if", condition=condition))
    if claim.versions is not None:
        name = knowledge.frameworks[claim.versions.framework].name
        below = claim.versions.below
        limits.append(wording("record.about-before", framework=name, version=below))
    return wording.clauses(limits)


def _relatives(
    claim: Claim, knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Block, ...]:
    wording = knowledge.wording
    first = [claim.restates] if claim.restates else []
    again = _restated_by(claim.id, knowledge)
    newer = _superseded_by(claim.id, knowledge)
    return (
        *claims_section(wording("record.repeats"), first, knowledge, snapshot),
        *claims_section(wording("record.repeated-by"), again, knowledge, snapshot),
        *claims_section(
            wording("record.supersedes"), claim.supersedes, knowledge, snapshot
        ),
        *claims_section(wording("record.superseded-by"), newer, knowledge, snapshot),
    )


def _conflicts(
    claim: Claim, knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Block, ...]:
    wording = knowledge.wording
    against: dict[str, list[Item]] = {}
    for contradiction, other in opposed(claim.id, knowledge):
        item = claim_item(knowledge.claims[other], knowledge, snapshot)
        against.setdefault(contradiction, []).append(item)
    return tuple(
        block
        for each, items in against.items()
        for block in section(
            wording(
                "record.in-conflict",
                contradiction=each,
                topic=knowledge.contradictions[each].topic,
            ),
            Bullets(tuple(items)),
        )
    )


def _rules(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        named(knowledge.rules[each].title, each, knowledge.wording)
        for each in rules_on(id_, knowledge)
    ]


def _cases(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.cases.values() if id_ in each.claims]


def _restated_by(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.claims.values() if each.restates == id_]


def _superseded_by(id_: str, knowledge: Knowledge) -> list[str]:
    return [each.id for each in knowledge.claims.values() if id_ in each.supersedes]
