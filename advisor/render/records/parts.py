"""What the pages of several kinds of record share."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, assert_never

from advisor.model.evidence import Claim
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import Gap, Known, Performance
from advisor.model.report import SetAside
from advisor.model.snapshot import (
    ClaimStanding,
    InForce,
    LeftOut,
    NotYetSaid,
    Restatement,
    Snapshot,
)
from advisor.model.system import Phase, phase_on
from advisor.model.terms import term
from advisor.render.cite import claim_line
from advisor.render.json_text import interval, number
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    phrase,
    section,
    words,
)

Fields = Mapping[str, Any]  # Any: JSON values


def facts(wording: Wording, *pairs: tuple[str, str]) -> Bullets:
    """Return a list of labelled facts, without those that are empty."""
    colon = wording("common.colon")
    return Bullets(
        tuple(
            Item((Span(f"{label}{colon}", Tone.STRONG), Span(text)))
            for label, text in pairs
            if text
        )
    )


def on_day(snapshot: Snapshot, wording: Wording) -> str:
    """Return the label of what holds on the as-of date."""
    return wording("record.on", day=snapshot.as_of.isoformat())


def bullets(lines: Iterable[str]) -> Bullets:
    """Return a plain list."""
    return Bullets(tuple(Item(words(line)) for line in lines))


def claims_section(
    title: str, claims: Iterable[str], knowledge: Knowledge, snapshot: Snapshot
) -> tuple[Block, ...]:
    """Return a titled list of claims, or nothing where there are none."""
    return section(title, claims_list(claims, knowledge, snapshot))


def claims_list(
    claims: Iterable[str], knowledge: Knowledge, snapshot: Snapshot
) -> Bullets:
    """Return claims with their direction and how they stand."""
    return Bullets(
        tuple(
            claim_item(knowledge.claims[each], knowledge, snapshot) for each in claims
        )
    )


def claim_item(claim: Claim, knowledge: Knowledge, snapshot: Snapshot) -> Item:
    """Return one claim with its direction and how it stands."""
    wording = knowledge.wording
    said = direction(claim, snapshot, wording)
    stands = standing_text(snapshot.standings[claim.id], wording)
    detail = wording.clauses(filter(None, [said, stands]))
    return Item(claim_line(claim, knowledge), (words(detail, Tone.FAINT),))


def direction(claim: Claim, snapshot: Snapshot, wording: Wording) -> str:
    """Say what the claim says of each framework, on the criterion's scale."""
    said = snapshot.performances[claim.id]
    return wording.series(f"{each} {value:.2f}" for each, value in said.items())


def standing_text(standing: ClaimStanding, wording: Wording) -> str:
    """Say whether a claim counts on the as-of date, and why not."""
    match standing:
        case InForce(weights):
            parts = [
                wording("record.weight-on", weight=f"{weight:.3f}", criterion=name)
                for name, weight in weights.items()
            ]
            return wording("record.in-force", weights=wording.series(parts))
        case SetAside(_, reason):
            return wording("record.set-aside", reason=reason)
        case NotYetSaid(said_on):
            return wording("record.not-yet-said", day=said_on.isoformat())
        case Restatement(first):
            return wording("record.restatement", claim=first)
        case LeftOut():
            return wording("record.left-out")
        case _:
            assert_never(standing)


def standing_fields(standing: ClaimStanding) -> Fields:
    """Return how a claim stands as JSON."""
    match standing:
        case InForce(weights):
            numbers = {name: number(weight) for name, weight in weights.items()}
            return {"state": "in-force", "weights": numbers}
        case SetAside(_, reason, successor):
            return {"state": "set-aside", "reason": reason, "superseded_by": successor}
        case NotYetSaid(said_on):
            return {"state": "not-yet-said", "said_on": said_on.isoformat()}
        case Restatement(first):
            return {"state": "restatement", "of": first}
        case LeftOut():
            return {"state": "left-out"}
        case _:
            assert_never(standing)


def performance_fields(performance: Performance) -> Fields | None:
    """Return a cell as JSON, null for a gap; its claims by weight."""
    match performance:
        case Known(testimonies=testimonies):
            said = sorted(testimonies, key=lambda each: (-each.weight, each.claim))
            return {
                **interval(performance),
                "testimonies": [
                    {
                        "claim": each.claim,
                        "source": each.source,
                        "performance": number(each.performance),
                        "weight": number(each.weight),
                    }
                    for each in said
                ],
            }
        case Gap():
            return None
        case _:
            assert_never(performance)


def phase_lines(phases: Iterable[Phase], knowledge: Knowledge) -> Bullets:
    """Return the phases of a project, each with its source."""
    return Bullets(
        tuple(
            Item(_phase(each, knowledge), (words(each.note),) if each.note else ())
            for each in phases
        )
    )


def phase_fields(phases: Iterable[Phase]) -> list[Fields]:
    """Return the phases of a project as JSON."""
    return [
        {
            "status": each.status.value,
            "since": each.since.isoformat(),
            "source": each.source,
            "note": each.note,
        }
        for each in phases
    ]


def state(phases: Sequence[Phase], snapshot: Snapshot, wording: Wording) -> str:
    """Return the state of a project on the as-of date; nothing before its first."""
    phase = phase_on(phases, snapshot.as_of)
    if phase is None:
        return ""
    return wording(
        "record.since", what=term(phase.status, wording), day=phase.since.isoformat()
    )


def period_fields(since: date, until: date | None) -> Fields:
    """Return a period with an open end as JSON."""
    return {"since": since.isoformat(), "until": until.isoformat() if until else None}


def source_name(source: str, knowledge: Knowledge) -> str:
    """Return a source with its title."""
    return named(knowledge.sources[source].title, source, knowledge.wording)


def named(title: str, id_: str, wording: Wording) -> str:
    """Return a title with the id behind it."""
    return wording("common.aside", text=title, aside=id_)


def document_names(sources: Iterable[str], knowledge: Knowledge) -> str:
    """Return the documents that name something."""
    return knowledge.wording.series(source_name(each, knowledge) for each in sources)


def rules_on(claim: str, knowledge: Knowledge) -> list[str]:
    """Return the rules that rest on a claim."""
    return [each.id for each in knowledge.rules.values() if claim in each.claims]


def opposed(claim: str, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Yield every claim on another side of a contradiction, with the contradiction."""
    for each in knowledge.contradictions.values():
        if any(claim in side.claims for side in each.sides):
            for side in each.sides:
                if claim not in side.claims:
                    yield from ((each.id, other) for other in side.claims)


def _phase(phase: Phase, knowledge: Knowledge) -> Line:
    wording = knowledge.wording
    return phrase(
        wording(
            "record.since-says",
            what=Span(term(phase.status, wording), Tone.STRONG),
            day=phase.since.isoformat(),
            source=source_name(phase.source, knowledge),
        )
    )
