"""A rule: when it applies, what it does, why, and what proves it."""

from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.condition import condition_text
from advisor.render.firing import effects_text
from advisor.render.page import Block, Heading, paragraph, section
from advisor.render.records.parts import Fields, bullets, claims_section, facts, named


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a rule."""
    rule = knowledge.rules[id_]
    wording = knowledge.wording
    return (
        Heading(wording("record.rule-title", title=rule.title), level=1),
        paragraph(rule.because),
        facts(
            wording,
            (wording("record.id"), id_),
            (wording("record.group"), term(rule.group, wording)),
            (wording("record.applies-when"), condition_text(rule.when, wording)),
            (wording("record.then"), effects_text(rule.then, wording)),
            (wording("record.carries"), wording.series(rule.carries)),
        ),
        *claims_section(wording("record.rests-on"), rule.claims, knowledge, snapshot),
        *section(
            wording("record.cases-in-which-it-must-fire"),
            bullets(_cases(id_, knowledge)),
        ),
        *section(
            wording("record.cases-in-which-it-must-not"),
            bullets(_silent(id_, knowledge)),
        ),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:  # noqa: ARG001 - same shape for all
    """Return a rule as JSON."""
    rule = knowledge.rules[id_]
    exclude = rule.then.exclude
    return {
        "title": rule.title,
        "group": rule.group.value,
        "when": condition_text(rule.when, knowledge.wording),
        "then": {
            "raise": dict(rule.then.raise_ or {}),
            "enough": dict(rule.then.enough or {}),
            "derive": list(rule.then.derive),
            "exclude": None
            if exclude is None
            else {
                "screen": exclude.screen.value,
                "status": [each.value for each in exclude.status],
                "fact": exclude.fact,
            },
        },
        "because": rule.because,
        "claims": list(rule.claims),
        "carries": list(rule.carries),
        "fires_in": [
            each.id for each in knowledge.cases.values() if id_ in each.expect.fires
        ],
        "silent_in": [
            each.id for each in knowledge.cases.values() if id_ in each.expect.silent
        ],
    }


def _cases(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        named(each.title, each.id, knowledge.wording)
        for each in knowledge.cases.values()
        if id_ in each.expect.fires
    ]


def _silent(id_: str, knowledge: Knowledge) -> list[str]:
    return [
        named(each.title, each.id, knowledge.wording)
        for each in knowledge.cases.values()
        if id_ in each.expect.silent
    ]
