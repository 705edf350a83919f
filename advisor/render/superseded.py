"""What was said but no longer counts, and what took its place."""

from collections.abc import Iterable

from advisor.model.knowledge import Knowledge
from advisor.model.report import Report, SetAside
from advisor.render.cite import claim_line
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    section,
    words,
)


def superseded_sections(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the statements that were set aside, those of the documents first."""
    wording = knowledge.wording
    said = [each for each in report.set_aside if _in_document(each, knowledge)]
    other = [each for each in report.set_aside if not _in_document(each, knowledge)]
    return (
        *section(wording("explain.set-aside-documents"), _list(said, knowledge)),
        *section(wording("explain.set-aside-elsewhere"), _list(other, knowledge)),
    )


def concerned(report: Report) -> set[str]:
    """Return the claims that were set aside and those that took their place."""
    successors = {each.superseded_by for each in report.set_aside}
    return {each.claim for each in report.set_aside} | {e for e in successors if e}


def _in_document(each: SetAside, knowledge: Knowledge) -> bool:
    return knowledge.sources[knowledge.claims[each.claim].source].is_document


def _list(every: Iterable[SetAside], knowledge: Knowledge) -> Bullets:
    return Bullets(
        tuple(
            Item(
                claim_line(knowledge.claims[each.claim], knowledge),
                (successor_line(each, knowledge),),
            )
            for each in every
        )
    )


def successor_line(each: SetAside, knowledge: Knowledge) -> Line:
    """Return why a claim was set aside: the claim that took its place, if one did."""
    wording = knowledge.wording
    if each.superseded_by is None:
        reason = wording("report.set-aside-reason", reason=each.reason)
        return words(reason, Tone.FAINT)
    successor = knowledge.claims[each.superseded_by]
    now = Span(f"{wording('explain.superseded-by')}{wording('common.colon')}")
    return (now, *claim_line(successor, knowledge))
