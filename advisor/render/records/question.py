"""A question of the interview, and what its answer changes."""

from advisor.model.condition import Condition, tests
from advisor.model.knowledge import Knowledge
from advisor.model.question import Option, Question
from advisor.model.snapshot import Snapshot
from advisor.render.condition import condition_text
from advisor.render.explanation import effects_text
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
from advisor.render.records.parts import Fields, bullets, facts


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:  # noqa: ARG001 - same shape for all
    """Return the page of a question."""
    question = knowledge.questions[id_]
    when = condition_text(question.when) if question.when is not None else ""
    return (
        Heading(f"Question {question.title}", level=1),
        paragraph(question.help),
        facts(
            ("Id", id_),
            ("Section", f"{question.section}, place {question.order}"),
            ("Answer", _kind(question)),
            ("Example", question.example),
            ("Never combined", ", ".join(question.exclusive)),
            ("Asked when", when),
        ),
        *section("Options", Bullets(tuple(map(_option, question.options)))),
        *section("Rules that read it", Bullets(_rules(id_, knowledge))),
        *section("Questions that depend on it", bullets(_dependents(id_, knowledge))),
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
        "when": condition_text(question.when) if question.when is not None else None,
        "rules": [
            each.id for each in knowledge.rules.values() if _reads(each.when, id_)
        ],
        "questions": _dependents(id_, knowledge),
    }


def _kind(question: Question) -> str:
    many = "several, in order" if question.ordered else "several"
    names = {"one": "one option", "many": many, "criteria": "criteria, in order"}
    return names.get(question.type.value, question.type.value)


def _option(option: Option) -> Item:
    title = option.title + (f" ({option.help})" if option.help else "")
    return Item((Span(option.id, Tone.CODE), Span(f" {title}")))


def _rules(id_: str, knowledge: Knowledge) -> tuple[Item, ...]:
    return tuple(
        Item(
            (Span(f"{rule.title} "), Span(rule.id, Tone.CODE)),
            (
                words(
                    f"when {condition_text(rule.when)}: {effects_text(rule.then)}",
                    Tone.FAINT,
                ),
            ),
        )
        for rule in knowledge.rules.values()
        if _reads(rule.when, id_)
    )


def _dependents(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        each.id
        for each in knowledge.questions.values()
        if each.when is not None and _reads(each.when, id_)
    ]


def _reads(condition: Condition, question: str) -> bool:
    return any(test.fact == question for test in tests(condition))
