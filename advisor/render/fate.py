"""What became of compared frameworks for a project: ranks, scores and their addends."""

from advisor.model.comparison import Comparison, Fate, Judged
from advisor.model.knowledge import Knowledge
from advisor.model.report import NotJudged, Ranked
from advisor.render.page import (
    Bar,
    Bars,
    Block,
    Bullets,
    Grid,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.standing import place


def fate_text(fate: Fate, knowledge: Knowledge) -> str:
    """Say which rank a framework has, or why it has none."""
    wording = knowledge.wording
    match fate:
        case Ranked(rank=rank):
            return wording("compare.ranked", rank=rank)
        case NotJudged(reason=reason):
            return wording("compare.not-judged", reason=reason)
        case _:
            reasons = (
                wording("compare.reason", reason=each.reason, rule=each.rule)
                for each in fate
            )
            return wording("compare.excluded", reasons=wording.clauses(reasons))


def judged_section(comparison: Comparison, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return ranks and scores for the project, and what every criterion adds to them."""
    if not any(each.score.amounts for each in comparison.judged):
        return ()
    wording = knowledge.wording
    ranked = [e for e in comparison.judged if isinstance(e.fate, Ranked)]
    ranks = wording("compare.ranks", count=comparison.ranked)
    return (
        *section(
            wording("compare.scores"),
            _bars(ranked, knowledge),
            *([paragraph(ranks, Tone.FAINT)] if ranked else []),
            Bullets(tuple(_unranked(comparison, knowledge))),
        ),
        *section(wording("compare.contributions"), *_addends(comparison, knowledge)),
    )


def _bars(ranked: list[Judged], knowledge: Knowledge) -> Bars:
    places = [each.fate.rank for each in ranked if isinstance(each.fate, Ranked)]
    ordered = sorted(zip(places, ranked, strict=True), key=lambda each: each[0])
    return Bars(
        tuple(
            Bar(
                rank=place(rank, places, "."),
                label=knowledge.frameworks[each.framework].name,
                low=each.score.low,
                value=each.score.value,
                high=each.score.high,
            )
            for rank, each in ordered
        ),
        knowledge.wording,
    )


def _unranked(comparison: Comparison, knowledge: Knowledge) -> list[Item]:
    return [
        Item(
            phrase(
                knowledge.wording(
                    "compare.unranked",
                    framework=Span(
                        knowledge.frameworks[each.framework].name, Tone.STRONG
                    ),
                    fate=fate_text(each.fate, knowledge),
                )
            )
        )
        for each in comparison.judged
        if not isinstance(each.fate, Ranked)
    ]


def _addends(comparison: Comparison, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    scores = [each.score for each in comparison.judged]
    gaps = [{gap.criterion for gap in score.gaps} for score in scores]
    rows = tuple(
        (
            words(knowledge.criteria[row.criterion].title),
            words(f"{row.weight:.1%}"),
            *(
                _addend(score.amounts[row.criterion], row.criterion in open_)
                for score, open_ in zip(scores, gaps, strict=True)
            ),
        )
        for row in comparison.rows
        if row.weight
    )
    total = (
        words(wording("compare.score"), Tone.STRONG),
        words(""),
        *(words(f"{score.value:.3f}", Tone.STRONG) for score in scores),
    )
    grid = Grid(
        (
            wording("compare.criterion"),
            wording("compare.weight"),
            *(knowledge.frameworks[each.framework].name for each in comparison.judged),
        ),
        (*rows, total),
        numeric=tuple(range(1, len(scores) + 2)),
        colon=wording("common.colon"),
    )
    legend = wording("compare.addends")
    if any(gaps):
        legend = wording("compare.addends-open")
    return (grid, paragraph(legend, Tone.FAINT))


def _addend(amount: float, open_: bool) -> Line:
    """Return an addend of a score; one that stands in for a gap has a question mark."""
    return words(f"{amount:.3f}?", Tone.FAINT) if open_ else words(f"{amount:.3f}")
