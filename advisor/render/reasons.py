"""What speaks for the first of a ranking, and what against it."""

from collections.abc import Iterable, Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known, Performance, Testimony
from advisor.model.report import Ranked, Report
from advisor.model.score import Score
from advisor.render.cite import cell, claim_line, heaviest, worked_out
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    phrase,
    section,
)

_REASONS = 4
CLAIMS = 2  # quoted under a reason
_TRIFLE = 0.005  # a criterion that moves the lead by less is no reason


def reasons_sections(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the criteria that decide between the first and the second."""
    if not report.ranking:
        return ()
    first, rival = _pair(report)
    wording = knowledge.wording
    name = knowledge.frameworks[first.framework].name
    ahead, behind = sides(first, rival, knowledge)
    return (
        *section(
            wording("report.for", framework=name),
            Bullets(_items(ahead, first, rival, knowledge, wins=True)),
        ),
        *section(
            wording("report.against", framework=name),
            Bullets(_items(behind, first, rival, knowledge, wins=False)),
        ),
    )


def quoted(report: Report, knowledge: Knowledge) -> set[str]:
    """Return the claims that stand under the reasons."""
    if not report.ranking:
        return set()
    first, rival = _pair(report)
    return {
        said.claim
        for criteria, wins in zip(
            sides(first, rival, knowledge), (True, False), strict=True
        )
        for criterion in criteria[:_REASONS]
        for said in weightiest(criterion, first, rival, knowledge, wins=wins)
    }


def _pair(report: Report) -> tuple[Ranked, Ranked | None]:
    return report.ranking[0], report.ranking[1] if len(report.ranking) > 1 else None


def sides(
    first: Ranked, rival: Ranked | None, knowledge: Knowledge
) -> tuple[list[str], list[str]]:
    """Return the criteria that speak for the first, and those against, most first."""
    leads = _leads(first.score, rival.score if rival else None, knowledge)
    ahead = [each for each in leads if leads[each] >= _TRIFLE]
    behind = [each for each in leads if leads[each] <= -_TRIFLE]
    ahead.sort(key=lambda each: (-leads[each], each))
    behind.sort(key=lambda each: (leads[each], each))
    return ahead, behind


def _leads(own: Score, rival: Score | None, knowledge: Knowledge) -> dict[str, float]:
    """Return by how much each criterion moves the lead; without a rival, off neutral."""
    neutral = knowledge.constants.neutral.value
    against = rival.amounts if rival else {}
    return {
        part.criterion: part.amount - against.get(part.criterion, part.weight * neutral)
        for part in own.contributions
    }


def _items(
    criteria: Sequence[str],
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> tuple[Item, ...]:
    return tuple(
        Item(
            _reason(criterion, first, rival, knowledge, wins=wins),
            telling_claims(criterion, first, rival, knowledge, wins=wins)
            or worked_out(criterion, first.framework, knowledge),
        )
        for criterion in criteria[:_REASONS]
    )


def _reason(
    criterion: str,
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> Line:
    wording = knowledge.wording
    part = next(p for p in first.score.contributions if p.criterion == criterion)
    sign = Span("+ " if wins else "− ", Tone.GOOD if wins else Tone.BAD)
    title = Span(knowledge.criteria[criterion].title, Tone.STRONG)
    weight = wording("report.reason-weight", weight=f"{part.weight:.0%}")
    own = cell(part.performance, wording)
    if rival is None:
        said = wording(
            "report.reason-alone", title=title, own=own, weight=Span(weight, Tone.FAINT)
        )
    else:
        said = wording(
            "report.reason",
            title=title,
            own=own,
            other=cell(performance_of(criterion, rival.score), wording),
            rival=knowledge.frameworks[rival.framework].name,
            weight=Span(weight, Tone.FAINT),
        )
    return (sign, *phrase(said))


def performance_of(criterion: str, score: Score) -> Performance:
    """Return the cell behind a criterion of a score; a gap where there is none."""
    for part in score.contributions:
        if part.criterion == criterion:
            return part.performance
    return SILENCE


def telling_claims(
    criterion: str,
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> tuple[Line, ...]:
    """Return the weightiest claims for the side that is ahead on a criterion."""
    return quotations(
        weightiest(criterion, first, rival, knowledge, wins=wins),
        criterion,
        first,
        rival,
        knowledge,
    )


def quotations(
    said: Iterable[Testimony],
    criterion: str,
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
) -> tuple[Line, ...]:
    """Return claims on a criterion; what is heard of the rival alone, under its name."""
    own = {e.claim for e in _testimonies(performance_of(criterion, first.score))}
    label: Line = ()
    if rival is not None:
        name = knowledge.frameworks[rival.framework].name
        label = (Span(name, Tone.STRONG), Span(knowledge.wording("common.colon")))
    return tuple(
        (
            *(() if each.claim in own else label),
            *claim_line(knowledge.claims[each.claim], knowledge),
        )
        for each in said
    )


def weightiest(
    criterion: str,
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> list[Testimony]:
    """Return the weightiest claims for the side that this reason takes, of both cells."""
    sided = said_of(criterion, first, rival, knowledge, wins=wins)
    if rival is not None:
        sided += said_of(criterion, rival, first, knowledge, wins=not wins)
    unique = {each.claim: each for each in sided}.values()
    return heaviest(unique, CLAIMS)


def said_of(
    criterion: str,
    own: Ranked,
    other: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> list[Testimony]:
    """Return what is heard of a framework on one side of neutral: above it if it wins.

    Of these, only what lies beyond the cell of the other on that side, if anything does:
    lukewarm praise is no reason against someone who does better.
    """
    neutral = knowledge.constants.neutral.value
    every = _testimonies(performance_of(criterion, own.score))
    sided = [each for each in every if _beyond(each, neutral, wins=wins)]
    against = performance_of(criterion, other.score) if other else SILENCE
    if not isinstance(against, Known):
        return sided
    return [e for e in sided if _beyond(e, against.value, wins=wins)] or sided


def _beyond(said: Testimony, value: float, *, wins: bool) -> bool:
    return said.performance > value if wins else said.performance < value


def _testimonies(performance: Performance) -> tuple[Testimony, ...]:
    return performance.testimonies if isinstance(performance, Known) else ()
