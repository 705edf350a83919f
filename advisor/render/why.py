"""Why this framework, or why not: one framework against the best of the others."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Ranked, Report, Weighting
from advisor.render.cite import cell, sources_section
from advisor.render.explanation import (
    framework_section,
    legend,
    silent_on,
)
from advisor.render.firing import rules_section
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
    wording = knowledge.wording
    reasons = [
        wording("explain.excluded-by", rule=each.rule, reason=each.reason)
        for each in report.excluded
        if each.framework == framework
    ]
    reasons += [
        wording(
            "explain.unjudged",
            reason=each.reason,
            criteria=silent_on(each.score, knowledge),
        )
        for each in report.not_judged
        if each.framework == framework
    ]
    title = wording("explain.why-not", framework=knowledge.frameworks[framework].name)
    return section(title, Bullets(tuple(Item(words(each)) for each in reasons)))


def _contrast(report: Report, knowledge: Knowledge, own: Ranked) -> tuple[Block, ...]:
    wording = knowledge.wording
    others = [each for each in report.ranking if each.framework != own.framework]
    name = knowledge.frameworks[own.framework].name
    if not others:
        return (
            Heading(wording("explain.why", framework=name)),
            paragraph(wording("explain.alone")),
            *framework_section(own, knowledge),
        )
    rival = others[0]
    other = knowledge.frameworks[rival.framework].name
    rows = _contrast_rows(report.weighting, own, rival, knowledge)
    columns = (
        wording("explain.criterion"),
        wording("explain.weight"),
        name,
        other,
        wording("explain.moves"),
    )
    grid = Grid(columns, rows, numeric=(1, 4), colon=wording("common.colon"))
    total = f"{own.score.value - rival.score.value:+.3f}"
    return (
        *section(_title(report, own, rival, knowledge), grid),
        paragraph(wording("explain.together", total=total, framework=name)),
        legend(knowledge),
        *framework_section(own, knowledge),
        *framework_section(rival, knowledge),
    )


def _title(report: Report, own: Ranked, rival: Ranked, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    name = knowledge.frameworks[own.framework].name
    other = knowledge.frameworks[rival.framework].name
    if own.rank == rival.rank:
        return wording("explain.why-tie", framework=name, other=other)
    if own is report.ranking[0]:
        return wording("explain.why-over", framework=name, other=other)
    return wording("explain.why-behind", framework=name, other=other)


def _contrast_rows(
    weighting: Sequence[Weighting], own: Ranked, rival: Ranked, knowledge: Knowledge
) -> tuple[tuple[Line, ...], ...]:
    wording = knowledge.wording
    moved = own.score.lead_over(rival.score)
    order = sorted(weighting, key=lambda w: (-abs(moved[w.criterion]), w.criterion))
    return tuple(
        (
            words(knowledge.criteria[each.criterion].title),
            words(f"{each.weight:.1%}"),
            words(cell(performance_of(each.criterion, own.score), wording)),
            words(cell(performance_of(each.criterion, rival.score), wording)),
            words(
                f"{round(moved[each.criterion], 3) + 0:+.3f}",
                Tone.GOOD if moved[each.criterion] > 0 else Tone.BAD,
            ),
        )
        for each in order
    )
