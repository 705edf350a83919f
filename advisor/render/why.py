"""Why this framework, or why not: one framework against the best of the others."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Report, Weighting
from advisor.render.cite import cell, sources_section
from advisor.render.explanation import (
    framework_section,
    legend,
    rules_section,
    silent_on,
)
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.reasons import performance_of
from advisor.render.recommendation import verdict_blocks


def why_page(report: Report, knowledge: Knowledge, framework: str) -> Page:
    """Build the page that answers "why this framework" or "why not this one"."""
    ranked = next((r for r in report.ranking if r.framework == framework), None)
    return Page(
        (
            *verdict_blocks(report, knowledge),
            *(
                _absent(report, knowledge, framework)
                if ranked is None
                else _contrast(report, knowledge, ranked)
            ),
            *rules_section(report, knowledge),
            *sources_section(report.claims, knowledge),
        )
    )


def _absent(report: Report, knowledge: Knowledge, framework: str) -> tuple[Block, ...]:
    name = knowledge.frameworks[framework].name
    reasons = [
        Item(words(f"excluded by the rule {each.rule}: {each.reason}"))
        for each in report.excluded
        if each.framework == framework
    ]
    reasons += [
        Item(words(f"not judged: {each.reason}; nothing on {silent}"))
        for each in report.not_judged
        if each.framework == framework
        for silent in [silent_on(each.score, knowledge)]
    ]
    return section(f"Why not {name}?", Bullets(tuple(reasons)))


def _contrast(report: Report, knowledge: Knowledge, own: Ranked) -> tuple[Block, ...]:
    others = [each for each in report.ranking if each.framework != own.framework]
    name = knowledge.frameworks[own.framework].name
    won = own is report.ranking[0]
    if not others:
        alone = paragraph("It is the only framework that could be judged.")
        return (Heading(f"Why {name}?"), alone, *framework_section(own, knowledge))
    rival = others[0]
    other = knowledge.frameworks[rival.framework].name
    title = f"Why {name}, not {other}?" if won else f"Why not {name}, but {other}?"
    if own.rank == rival.rank:
        title = f"Why {name} and {other} tie"
    rows = _contrast_rows(report.weighting, own, rival, knowledge)
    columns = ("criterion", "weight", name, other, "moves the lead by")
    total = own.score.value - rival.score.value
    return (
        *section(title, Grid(columns, rows, numeric=(1, 4))),
        paragraph(f"Together {total:+.3f} for {name}."),
        legend(knowledge),
        *framework_section(own, knowledge),
        *framework_section(rival, knowledge),
    )


def _contrast_rows(
    weighting: Sequence[Weighting], own: Ranked, rival: Ranked, knowledge: Knowledge
) -> tuple[tuple[Line, ...], ...]:
    moved = own.score.lead_over(rival.score)
    order = sorted(weighting, key=lambda w: (-abs(moved[w.criterion]), w.criterion))
    return tuple(
        (
            words(knowledge.criteria[each.criterion].title),
            words(f"{each.weight:.1%}"),
            words(cell(performance_of(each.criterion, own.score))),
            words(cell(performance_of(each.criterion, rival.score))),
            words(
                f"{round(moved[each.criterion], 3) + 0:+.3f}",
                Tone.GOOD if moved[each.criterion] > 0 else Tone.BAD,
            ),
        )
        for each in order
    )
