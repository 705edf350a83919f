"""What differs between two recommendations, below the ranking."""

from collections.abc import Sequence

from advisor.model.knowledge import Knowledge
from advisor.model.report import Excluded, Report
from advisor.model.route import Route
from advisor.model.what_if import WhatIf
from advisor.render.cite import claim_line, sources_section
from advisor.render.comparison import weight_text
from advisor.render.deployment import way
from advisor.render.explanation_words import signed
from advisor.render.firing import effects_text
from advisor.render.page import (
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

_WEIGHTS = 8
_CLAIMS = 3


def moved_sections(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return rules, weights, exclusions, paths and claims, where they differ."""
    wording = knowledge.wording
    return (
        *section(wording("what-if.fired"), _rules(found.fired, knowledge)),
        *section(wording("what-if.silent"), _rules(found.silent, knowledge)),
        *_weights(found, knowledge),
        *section(wording("what-if.excluded"), _excluded(found.excluded, knowledge)),
        *section(wording("what-if.admitted"), _excluded(found.admitted, knowledge)),
        *_ways(found, knowledge),
        *section(wording("what-if.heard"), _claims(found.heard, knowledge)),
        *section(wording("what-if.unheard"), _claims(found.unheard, knowledge)),
        *sources_section((*found.heard[:_CLAIMS], *found.unheard[:_CLAIMS]), knowledge),
    )


def _rules(rules: Sequence[str], knowledge: Knowledge) -> Bullets:
    wording = knowledge.wording
    every = [knowledge.rules[each] for each in rules]
    return Bullets(
        tuple(
            Item(
                phrase(
                    wording(
                        "explain.rule",
                        title=Span(each.title, Tone.STRONG),
                        id=Span(each.id, Tone.CODE),
                    ),
                    Tone.FAINT,
                ),
                (words(effects_text(each.then, wording), Tone.FAINT),),
            )
            for each in every
        )
    )


def _weights(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    columns = (
        wording("explain.criterion"),
        wording("what-if.was"),
        wording("what-if.now"),
        wording("what-if.points"),
    )
    rows = tuple(
        (
            words(knowledge.criteria[each.criterion].title),
            words(weight_text(each.before)),
            words(weight_text(each.after)),
            (signed(100 * (each.after - each.before), 1),),
        )
        for each in found.weights[:_WEIGHTS]
    )
    rest = len(found.weights) - len(rows)
    more = paragraph(wording("what-if.more", rest=rest), Tone.FAINT)
    grid = Grid(columns, rows, numeric=(1, 2, 3), colon=wording("common.colon"))
    title = wording("what-if.weights")
    return section(title, grid, *([more] if rest else []))


def _excluded(excluded: Sequence[Excluded], knowledge: Knowledge) -> Bullets:
    wording = knowledge.wording
    by_rule: dict[str, list[str]] = {}
    for each in excluded:
        name = knowledge.frameworks[each.framework].name
        named = wording("common.aside", text=name, aside=each.reason)
        by_rule.setdefault(each.rule, []).append(named)
    return Bullets(
        tuple(
            Item(
                phrase(
                    wording(
                        "report.excluded-by",
                        title=Span(knowledge.rules[rule].title, Tone.STRONG),
                        frameworks=wording.listed(names),
                        rule=Span(rule, Tone.CODE),
                    ),
                    Tone.FAINT,
                )
            )
            for rule, names in by_rule.items()
        )
    )


def _claims(claims: Sequence[str], knowledge: Knowledge) -> Bullets:
    items = [Item(claim_line(knowledge.claims[e], knowledge)) for e in claims[:_CLAIMS]]
    rest = len(claims) - len(items)
    if rest > 0:
        more = knowledge.wording("what-if.more", rest=rest)
        items.append(Item(words(more, Tone.FAINT)))
    return Bullets(tuple(items))


def _ways(found: WhatIf, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the stacks if they differ, and every target with another way to it."""
    wording = knowledge.wording
    once, now = _stack(found.before, knowledge), _stack(found.after, knowledge)
    stack = [(wording("report.stack-label"), once, now)] if once != now else []
    ways = [
        (
            each.target,
            _route_text(each.before, knowledge),
            _route_text(each.after, knowledge),
        )
        for each in found.ways
    ]
    items = tuple(
        Item(words(what, Tone.STRONG), _turn(before, after, knowledge))
        for what, before, after in (*stack, *ways)
    )
    return section(wording("what-if.ways"), Bullets(items))


def _turn(before: str, after: str, knowledge: Knowledge) -> tuple[Line, ...]:
    wording = knowledge.wording
    return (
        words(wording("what-if.before", summary=before), Tone.FAINT),
        phrase(wording("what-if.after", summary=Span(after))),
    )


def _stack(report: Report, knowledge: Knowledge) -> str:
    if report.recommendation is None:
        return knowledge.wording("what-if.none")
    first, *layers = report.recommendation.stack
    names = [knowledge.frameworks[first].name]
    names += [knowledge.layers[each].name for each in layers]
    return knowledge.wording.listed(names)


def _route_text(route: Route | None, knowledge: Knowledge) -> str:
    if route is None:
        return knowledge.wording("what-if.none")
    return knowledge.wording(
        "common.aside", text=way(route, knowledge), aside=route.path.id
    )
