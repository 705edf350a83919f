"""Rules in words: which fired, on what facts, what they do, and which nearly did."""

from collections.abc import Sequence
from typing import assert_never

from advisor.model.condition import In, Includes, Test, values_of
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Answer
from advisor.model.report import Firing, NearMiss, Report
from advisor.model.rule import Effects
from advisor.model.terms import term
from advisor.render.condition import condition_text
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

_VALUES = 4  # of a test; more of them are counted


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


def nearly_section(report: Report, knowledge: Knowledge) -> tuple[Block, ...]:
    """Return the rules that one test kept from firing, by the fact that it reads."""
    wording = knowledge.wording
    answered = [each for each in report.near_misses if each.unmet.known]
    open_ = [each for each in report.near_misses if not each.unmet.known]
    return section(
        wording("explain.nearly"),
        *_nearly(wording("explain.nearly-open"), open_, knowledge),
        *_nearly(wording("explain.nearly-answered"), answered, knowledge),
    )


def _nearly(
    title: str, misses: Sequence[NearMiss], knowledge: Knowledge
) -> tuple[Block, ...]:
    by_fact: dict[str, list[NearMiss]] = {}
    for each in misses:
        by_fact.setdefault(each.unmet.test.fact, []).append(each)
    items = tuple(
        Item(
            words(fact, Tone.STRONG),
            tuple(_near_miss(each, knowledge) for each in every),
        )
        for fact, every in sorted(by_fact.items())
    )
    return (paragraph(title, Tone.FAINT), Bullets(items)) if items else ()


def _near_miss(miss: NearMiss, knowledge: Knowledge) -> Line:
    rule = knowledge.rules[miss.rule]
    wording = knowledge.wording
    return phrase(
        wording(
            "explain.nearly-rule",
            test=demand_text(miss.unmet.test, wording, negated=miss.unmet.negated),
            title=Span(rule.title, Tone.STRONG),
            id=Span(rule.id, Tone.CODE),
            effects=effects_text(rule.then, wording),
        ),
        Tone.FAINT,
    )


def demand_text(test: Test, wording: Wording, *, negated: bool) -> str:
    """Say how a test has to come out; of many values only the first are named."""
    if not negated:
        return _brief(test, wording)
    if values_of(test) == ("",):
        return wording("explain.any-answer", fact=test.fact)
    return wording("condition.not", part=_brief(test, wording))


def _brief(test: Test, wording: Wording) -> str:
    values = values_of(test)
    rest = len(values) - _VALUES
    if rest <= 0:
        return condition_text(test, wording)
    last = wording("explain.more-values", value=values[_VALUES - 1], rest=rest)
    some = (*values[: _VALUES - 1], last)
    many = isinstance(test, Includes)
    return condition_text(
        Includes(test.fact, some) if many else In(test.fact, some), wording
    )


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
