"""Two frameworks side by side as a page."""

from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known, Performance, Testimony
from advisor.model.system import Status
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
    first = knowledge.frameworks[comparison.first].name
    second = knowledge.frameworks[comparison.second].name
    known = [row for row in comparison.rows if _known(row)]
    silent = [row for row in comparison.rows if not _known(row)]
    titles = ", ".join(knowledge.criteria[r.criterion].title.lower() for r in silent)
    quiet = [paragraph(f"Nothing is known of either on: {titles}.", Tone.FAINT)]
    which = "all evidence" if comparison.evidence is Evidence.ALL else "documents only"
    context = f" for {comparison.project}" if comparison.project else ""
    return Page(
        (
            Heading(f"{first} and {second}{context}", level=1),
            paragraph(f"As of {comparison.as_of.isoformat()}, {which}.", Tone.FAINT),
            *_out(comparison, knowledge),
            *_table(comparison, known, knowledge),
            *(quiet if silent else []),
            *_claims(known, knowledge),
            *sources_section(_cited(known), knowledge),
        )
    )


def _out(comparison: Comparison, knowledge: Knowledge) -> tuple[Block, ...]:
    """Say which of the two could not be chosen on that day."""
    notes = []
    for each in (comparison.first, comparison.second):
        framework = knowledge.frameworks[each]
        phase = framework.phase_on(comparison.as_of)
        if phase is None:
            day = framework.first_release.date.isoformat()
            notes.append(f"{framework.name} came out only on {day}.")
        elif phase.status is not Status.ACTIVE:
            since = phase.since.isoformat()
            notes.append(f"{framework.name}: {phase.status.value} since {since}.")
    return tuple(paragraph(note, Tone.BAD) for note in notes)


def _table(
    comparison: Comparison, rows: list[ComparedCriterion], knowledge: Knowledge
) -> tuple[Block, ...]:
    if not rows:
        return ()
    margin = knowledge.constants.tie_margin.value
    legend = (
        f"Ahead means by more than {margin:g}; where intervals overlap, it is a lead "
        "and no proof."
    )
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
    columns = ("criterion", *(("weight",) if weighted else ()), *names, "ahead")
    return Grid(
        columns,
        tuple(_row(row, names, knowledge, weighted=weighted) for row in rows),
        numeric=(1,) if weighted else (),
    )


def _row(
    row: ComparedCriterion, names: list[str], knowledge: Knowledge, *, weighted: bool
) -> tuple[Line, ...]:
    weight = (words(f"{row.weight:.1%}" if row.weight else "–"),) if weighted else ()
    return (
        words(knowledge.criteria[row.criterion].title),
        *weight,
        words(cell(row.first)),
        words(cell(row.second)),
        _ahead(row, names, knowledge.constants.tie_margin.value),
    )


def _ahead(row: ComparedCriterion, names: list[str], margin: float) -> Line:
    match row.first, row.second:
        case Known(value=own), Known(value=other):
            if abs(own - other) <= margin:
                return words("neither")
            name = names[0] if own > other else names[1]
            return words(name, Tone.STRONG)
        case _:
            return words("cannot say", Tone.FAINT)


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
    return section("The weightiest claims", Bullets(items))


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
