"""The recommendation as a page: the verdict first, then everything that carries it."""

from collections.abc import Sequence

from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.reads import facts_read
from advisor.model.report import Ranked, Report, SetAside, Verdict
from advisor.model.terms import term
from advisor.render.cite import basis, claim_line, sources_section, staleness
from advisor.render.deployment import deployment_section
from advisor.render.exclusions import excluded_section
from advisor.render.page import (
    Bar,
    Bars,
    Block,
    Bullets,
    Heading,
    Item,
    Page,
    Paragraph,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)
from advisor.render.reasons import quoted, reasons_sections

_SET_ASIDE = 3
_OPEN = 6
_GAPS = 3
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
            *_ranking(report, knowledge),
            *deployment_section(report, knowledge),
            *reasons_sections(report, knowledge),
            *excluded_section(report, knowledge, brief=True),
            *_not_known(report, knowledge),
            *_set_aside(report, knowledge),
            *_sources(report, knowledge),
            _footer(report, knowledge),
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


def _ranking(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    bars = tuple(
        Bar(
            rank=f"{each.rank}."
            if not _tied(each, report.ranking)
            else f"{each.rank}=",
            label=knowledge.frameworks[each.framework].name,
            low=each.score.low,
            value=each.score.value,
            high=each.score.high,
        )
        for each in report.ranking
    )
    wording = knowledge.wording
    return section(wording("report.ranking"), Bars(bars, wording))


def _tied(own: Ranked, ranking: Sequence[Ranked]) -> bool:
    return sum(each.rank == own.rank for each in ranking) > 1


def _idle(report: Report, knowledge: Knowledge) -> list[str]:
    """Tell answers that made no difference from those that nothing could read."""
    wording = knowledge.wording
    readable = facts_read(knowledge)
    unread = [each for each in report.idle_answers if each not in readable]
    quiet = [each for each in report.idle_answers if each in readable]
    texts = []
    if quiet:
        texts.append(wording("report.no-difference", answers=wording.series(quiet)))
    if unread:
        texts.append(wording("report.unread", answers=wording.series(unread)))
    return texts


def _not_known(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    texts = _gaps(report, knowledge)
    texts += [
        wording(
            "report.not-judged",
            framework=_name(each.framework, knowledge),
            reason=each.reason,
        )
        for each in report.not_judged
    ]
    if report.open_questions:
        texts.append(_unanswered(report.open_questions, wording))
    texts += [*_unknown(report, wording), *_idle(report, knowledge)]
    items = tuple(Item(phrase(each)) for each in texts)
    return section(wording("report.not-known"), Bullets(items))


def _unknown(report: Report, wording: Wording) -> list[str]:
    """Tell what the reader does not know, first what it could change."""
    matters = [each.question for each in report.unknown if each.matters]
    idle = [each.question for each in report.unknown if not each.matters]
    texts = []
    if matters:
        texts.append(wording("report.unknown", questions=wording.series(matters)))
    if idle:
        texts.append(wording("report.unknown-idle", questions=wording.series(idle)))
    return texts


def _name(framework: str, knowledge: Knowledge) -> Span:
    return Span(knowledge.frameworks[framework].name, Tone.STRONG)


def _unanswered(questions: Sequence[str], wording: Wording) -> str:
    names = wording.series(questions[:_OPEN])
    rest = len(questions) - _OPEN
    if rest > 0:
        return wording("report.unanswered-more", questions=names, rest=rest)
    return wording("report.unanswered", questions=names)


def _gaps(report: Report, knowledge: Knowledge) -> list[str]:
    wording = knowledge.wording
    texts = []
    for each in report.ranking[:_GAPS]:
        gaps = each.score.gaps
        titles = [
            wording.inline(knowledge.criteria[gap.criterion].title) for gap in gaps
        ]
        if titles:
            texts.append(
                wording(
                    "report.gaps",
                    framework=_name(each.framework, knowledge),
                    criteria=wording.listed(titles),
                    share=f"{sum(gap.weight for gap in gaps):.0%}",
                )
            )
    return texts


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


def _footer(report: Report, knowledge: Knowledge) -> Paragraph:
    footer = knowledge.wording(
        "report.footer",
        version=report.knowledge_version,
        digest=report.knowledge_digest.removeprefix("sha256:")[:12],
    )
    return paragraph(footer, Tone.FAINT)
