"""The recommendation as a page: the verdict first, then everything that carries it."""

from collections.abc import Sequence

from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.reads import facts_read
from advisor.model.report import Ranked, Report, Verdict
from advisor.model.words import listed
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
    Line,
    Page,
    Paragraph,
    Span,
    Tone,
    paragraph,
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
            Paragraph(_footer(report)),
        )
    )


def verdict_blocks(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return title, verdict and the conditions under which it holds."""
    title = report.project or "Recommendation"
    which = (
        "all evidence"
        if report.evidence is Evidence.ALL
        else "the evidence of the documents only"
    )
    cited = report.claims
    found = basis(cited, knowledge)
    stale = staleness(cited, knowledge, report.as_of)
    return (
        Heading(title, level=1),
        Paragraph(words(report.summary, _TONES[report.verdict])),
        paragraph(
            f"Verdict: {report.verdict.value}, as of {report.as_of.isoformat()}, "
            f"on {which} ({found}).",
            Tone.FAINT,
        ),
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
    return section("Ranking", Bars(bars))


def _tied(own: Ranked, ranking: Sequence[Ranked]) -> bool:
    return sum(each.rank == own.rank for each in ranking) > 1


def _idle(report: Report, knowledge: Knowledge) -> list[Item]:
    """Tell answers that made no difference from those that nothing could read."""
    readable = facts_read(knowledge)
    unread = [each for each in report.idle_answers if each not in readable]
    quiet = [each for each in report.idle_answers if each in readable]
    texts = []
    if quiet:
        texts.append(f"Answered, but it makes no difference here: {', '.join(quiet)}.")
    if unread:
        texts.append(
            f"Answered, but the rule base knows nothing about it yet: {', '.join(unread)}."
        )
    return [Item(words(text)) for text in texts]


def _not_known(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    items = [*_gaps(report, knowledge)]
    items += [
        Item(
            (
                Span(knowledge.frameworks[each.framework].name, Tone.STRONG),
                Span(f" is not judged: {each.reason}."),
            )
        )
        for each in report.not_judged
    ]
    questions = report.open_questions
    if questions:
        rest = len(questions) - _OPEN
        more = f" and {rest} more" if rest > 0 else ""
        names = ", ".join(questions[:_OPEN])
        items.append(
            Item(words(f"Not answered, and could change the result: {names}{more}."))
        )
    items += _idle(report, knowledge)
    return section("What is not known", Bullets(tuple(items)))


def _gaps(report: Report, knowledge: Knowledge) -> list[Item]:
    items = []
    for each in report.ranking[:_GAPS]:
        titles = [
            knowledge.criteria[g.criterion].title.lower() for g in each.score.gaps
        ]
        if titles:
            share = sum(gap.weight for gap in each.score.gaps)
            items.append(
                Item(
                    (
                        Span(knowledge.frameworks[each.framework].name, Tone.STRONG),
                        Span(
                            f": nothing on {listed(titles)} "
                            f"({share:.0%} of the weight, counted as anything from 0 to 1)."
                        ),
                    )
                )
            )
    return items


def _set_aside(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    shown = report.set_aside[:_SET_ASIDE]
    items = [
        Item(
            claim_line(knowledge.claims[each.claim], knowledge),
            (words(f"set aside: {each.reason}", Tone.FAINT),),
        )
        for each in shown
    ]
    rest = len(report.set_aside) - len(shown)
    if rest > 0:
        items.append(Item(words(f"and {rest} more; see advisor explain", Tone.FAINT)))
    return section("Said, but set aside", Bullets(tuple(items)))


def _sources(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the sources of what is quoted here, and how many more there are."""
    shown = {each.claim for each in report.set_aside[:_SET_ASIDE]}
    shown |= quoted(report, knowledge)
    here = {knowledge.claims[each].source for each in shown}
    every = {knowledge.claims[each].source for each in report.claims}
    rest = len(every - here)
    more = f"The scores rest on {rest} more sources; advisor explain lists them all."
    return (
        *sources_section(shown, knowledge),
        *([paragraph(more, Tone.FAINT)] if rest else []),
    )


def _footer(report: Report) -> Line:
    short = report.knowledge_digest.removeprefix("sha256:")[:12]
    return words(
        f"Rule base {report.knowledge_version} ({short}). A score says how well the dated "
        "evidence fits these answers; it is no measure of quality in general.",
        Tone.FAINT,
    )
