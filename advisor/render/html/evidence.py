"""What was said on each criterion, when, by whom, and whether it still counts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from advisor.model.evidence import Claim, Confidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Known, Testimony
from advisor.model.report import Report, SetAside
from advisor.model.terms import term
from advisor.render.cite import cell, dated
from advisor.render.condition import condition_text
from advisor.render.html.timeline import Axis, Mark, Shape, axis
from advisor.render.page import Line, Span, Tone, phrase, words

_PACKAGE = "pkg:"  # an address of a registry, which no browser can follow


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim as it is read: its words, where they stand, what was made of them.

    `aside` says why it no longer counts, and is empty for a claim in force.
    """

    id: str
    text: str
    about: tuple[Line, ...]
    aside: str


@dataclass(frozen=True, slots=True)
class Strip:
    """One framework on one criterion: its cell, and its marks on the axis of time."""

    name: str
    cell: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One criterion. `elsewhere` are claims whose words stand in another chapter."""

    title: str
    definition: str
    weight: float
    count: str
    axis: Axis
    strips: tuple[Strip, ...]
    statements: tuple[Statement, ...]
    elsewhere: tuple[str, ...]


def chapters(report: Report, knowledge: Knowledge) -> tuple[Chapter, ...]:
    """Return a chapter for each criterion that matters, heaviest first."""
    order = sorted(report.weighting, key=lambda each: (-each.weight, each.criterion))
    aside = {each.claim: each for each in report.set_aside}
    weighted = [each.criterion for each in order]
    heard = {each: _heard(each, report, aside, knowledge) for each in weighted}
    home = _homes(heard, knowledge)
    days = [
        knowledge.date_of(knowledge.claims[each])
        for claims in heard.values()
        for each in claims
    ]
    scale = axis(min(days, default=report.as_of), report.as_of)
    return tuple(
        Chapter(
            title=knowledge.criteria[each.criterion].title,
            definition=knowledge.criteria[each.criterion].definition,
            weight=each.weight,
            count=knowledge.wording("cite.claims", count=len(heard[each.criterion])),
            axis=scale,
            strips=_strips(each.criterion, report, aside, knowledge, scale),
            statements=tuple(
                _statement(claim, said, aside.get(claim), knowledge)
                for claim, said in heard[each.criterion].items()
                if home[claim] == each.criterion
            ),
            elsewhere=tuple(
                claim
                for claim in heard[each.criterion]
                if home[claim] != each.criterion
            ),
        )
        for each in order
    )


# What a claim says of each framework in a cell: its name and the testimony.
Said = list[tuple[str, Testimony]]


def _heard(
    criterion: str,
    report: Report,
    aside: Mapping[str, SetAside],
    knowledge: Knowledge,
) -> Mapping[str, Said]:
    """Return the claims on a criterion, newest first, with what was made of them."""
    said: dict[str, Said] = {}
    for ranked in report.ranking:
        name = knowledge.frameworks[ranked.framework].name
        for each in _testimonies(ranked.score.cells.get(criterion)):
            said.setdefault(each.claim, []).append((name, each))
    for claim in aside:
        if knowledge.criterion_of[claim] == criterion:
            said.setdefault(claim, [])
    newest_first = sorted(
        sorted(said),
        key=lambda each: knowledge.date_of(knowledge.claims[each]),
        reverse=True,
    )
    return {each: said[each] for each in newest_first}


def _testimonies(performance: object) -> Iterable[Testimony]:
    return performance.testimonies if isinstance(performance, Known) else ()


def _homes(
    heard: Mapping[str, Mapping[str, Said]], knowledge: Knowledge
) -> Mapping[str, str]:
    """Choose the chapter in which the words of a claim stand: its own, else the first."""
    home: dict[str, str] = {}
    for criterion, claims in heard.items():
        for each in claims:
            own = knowledge.criterion_of[each]
            home.setdefault(each, own if each in heard.get(own, ()) else criterion)
    return home


def _statement(
    claim_id: str, said: Said, aside: SetAside | None, knowledge: Knowledge
) -> Statement:
    claim = knowledge.claims[claim_id]
    return Statement(
        id=claim_id,
        text=claim.statement,
        about=tuple(_about(claim, said, knowledge)),
        aside=aside.reason if aside else "",
    )


def _about(claim: Claim, said: Said, knowledge: Knowledge) -> Iterable[Line]:
    wording = knowledge.wording
    source = knowledge.sources[claim.source]
    yield (Span(source.title, link=source.url),)
    if source.url.startswith(_PACKAGE):
        yield words(source.url, Tone.CODE)
    yield words(dated(claim, source, wording))
    if claim.lines:
        yield words(wording("cite.line", lines=claim.lines))
    confidence = term(claim.confidence, wording)
    yield words(wording("page.confidence", confidence=confidence))
    if claim.confidence is Confidence.LOW:
        yield words(wording("cite.doubtful"))
    if claim.when:
        condition = condition_text(claim.when, wording)
        yield words(wording("cite.heard-if", condition=condition))
    for framework, each in said:
        yield phrase(
            wording(
                "page.made-of-it",
                framework=framework,
                performance=f"{each.performance:.2f}",
                weight=f"{each.weight:.2f}",
            )
        )


def _strips(
    criterion: str,
    report: Report,
    aside: Mapping[str, SetAside],
    knowledge: Knowledge,
    scale: Axis,
) -> tuple[Strip, ...]:
    """Return one strip for each framework that was ranked."""
    neutral = knowledge.constants.neutral.value
    old = [each for each in aside if knowledge.criterion_of[each] == criterion]
    strips = []
    for ranked in report.ranking:
        performance = ranked.score.cells[criterion]
        marks = [
            scale.mark(_day(each, knowledge), Shape.ASIDE, each)
            for each in old
            if ranked.framework in _speaks_of(knowledge.claims[each])
        ]
        marks += [
            scale.mark(
                _day(each.claim, knowledge),
                Shape.of(each.performance, neutral),
                each.claim,
            )
            for each in _testimonies(performance)
        ]
        name = knowledge.frameworks[ranked.framework].name
        strips.append(Strip(name, cell(performance, knowledge.wording), tuple(marks)))
    return tuple(strips)


def _speaks_of(claim: Claim) -> set[str]:
    return {
        *claim.favours,
        *claim.against,
        *(claim.performance or ()),
        *(claim.measured or ()),
    }


def _day(claim: str, knowledge: Knowledge) -> date:
    return knowledge.date_of(knowledge.claims[claim])
