"""Frameworks side by side as a page."""

from advisor.model.comparison import ComparedCriterion, Comparison
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known, Performance, Testimony
from advisor.model.terms import term
from advisor.render.cite import cell, claim_line, heaviest, sources_section
from advisor.render.fate import judged_section
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
from advisor.render.standing import life_text

_PAIR = 2  # frameworks; of more, none gets a column that names who is ahead
_CLAIMS = 2


def comparison_page(comparison: Comparison, knowledge: Knowledge) -> Page:
    """Build the page: scores, a table of every criterion, then the claims behind it."""
    wording = knowledge.wording
    known = [row for row in comparison.rows if _is_known(row)]
    silent = [row for row in comparison.rows if not _is_known(row)]
    titles = [
        wording.inline(knowledge.criteria[each.criterion].title) for each in silent
    ]
    quiet = (
        wording("compare.silent", criteria=wording.series(titles))
        if _is_pair(comparison)
        else wording("compare.silent-all", criteria=wording.series(titles))
    )
    context = wording(
        "compare.as-of",
        day=comparison.as_of.isoformat(),
        evidence=term(comparison.evidence, wording),
    )
    telling = [row for row in known if row.weight] or known
    return Page(
        (
            Heading(_title(comparison, knowledge), level=1),
            paragraph(context, Tone.FAINT),
            *_out(comparison, knowledge),
            *judged_section(comparison, knowledge),
            *_table(comparison, known, knowledge),
            *([paragraph(quiet, Tone.FAINT)] if silent else []),
            *_claims(comparison, telling, knowledge),
            *sources_section(_cited(telling), knowledge),
        )
    )


def _is_known(row: ComparedCriterion) -> bool:
    return any(isinstance(each, Known) for each in row.performances)


def _is_pair(comparison: Comparison) -> bool:
    return len(comparison.frameworks) == _PAIR


def _title(comparison: Comparison, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    names = wording.listed(_names(comparison, knowledge))
    if not comparison.project:
        return names
    return wording("compare.title", frameworks=names, project=comparison.project)


def _names(comparison: Comparison, knowledge: Knowledge) -> list[str]:
    return [knowledge.frameworks[each].name for each in comparison.frameworks]


def _out(comparison: Comparison, knowledge: Knowledge) -> tuple[Block, ...]:
    """Say which of them could not be chosen on that day."""
    day = comparison.as_of
    notes = [life_text(each, day, knowledge) for each in comparison.frameworks]
    return tuple(paragraph(note, Tone.BAD) for note in notes if note)


def _table(
    comparison: Comparison, rows: list[ComparedCriterion], knowledge: Knowledge
) -> tuple[Block, ...]:
    wording = knowledge.wording
    margin = f"{knowledge.constants.tie_margin.value:g}"
    legend = (
        wording("compare.legend", margin=margin)
        if _is_pair(comparison)
        else wording("compare.legend-all", margin=margin)
    )
    return section(
        wording("compare.performances"),
        _grid(comparison, rows, knowledge),
        *([paragraph(legend, Tone.FAINT)] if rows else []),
    )


def _grid(
    comparison: Comparison, rows: list[ComparedCriterion], knowledge: Knowledge
) -> Grid:
    weighted = comparison.project is not None
    wording = knowledge.wording
    columns = (
        wording("compare.criterion"),
        *((wording("compare.weight"),) if weighted else ()),
        *_names(comparison, knowledge),
        *((wording("compare.ahead"),) if _is_pair(comparison) else ()),
    )
    return Grid(
        columns,
        tuple(_row(row, comparison, knowledge) for row in rows),
        numeric=(1,) if weighted else (),
        colon=wording("common.colon"),
    )


def _row(
    row: ComparedCriterion, comparison: Comparison, knowledge: Knowledge
) -> tuple[Line, ...]:
    wording = knowledge.wording
    title = words(knowledge.criteria[row.criterion].title)
    weight = () if row.weight is None else (words(weight_text(row.weight)),)
    if _is_pair(comparison):
        cells = [words(cell(each, wording)) for each in row.performances]
        return (title, *weight, *cells, _ahead(row, knowledge))
    marked = (
        _marked(each, knowledge, ahead=name in row.ahead)
        for name, each in zip(comparison.frameworks, row.performances, strict=True)
    )
    return (title, *weight, *marked)


def weight_text(weight: float) -> str:
    """Return a weight as a table shows it; one of nothing is a dash."""
    return f"{weight:.1%}" if weight else "–"


def _ahead(row: ComparedCriterion, knowledge: Knowledge) -> Line:
    """Name the one of two that is ahead."""
    if row.ahead:
        return words(knowledge.frameworks[row.ahead[0]].name, Tone.STRONG)
    if all(isinstance(each, Known) for each in row.performances):
        return words(knowledge.wording("compare.neither"))
    return words(knowledge.wording("compare.cannot-say"), Tone.FAINT)


def _marked(performance: Performance, knowledge: Knowledge, *, ahead: bool) -> Line:
    """Return a cell in as little room as four of them need, with a star if ahead."""
    match performance:
        case Known(value, low, high):
            mark, tone = ("*", Tone.STRONG) if ahead else ("", Tone.PLAIN)
            bounds = Span(f" {low:.2f}–{high:.2f}", Tone.FAINT)
            return (Span(f"{value:.2f}{mark}", tone), bounds)
        case Gap():
            return words(cell(performance, knowledge.wording), Tone.FAINT)


def _claims(
    comparison: Comparison, rows: list[ComparedCriterion], knowledge: Knowledge
) -> tuple[Block, ...]:
    items = tuple(
        Item(
            words(knowledge.criteria[row.criterion].title, Tone.STRONG),
            tuple(
                (
                    Span(_sides(each, row, comparison, knowledge), Tone.FAINT),
                    *claim_line(knowledge.claims[each], knowledge),
                )
                for each in _weightiest(row)
            ),
        )
        for row in rows
    )
    wording = knowledge.wording
    left_out = any(_is_known(row) and not row.weight for row in comparison.rows)
    more = [paragraph(wording("compare.more-claims"), Tone.FAINT)]
    weighted = any(row.weight for row in rows)
    return section(
        wording("compare.claims"),
        Bullets(items),
        *(more if weighted and left_out else []),
    )


def _sides(
    claim: str, row: ComparedCriterion, comparison: Comparison, knowledge: Knowledge
) -> str:
    """Say of which of the frameworks a claim speaks, and where it puts each."""
    wording = knowledge.wording
    said = [
        f"{name} {each.performance:.2f}"
        for name, cell_ in zip(
            _names(comparison, knowledge), row.performances, strict=True
        )
        for each in _testimonies(cell_)
        if each.claim == claim
    ]
    return f"{wording.series(said)}{wording('common.colon')}"


def _cited(rows: list[ComparedCriterion]) -> list[str]:
    return [each for row in rows for each in _weightiest(row)]


def _weightiest(row: ComparedCriterion) -> list[str]:
    """Return the weightiest claims on each side; of more than two sides, one each."""
    most = _CLAIMS if len(row.performances) == _PAIR else 1
    every = [
        each
        for performance in row.performances
        for each in heaviest(_testimonies(performance), most)
    ]
    return list(dict.fromkeys(each.claim for each in every))


def _testimonies(performance: Performance) -> tuple[Testimony, ...]:
    match performance:
        case Known(testimonies=testimonies):
            return testimonies
        case Gap():
            return ()
