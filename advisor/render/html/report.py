"""The whole report of a recommendation as one document, with live weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.model.knowledge import Knowledge
from advisor.model.report import NotComputed, Report
from advisor.model.terms import term
from advisor.render.answers import answers_list
from advisor.render.cite import sources_section
from advisor.render.deployment import beside_ways, stack_items
from advisor.render.exclusions import excluded_section
from advisor.render.html.document import compose
from advisor.render.html.evidence import chapters
from advisor.render.html.live import contenders, numbers, sliders
from advisor.render.html.sureness import bands, stacks
from advisor.render.html.waterfall import Waterfall, waterfall
from advisor.render.html.ways import ways
from advisor.render.not_known import not_known_section
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    paragraph,
    section,
)
from advisor.render.recommendation import (
    footer,
    ranking_section,
    set_aside_items,
    verdict_blocks,
)
from advisor.render.robustness.full import robustness_sections


@dataclass(frozen=True, slots=True)
class Part:
    """A titled part of the document: what the template draws, and blocks around it.

    A `folded` part is long and for reference; it opens on demand.
    """

    id: str
    title: str
    before: tuple[Block, ...] = ()
    drawing: str = ""
    after: tuple[Block, ...] = ()
    folded: bool = False


def report_document(report: Report, knowledge: Knowledge) -> str:
    """Write a recommendation and everything that carries it as an HTML document."""
    wording = knowledge.wording
    title, *head = verdict_blocks(report, knowledge)
    name = title.text if isinstance(title, Heading) else ""
    falls = waterfall(report, knowledge)
    return compose(
        "report.html.j2",
        wording,
        wording("page.title", project=name, verdict=term(report.verdict, wording)),
        script="script.js",
        name=name,
        verdict=report.verdict.value,
        verdict_word=term(report.verdict, wording),
        head=head,
        foot=footer(report, knowledge),
        parts=_parts(report, knowledge, falls),
        waterfall=falls,
        stacks=stacks(report, knowledge),
        bands=bands(report, knowledge),
        ways=ways(report, knowledge),
        chapters=chapters(report, knowledge),
        sliders=sliders(report, knowledge),
        contenders=contenders(report, knowledge),
        numbers=numbers(report, knowledge),
    )


def _parts(
    report: Report, knowledge: Knowledge, falls: Waterfall | None
) -> tuple[Part, ...]:
    """Return the parts in reading order, without those that have nothing to say."""
    wording = knowledge.wording
    ranked = bool(report.ranking)
    every = [
        *_written("project", _project(report, knowledge), folded=True),
        *_written("ranking", ranking_section(report, knowledge)),
        *([Part("live", wording("page.live"), drawing="live")] if ranked else []),
        *([_waterfall(falls, report, knowledge)] if falls else []),
        *_sureness(report, knowledge),
        *_shipping(report, knowledge),
        *([_evidence(knowledge)] if ranked else []),
        *_written("excluded", excluded_section(report, knowledge, brief=False)),
        *_written("not-known", not_known_section(report, knowledge)),
        *_written("set-aside", _set_aside(report, knowledge), folded=True),
        *_written("sources", _sources(report, knowledge), folded=True),
    ]
    return tuple(every)


def _project(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    answers = answers_list(report.answers, knowledge)
    return section(knowledge.wording("page.project"), answers)


def _waterfall(falls: Waterfall, report: Report, knowledge: Knowledge) -> Part:
    first, rival = report.ranking[:2]
    wording = knowledge.wording
    title = (
        wording("page.waterfall-tie", first=falls.first, rival=falls.rival)
        if first.rank == rival.rank
        else wording("page.waterfall", first=falls.first, rival=falls.rival)
    )
    return Part("waterfall", title, drawing="waterfall")


def _evidence(knowledge: Knowledge) -> Part:
    return Part("evidence", knowledge.wording("page.evidence"), drawing="evidence")


def _sureness(report: Report, knowledge: Knowledge) -> list[Part]:
    """Put the drawings in the place of the tables that they show."""
    if not report.ranking:
        return []
    wording = knowledge.wording
    drawings = {
        wording("robustness.sure"): "acceptability",
        wording("robustness.stability"): "stability",
    }
    parts = []
    titled = _parted(robustness_sections(report, knowledge))
    for number, (title, blocks) in enumerate(titled, start=1):
        before, after = _around_table(blocks) if title in drawings else (blocks, None)
        drawing = drawings[title] if after is not None else ""
        parts.append(Part(f"sure-{number}", title, before, drawing, after or ()))
    if isinstance(report.challenge, NotComputed):
        sentence = paragraph(wording("page.not-challenged"))
        parts.append(Part("not-tried", wording("robustness.tried"), (sentence,)))
    return parts


def _around_table(
    blocks: tuple[Block, ...],
) -> tuple[tuple[Block, ...], tuple[Block, ...] | None]:
    """Return what stands before and after a table; None after where there is none."""
    for at, each in enumerate(blocks):
        if isinstance(each, Grid):
            return blocks[:at], blocks[at + 1 :]
    return blocks, None


def _shipping(report: Report, knowledge: Knowledge) -> list[Part]:
    if report.recommendation is None:
        return []
    together = (
        e for own in report.stacks.values() for e in stack_items(own, knowledge)
    )
    items = (*together, *beside_ways(report, knowledge))
    if not (items or ways(report, knowledge)):
        return []
    after = (Bullets(items),) if items else ()
    title = knowledge.wording("report.shipping")
    return [Part("shipping", title, drawing="ways", after=after)]


def _set_aside(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    items = tuple(set_aside_items(report.set_aside, knowledge))
    return section(knowledge.wording("report.set-aside"), Bullets(items))


def _sources(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    shown = report.claims | {each.claim for each in report.set_aside}
    return sources_section(shown, knowledge)


def _written(id_: str, blocks: Sequence[Block], *, folded: bool = False) -> list[Part]:
    return [Part(id_, title, own, folded=folded) for title, own in _parted(blocks)]


def _parted(blocks: Sequence[Block]) -> list[tuple[str, tuple[Block, ...]]]:
    """Return the blocks under each heading."""
    parts: list[tuple[str, tuple[Block, ...]]] = []
    for each in blocks:
        if isinstance(each, Heading):
            parts.append((each.text, ()))
        elif parts:
            title, own = parts[-1]
            parts[-1] = (title, (*own, each))
    return parts
