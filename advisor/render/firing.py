"""Rules in words: which fired, on what facts, and what they do."""

from typing import assert_never

from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Answer
from advisor.model.report import Firing, Report
from advisor.model.rule import Effects
from advisor.model.terms import term
from advisor.render.page import (
    Block,
    Bullets,
    Item,
    Line,
    Span,
    Tone,
    paragraph,
    phrase,
    section,
    words,
)


def rules_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return every rule that fired, the facts it saw and what it did."""
    acted = [each for each in report.trace if _acts(each)]
    idle = [each for each in report.trace if not _acts(each)]
    items = tuple(_firing(each, knowledge) for each in acted)
    wording = knowledge.wording
    silent = wording.series(each.rule for each in idle)
    quiet = [paragraph(wording("explain.idle-rules", rules=silent), Tone.FAINT)]
    title = wording("explain.rules")
    return section(title, Bullets(items), *(quiet if idle else []))


def _acts(firing: Firing) -> bool:
    own = firing.effects
    return bool(own.raise_ or own.enough or own.derive)


def _firing(firing: Firing, knowledge: Knowledge) -> Item:
    wording = knowledge.wording
    rule = knowledge.rules[firing.rule]
    facts = [f"{name}: {shown(each)}" for name, each in firing.facts.items()]
    details: list[Line] = [words(rule.because)]
    if facts:
        because = wording("explain.because", facts=wording.series(facts))
        details.append(words(because, Tone.FAINT))
    details.append(words(effects_text(firing.effects, wording), Tone.FAINT))
    if rule.claims:
        resting = wording("explain.rests-on", claims=wording.series(rule.claims))
        details.append(words(resting, Tone.FAINT))
    title = wording(
        "explain.rule",
        title=Span(rule.title, Tone.STRONG),
        id=Span(rule.id, Tone.CODE),
    )
    return Item(phrase(title, Tone.FAINT), tuple(details))


def shown(answer: Answer) -> str:
    """Return an answer as it is written in a profile."""
    match answer:
        case bool():
            return str(answer).lower()
        case str():
            return answer
        case tuple():
            return f"[{', '.join(answer)}]"
        case _:
            assert_never(answer)


def effects_text(effects: Effects, wording: Wording) -> str:
    """Say what a rule does."""
    parts = [f"{name} +{amount:g}" for name, amount in (effects.raise_ or {}).items()]
    parts += [
        wording("explain.enough-on", level=f"{level:g}", criterion=name)
        for name, level in (effects.enough or {}).items()
    ]
    parts += [wording("explain.sets", flag=flag) for flag in effects.derive]
    if effects.exclude is not None:
        screen = term(effects.exclude.screen, wording)
        parts.append(wording("explain.excludes", screen=screen))
    return wording.clauses(parts) or wording("explain.no-effect")
