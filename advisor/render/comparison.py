"""Two frameworks side by side as a page."""

from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known, Performance, Testimony
from advisor.model.system import Status
from advisor.model.terms import term
from advisor.render.cite import cell, claim_line, heaviest, sources_section
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Page,
    Span,
    Tone,
    paragraph,
    section,
    words,
)

_CLAIMS = 2


def comparison_page(comparison: Comparison, knowledge: Knowledge) -> Page:
    """Build the page: a table of every criterion, then the claims behind it."""
    wording = knowledge.wording
    known = [row for row in comparison.rows if _known(row)]
    silent = [row for row in comparison.rows if not _known(row)]
    titles = [
        wording.inline(knowledge.criteria[each.criterion].title) for each in silent
    ]
    quiet = wording("compare.silent", criteria=wording.series(titles))
    context = wording(
        "compare.as-of",
        day=comparison.as_of.isoformat(),
        evidence=term(comparison.evidence, wording),
    )
    return Page(
        (
            Heading(_title(comparison, knowledge), level=1),
            paragraph(context, Tone.FAINT),
            *_out(comparison, knowledge),
            *_table(comparison, known, knowledge),
            *([paragraph(quiet, Tone.FAINT)] if silent else []),
            *_claims(known, knowledge),
            *sources_section(_cited(known), knowledge),
        )
    )


def _title(comparison: Comparison, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    pair = (comparison.first, comparison.second)
    names = wording.listed(knowledge.frameworks[each].name for each in pair)
    if not comparison.project:
        return names
    return wording("compare.title", pair=names, project=comparison.project)


def _out(comparison: Comparison, knowledge: Knowledge) -> tuple[Block, ...]:
    """Say which of the two could not be chosen on that day."""
    wording = knowledge.wording
    notes = []
    for each in (comparison.first, comparison.second):
        framework = knowledge.frameworks[each]
        phase = framework.phase_on(comparison.as_of)
        if phase is None:
            day = framework.first_release.date.isoformat()
            notes.append(
                wording("compare.too-early", framework=framework.name, day=day)
            )
        elif phase.status is not Status.ACTIVE:
            notes.append(
                wording(
                    "compare.status",
                    framework=framework.name,
                    status=term(phase.status, wording),
                    day=phase.since.isoformat(),
                )
            )
    return tuple(paragraph(note, Tone.BAD) for note in notes)


def _table(
    comparison: Comparison, rows: list[ComparedCriterion], knowledge: Knowledge
) -> tuple[Block, ...]:
    if not rows:
        return ()
    margin = f"{knowledge.constants.tie_margin.value:g}"
    legend = knowledge.wording("compare.legend", margin=margin)
    return (_grid(comparison, rows, knowledge), paragraph(legend, Tone.FAINT))


def _known(row: ComparedCriterion) -> bool:
    return isinstance(row.first, Known) or isinstance(row.second, Known)


def _grid(
    comparison: Comparison, rows: list[ComparedCriterion], knowledge: Knowledge
) -> Grid:
    weighted = comparison.project is not None
    names = [
        knowledge.frameworks[e].name for e in (comparison.first, comparison.second)
    ]
    wording = knowledge.wording
    columns = (
        wording("compare.criterion"),
        *((wording("compare.weight"),) if weighted else ()),
        *names,
        wording("compare.ahead"),
    )
    return Grid(
        columns,
        tuple(_row(row, names, knowledge, weighted=weighted) for row in rows),
        numeric=(1,) if weighted else (),
        colon=wording("common.colon"),
    )


def _row(
    row: ComparedCriterion, names: list[str], knowledge: Knowledge, *, weighted: bool
) -> tuple[Line, ...]:
    weight = (words(f"{row.weight:.1%}" if row.weight else "–"),) if weighted else ()
    return (
        words(knowledge.criteria[row.criterion].title),
        *weight,
        words(cell(row.first, knowledge.wording)),
        words(cell(row.second, knowledge.wording)),
        _ahead(row, names, knowledge),
    )


def _ahead(row: ComparedCriterion, names: list[str], knowledge: Knowledge) -> Line:
    match row.first, row.second:
        case Known(value=own), Known(value=other):
            if abs(own - other) <= knowledge.constants.tie_margin.value:
                return words(knowledge.wording("compare.neither"))
            name = names[0] if own > other else names[1]
            return words(name, Tone.STRONG)
        case _:
            return words(knowledge.wording("compare.cannot-say"), Tone.FAINT)


def _claims(rows: list[ComparedCriterion], knowledge: Knowledge) -> tuple[Block, ...]:
    items = tuple(
        Item(
            words(knowledge.criteria[row.criterion].title, Tone.STRONG),
            tuple(
                (
                    Span(f"{each.performance:.2f} ", Tone.FAINT),
                    *claim_line(knowledge.claims[each.claim], knowledge),
                )
                for each in _weightiest(row)
            ),
        )
        for row in rows
    )
    return section(knowledge.wording("compare.claims"), Bullets(items))


def _cited(rows: list[ComparedCriterion]) -> list[str]:
    return [each.claim for row in rows for each in _weightiest(row)]


def _weightiest(row: ComparedCriterion) -> list[Testimony]:
    every = {
        each.claim: each
        for performance in (row.first, row.second)
        for each in _testimonies(performance)
    }
    return heaviest(every.values(), _CLAIMS)


def _testimonies(performance: Performance) -> tuple[Testimony, ...]:
    match performance:
        case Known(testimonies=testimonies):
            return testimonies
        case Gap():
            return ()
