"""The whole trace: from answers over rules and weights to every cell and claim."""

from advisor.model.knowledge import Knowledge
from advisor.model.report import (
    Ranked,
    Report,
)
from advisor.model.score import Contribution, OpenShare
from advisor.model.terms import gap_reason
from advisor.render.cite import cell, claim_line, sources_section
from advisor.render.exclusions import excluded_section
from advisor.render.explanation_words import legend, note_of, origin, silent_on
from advisor.render.firing import nearly_section, rules_section
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Item,
    Line,
    Page,
    Span,
    Tone,
    phrase,
    section,
    words,
)
from advisor.render.recommendation import verdict_blocks
from advisor.render.robustness.full import robustness_sections
from advisor.render.superseded import concerned, superseded_sections
from advisor.render.unknown import unknown_section


def explanation_page(report: Report, knowledge: Knowledge) -> Page:
    """Build the page that shows every step for every framework that was ranked."""
    return Page(
        (
            *verdict_blocks(report, knowledge),
            *(robustness_sections(report, knowledge) if report.ranking else ()),
            *rules_section(report, knowledge),
            *nearly_section(report, knowledge),
            *_weights(report, knowledge),
            *excluded_section(report, knowledge, brief=False),
            *([legend(knowledge)] if report.ranking else []),
            *(b for each in report.ranking for b in framework_section(each, knowledge)),
            *_left_out(report, knowledge),
            *unknown_section(report, knowledge),
            *superseded_sections(report, knowledge),
            *sources_section(report.claims | concerned(report), knowledge),
        )
    )


def _weights(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    rows = tuple(
        (
            words(knowledge.criteria[each.criterion].title),
            words(f"{each.weight:.1%}"),
            words(origin(each, wording), Tone.FAINT),
        )
        for each in sorted(
            report.weighting, key=lambda own: (-own.weight, own.criterion)
        )
    )
    columns = (
        wording("explain.criterion"),
        wording("explain.weight"),
        wording("explain.origin"),
    )
    grid = Grid(columns, rows, numeric=(1,), colon=wording("common.colon"))
    return section(wording("explain.weights"), grid)


def framework_section(ranked: Ranked, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return a score as the sum that it is, down to the single claims."""
    own = ranked.score
    total = knowledge.wording(
        "explain.total",
        framework=knowledge.frameworks[ranked.framework].name,
        rank=ranked.rank,
        score=f"{own.value:.2f} ({own.low:.2f}–{own.high:.2f})",
    )
    parts = sorted(own.contributions, key=lambda each: (-each.amount, each.criterion))
    return section(
        total,
        Bullets(
            (
                *(_contribution(each, knowledge) for each in parts),
                *(_open_share(each, knowledge) for each in own.gaps),
            )
        ),
    )


def _contribution(part: Contribution, knowledge: Knowledge) -> Item:
    said = sorted(
        part.performance.testimonies, key=lambda each: (-each.weight, each.claim)
    )
    wording = knowledge.wording
    scale = cell(part.performance, wording)
    return Item(
        _share(part, wording("explain.performance", performance=scale), knowledge),
        tuple(
            (
                Span(f"{each.performance:.2f} × {each.weight:.2f} ", Tone.FAINT),
                *claim_line(knowledge.claims[each.claim], knowledge),
                *note_of(knowledge.claims[each.claim], wording),
            )
            for each in said
        ),
    )


def _share(part: Contribution | OpenShare, what: str, knowledge: Knowledge) -> Line:
    """Return an addend of a score, and what it was made from."""
    return phrase(
        knowledge.wording(
            "explain.share",
            title=Span(knowledge.criteria[part.criterion].title, Tone.STRONG),
            product=f"{part.weight:.1%} × {part.value:.2f} = {part.amount:.3f}",
            what=Span(what, Tone.FAINT),
        )
    )


def _open_share(gap: OpenShare, knowledge: Knowledge) -> Item:
    wording = knowledge.wording
    open_ = wording("explain.open", reason=gap_reason(gap.gap, wording))
    return Item(_share(gap, open_, knowledge))


def _left_out(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    items = tuple(
        Item(
            phrase(
                wording(
                    "explain.left-out",
                    framework=Span(
                        knowledge.frameworks[each.framework].name, Tone.STRONG
                    ),
                    reason=each.reason,
                    criteria=silent_on(each.score, knowledge),
                )
            )
        )
        for each in report.not_judged
    )
    return section(wording("explain.not-judged"), Bullets(items))
