"""A rule to the bottom: its tests for this project, its effects, and what if not."""

from advisor.model.knowledge import Knowledge
from advisor.model.trace import Moved, RuleTrace
from advisor.render.bottom.parts import claim_items, order_section, tried_text
from advisor.render.cite import sources_section
from advisor.render.condition import condition_text
from advisor.render.firing import demand_text, effects_text
from advisor.render.page import (
    Block,
    Bullets,
    Grid,
    Heading,
    Item,
    Line,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.records.parts import facts


def blocks(trace: RuleTrace, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the page of a rule."""
    wording = knowledge.wording
    rule = knowledge.rules[trace.rule]
    excluded = [knowledge.frameworks[each].name for each in trace.excluded]
    otherwise = (
        wording("explain.without-it")
        if trace.fired
        else wording("explain.if-it-had-fired")
    )
    return (
        Heading(wording("record.rule-title", title=rule.title), level=1),
        *([paragraph(rule.because)] if rule.because else []),
        paragraph(_state(trace, knowledge), Tone.STRONG),
        facts(
            wording,
            (wording("record.id"), rule.id),
            (wording("record.applies-when"), condition_text(rule.when, wording)),
            (wording("record.then"), effects_text(rule.then, wording)),
            (wording("explain.excluded-here"), wording.listed(excluded)),
        ),
        *section(wording("explain.its-tests"), *_tests(trace, knowledge)),
        *section(wording("record.rests-on"), claim_items(trace.claims, knowledge)),
        *section(
            wording("explain.its-weights"), *_moves(trace.moved, trace, knowledge)
        ),
        *order_section(otherwise, trace.now, trace.otherwise, knowledge),
        *sources_section([each.claim for each in trace.claims], knowledge),
    )


def _state(trace: RuleTrace, knowledge: Knowledge) -> str:
    wording = knowledge.wording
    if trace.fired:
        return wording("explain.it-fired")
    if not trace.borne_out:
        return wording("explain.not-borne-out")
    return wording("explain.it-did-not-fire")


def _tests(trace: RuleTrace, knowledge: Knowledge) -> tuple[Block, ...]:
    wording = knowledge.wording
    items = tuple(Item(words(tried_text(each, wording))) for each in trace.tests)
    if not items:
        return ()
    near = [
        demand_text(each.test, wording, negated=each.negated) for each in trace.near
    ]
    alone = wording("explain.one-test", tests=wording.clauses(near))
    return (Bullets(items), *([paragraph(alone, Tone.FAINT)] if near else []))


def _moves(
    moved: tuple[Moved, ...], trace: RuleTrace, knowledge: Knowledge
) -> tuple[Block, ...]:
    wording = knowledge.wording
    columns = (
        wording("explain.criterion"),
        wording("explain.now-weight"),
        wording("explain.without-column")
        if trace.fired
        else wording("explain.if-it-fired"),
    )
    rows: tuple[tuple[Line, ...], ...] = tuple(
        (
            words(knowledge.criteria[each.criterion].title),
            words(f"{each.now:.1%}" if each.now else "–"),
            words(f"{each.otherwise:.1%}" if each.otherwise else "–"),
        )
        for each in moved
    )
    if not rows:
        return ()
    rest = paragraph(wording("explain.rest-in-proportion"), Tone.FAINT)
    return (Grid(columns, rows, numeric=(1, 2), colon=wording("common.colon")), rest)
