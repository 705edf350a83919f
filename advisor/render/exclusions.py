"""What was excluded: by which rule, why, and what shows it."""

from collections.abc import Iterable, Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Excluded, Report
from advisor.model.rule import Screen
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Span,
    Tone,
    phrase,
    section,
    words,
)

# Of several reasons to exclude a framework, the first of these is told.
_GRAVITY = {screen: place for place, screen in enumerate(Screen)}
# What is excluded whatever the project: advisor explain tells why and since when.
_APART = (Screen.NOT_RELEASED, Screen.STATUS, Screen.SCOPE)


def excluded_section(
    report: Report, knowledge: Knowledge, *, brief: bool
) -> tuple[Block, ...]:
    """Return what was excluded, by which rule and on what evidence.

    In `brief`, each framework stands under one rule only, and for those that no project
    of this sort could choose the names will do.
    """
    by_rule: dict[str, list[Excluded]] = {}
    for each in _gravest(report, knowledge) if brief else report.excluded:
        by_rule.setdefault(each.rule, []).append(each)
    items = [_excluded(every, knowledge, brief=brief) for every in by_rule.values()]
    every = Bullets((*items, *_vain(report, knowledge)))
    return section(knowledge.wording("report.excluded"), every)


def _gravest(report: Report, knowledge: Knowledge) -> Iterable[Excluded]:
    """Return one exclusion of each framework, the one that lies least with the project."""

    def gravity(each: Excluded) -> int:
        return _GRAVITY[_screen(each, knowledge)]

    first: dict[str, Excluded] = {}
    for each in sorted(report.excluded, key=gravity):
        first.setdefault(each.framework, each)
    return first.values()


def _screen(each: Excluded, knowledge: Knowledge) -> Screen:
    """Return what the framework was screened for."""
    exclude = knowledge.rules[each.rule].then.exclude
    return exclude.screen if exclude is not None else Screen.STATUS


def _vain(report: Report, knowledge: Knowledge) -> list[Item]:
    """Name the excluded vendors under which no framework of the rule base stands."""
    backed = {v for each in knowledge.frameworks.values() for v in each.vendors}
    named = {
        vendor
        for firing in report.trace
        if firing.effects.exclude and firing.effects.exclude.screen is Screen.VENDOR
        for answer in firing.facts.values()
        if isinstance(answer, tuple)
        for vendor in answer
    }
    return [
        Item(words(knowledge.wording("report.vain", vendor=vendor)))
        for vendor in sorted(named - backed)
    ]


def _excluded(every: Sequence[Excluded], knowledge: Knowledge, *, brief: bool) -> Item:
    """Put everything that one rule removed together; of what lies apart names will do."""
    wording = knowledge.wording
    rule = every[0].rule
    plain = brief and _screen(every[0], knowledge) in _APART
    names = [_named(each, knowledge, plain=plain) for each in every]
    sources = () if plain else sorted({own for each in every for own in each.sources})
    line = wording(
        "report.excluded-by",
        title=Span(knowledge.rules[rule].title, Tone.STRONG),
        frameworks=wording.listed(names),
        rule=Span(rule, Tone.CODE),
    )
    shown = wording("report.shown-by", sources=wording.listed(sources))
    details = (words(shown, Tone.FAINT),) if sources else ()
    return Item(phrase(line, Tone.FAINT), details)


def _named(each: Excluded, knowledge: Knowledge, *, plain: bool) -> str:
    name = knowledge.frameworks[each.framework].name
    if plain:
        return name
    return knowledge.wording("common.aside", text=name, aside=each.reason)
