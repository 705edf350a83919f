"""The recommendation as a page: the verdict first, then everything that carries it."""

from collections.abc import Sequence

from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.report import Report, SetAside, Verdict
from advisor.model.terms import term
from advisor.render.cite import basis, claim_line, sources_section, staleness
from advisor.render.deployment import deployment_section
from advisor.render.exclusions import excluded_section
from advisor.render.not_known import not_known_section
from advisor.render.page import (
    Bar,
    Bars,
    Block,
    Bullets,
    Heading,
    Item,
    Page,
    Paragraph,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.reasons import quoted, reasons_sections
from advisor.render.robustness.change import change_section
from advisor.render.robustness.sure import sure_section
from advisor.render.standing import life_text, place, ranks_of

_SET_ASIDE = 3
_LIVES = 3  # ranks
_TONES = {
    Verdict.CLEAR: Tone.GOOD,
    Verdict.LEANING: Tone.GOOD,
    Verdict.TIE: Tone.STRONG,
    Verdict.NO_BASIS: Tone.BAD,
}


def recommendation_page(report: Report, knowledge: Knowledge) -> Page:
    """Build the page of a recommendation."""
    return Page(
        (
            *verdict_blocks(report, knowledge),
            *ranking_section(report, knowledge),
            *sure_section(report, knowledge),
            *deployment_section(report, knowledge),
            *reasons_sections(report, knowledge),
            *change_section(report, knowledge),
            *excluded_section(report, knowledge, brief=True),
            *not_known_section(report, knowledge),
            *_set_aside(report, knowledge),
            *_sources(report, knowledge),
            footer(report, knowledge),
        )
    )


def verdict_blocks(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return title, verdict and the conditions under which it holds."""
    wording = knowledge.wording
    cited = report.claims
    stale = staleness(cited, knowledge, report.as_of)
    which = (
        wording("report.all-evidence")
        if report.evidence is Evidence.ALL
        else wording("report.documents-only")
    )
    verdict = wording(
        "report.verdict",
        verdict=term(report.verdict, wording),
        day=report.as_of.isoformat(),
        evidence=which,
        basis=basis(cited, knowledge),
    )
    return (
        Heading(report.project or wording("report.title"), level=1),
        Paragraph(words(report.summary, _TONES[report.verdict])),
        paragraph(verdict, Tone.FAINT),
        *([paragraph(stale, Tone.BAD)] if stale else []),
    )


def ranking_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the scores in their order with bounds, and who of the first is not active."""
    ranks = ranks_of(report.ranking)
    bars = tuple(
        Bar(
            rank=place(each.rank, ranks, "."),
            label=knowledge.frameworks[each.framework].name,
            low=each.score.low,
            value=each.score.value,
            high=each.score.high,
        )
        for each in report.ranking
    )
    wording = knowledge.wording
    return section(
        wording("report.ranking"), Bars(bars, wording), *_lives(report, knowledge)
    )


def _lives(report: Report, knowledge: Knowledge) -> list[Paragraph]:
    """Say who of the first ranks is not active any more, or of what is recommended."""
    told = [each.framework for each in report.ranking if each.rank <= _LIVES]
    if report.recommendation is not None:
        told.append(report.recommendation.framework)
    texts = [life_text(each, report.as_of, knowledge) for each in dict.fromkeys(told)]
    return [paragraph(each, Tone.BAD) for each in texts if each]


def _set_aside(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    items = set_aside_items(report.set_aside[:_SET_ASIDE], knowledge)
    rest = len(report.set_aside) - len(items)
    if rest > 0:
        more = wording("report.more-set-aside", rest=rest)
        items.append(Item(words(more, Tone.FAINT)))
    return section(wording("report.set-aside"), Bullets(tuple(items)))


def set_aside_items(every: Sequence[SetAside], knowledge: Knowledge) -> list[Item]:
    """Return claims that no longer count, each with the reason."""
    return [
        Item(
            claim_line(knowledge.claims[each.claim], knowledge),
            (
                words(
                    knowledge.wording("report.set-aside-reason", reason=each.reason),
                    Tone.FAINT,
                ),
            ),
        )
        for each in every
    ]


def _sources(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the sources of what is quoted here, and how many more there are."""
    shown = {each.claim for each in report.set_aside[:_SET_ASIDE]}
    shown |= quoted(report, knowledge)
    here = {knowledge.claims[each].source for each in shown}
    every = {knowledge.claims[each].source for each in report.claims}
    rest = len(every - here)
    more = knowledge.wording("report.more-sources", count=rest)
    return (
        *sources_section(shown, knowledge),
        *([paragraph(more, Tone.FAINT)] if rest else []),
    )


def footer(report: Report, knowledge: Knowledge) -> Paragraph:
    """Name the rule base, and say what a score is not."""
    text = knowledge.wording(
        "report.footer",
        version=report.knowledge_version,
        digest=report.knowledge_digest.removeprefix("sha256:")[:12],
    )
    return paragraph(text, Tone.FAINT)
