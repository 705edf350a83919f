"""What speaks for the first of a ranking, and what against it."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known, Performance, Testimony
from advisor.model.report import Ranked, Report
from advisor.model.score import Score
from advisor.render.cite import cell, claim_line, heaviest
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
_CLAIMS = 2
_TRIFLE = 0.005  # a criterion that moves the lead by less is no reason


def reasons_sections(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the criteria that decide between the first and the second."""
    if not report.ranking:
        return ()
    first, rival = _pair(report)
    wording = knowledge.wording
    name = knowledge.frameworks[first.framework].name
    ahead, behind = _sides(first, rival, knowledge)
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
            _sides(first, rival, knowledge), (True, False), strict=True
        )
        for criterion in criteria[:_REASONS]
        for said in _weightiest(criterion, first, rival, knowledge, wins=wins)
    }


def _pair(report: Report) -> tuple[Ranked, Ranked | None]:
    return report.ranking[0], report.ranking[1] if len(report.ranking) > 1 else None


def _sides(
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
            _claims(criterion, first, rival, knowledge, wins=wins),
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


def _claims(
    criterion: str,
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> tuple[Line, ...]:
    return tuple(
        claim_line(knowledge.claims[each.claim], knowledge)
        for each in _weightiest(criterion, first, rival, knowledge, wins=wins)
    )


def _weightiest(
    criterion: str,
    first: Ranked,
    rival: Ranked | None,
    knowledge: Knowledge,
    *,
    wins: bool,
) -> list[Testimony]:
    """Return the weightiest claims on the side that this reason takes."""
    neutral = knowledge.constants.neutral.value
    own = performance_of(criterion, first.score)
    other = performance_of(criterion, rival.score) if rival else SILENCE
    sided = [
        each
        for performance, better in ((own, wins), (other, not wins))
        if isinstance(performance, Known)
        for each in performance.testimonies
        if (each.performance > neutral) is better and each.performance != neutral
    ]
    unique = {each.claim: each for each in sided}.values()
    return heaviest(unique, _CLAIMS)
