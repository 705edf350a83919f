"""A question of the interview, and what its answer changes."""

from typing import assert_never

from advisor.model.condition import Condition, tests
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.question import Kind, Option, Question
from advisor.model.rule import Rule
from advisor.model.snapshot import Snapshot
from advisor.render.condition import condition_text
from advisor.render.firing import effects_text
from advisor.render.page import (
    Block,
    Bullets,
    Heading,
    Item,
    Span,
    Tone,
    paragraph,
    section,
    words,
)
from advisor.render.records.parts import Fields, bullets, facts, named


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:  # noqa: ARG001 - same shape for all
    """Return the page of a question."""
    question = knowledge.questions[id_]
    wording = knowledge.wording
    when = "" if question.when is None else condition_text(question.when, wording)
    place = wording("record.place", section=question.section, order=question.order)
    options = tuple(_option(each, wording) for each in question.options)
    return (
        Heading(wording("record.question-title", title=question.title), level=1),
        paragraph(question.help),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.section"), place),
            (wording("record.answer"), _kind(question, wording)),
            (wording("record.example"), question.example),
            (wording("record.never-combined"), wording.series(question.exclusive)),
            (wording("record.asked-when"), when),
        ),
        *section(wording("record.options"), Bullets(options)),
        *section(wording("record.rules-that-read-it"), Bullets(_rules(id_, knowledge))),
        *section(
            wording("record.questions-that-depend-on-it"),
            bullets(_dependents(id_, knowledge)),
        ),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:  # noqa: ARG001 - same shape for all
    """Return a question as JSON."""
    question = knowledge.questions[id_]
    return {
        "title": question.title,
        "help": question.help,
        "section": question.section,
        "order": question.order,
        "type": question.type.value,
        "options": [
            {"id": each.id, "title": each.title, "help": each.help}
            for each in question.options
        ],
        "exclusive": list(question.exclusive),
        "ordered": question.ordered,
        "pattern": question.pattern,
        "example": question.example,
        "when": condition_text(question.when, knowledge.wording)
        if question.when is not None
        else None,
        "rules": [
            each.id for each in knowledge.rules.values() if _reads(each.when, id_)
        ],
        "questions": _dependents(id_, knowledge),
    }


def _kind(question: Question, wording: Wording) -> str:
    match question.type:
        case Kind.ONE:
            return wording("record.one")
        case Kind.MANY if question.ordered:
            return wording("record.several-in-order")
        case Kind.MANY:
            return wording("record.several")
        case Kind.CRITERIA:
            return wording("record.criteria-in-order")
        case Kind.YES_NO:
            return wording("record.yes-no")
        case Kind.TEXT:
            return wording("record.text")
        case _:
            assert_never(question.type)


def _option(option: Option, wording: Wording) -> Item:
    title = option.title
    if option.help:
        title = named(title, option.help, wording)
    return Item((Span(option.id, Tone.CODE), Span(f" {title}")))


def _rules(id_: str, knowledge: Knowledge) -> tuple[Item, ...]:
    return tuple(
        _rule(rule, knowledge.wording)
        for rule in knowledge.rules.values()
        if _reads(rule.when, id_)
    )


def _rule(rule: Rule, wording: Wording) -> Item:
    does = wording(
        "record.when",
        condition=condition_text(rule.when, wording),
        effects=effects_text(rule.then, wording),
    )
    title = (Span(f"{rule.title} "), Span(rule.id, Tone.CODE))
    return Item(title, (words(does, Tone.FAINT),))


def _dependents(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        each.id
        for each in knowledge.questions.values()
        if each.when is not None and _reads(each.when, id_)
    ]


def _reads(condition: Condition, question: str) -> bool:
    return any(test.fact == question for test in tests(condition))
