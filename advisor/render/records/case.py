"""A case: a project in a few answers, and what must come out."""

from collections.abc import Mapping

from advisor.model.case import Case, RawAnswer
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.snapshot import Snapshot
from advisor.model.terms import term
from advisor.render.firing import shown
from advisor.render.page import Block, Bullets, Heading, paragraph, section
from advisor.render.records.parts import Fields, claims_section, facts, source_name


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a case."""
    case = knowledge.cases[id_]
    wording = knowledge.wording
    carried = [each.id for each in knowledge.rules.values() if id_ in each.carries]
    return (
        Heading(wording("record.case-title", title=case.title), level=1),
        paragraph(case.because),
        facts(
            wording,
            (wording("record.id"), id_),
            (
                wording("record.source"),
                source_name(case.source, knowledge) if case.source else "",
            ),
            (wording("record.line"), case.lines),
            (wording("record.decided-on"), _decided(case, wording)),
            (wording("record.carried-by"), wording.series(carried)),
            (wording("record.note"), case.note),
        ),
        *section(wording("record.answers"), given(case, wording)),
        *section(wording("record.what-the-project-decided"), _decision(case, wording)),
        *section(wording("record.expected"), expected(case, wording)),
        *claims_section(wording("record.claims"), case.claims, knowledge, snapshot),
    )


def fields(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> Fields:  # noqa: ARG001 - same shape for all
    """Return a case as JSON."""
    case = knowledge.cases[id_]
    return {
        "title": case.title,
        "source": case.source or None,
        "lines": case.lines,
        "decided_on": case.as_of.isoformat(),
        "decided_with": case.evidence.value,
        "answers": _answers(case.answers),
        "weights": dict(case.weights),
        "allow_retired": case.allow_retired,
        "expect": expect_fields(case),
        "decision": _decision_fields(case),
        "miss": case.miss,
        "because": case.because,
        "claims": list(case.claims),
        "note": case.note,
        "carried_by": [e.id for e in knowledge.rules.values() if id_ in e.carries],
    }


def _decision(case: Case, wording: Wording) -> Bullets:
    decision = case.decision
    if decision is None:
        return Bullets(())
    return facts(
        wording,
        (wording("record.framework"), wording.listed(decision.chose)),
        (wording("record.runtime"), wording.listed(decision.deployed)),
        (
            wording("record.context-is-enough-to-expect-it"),
            _yes_no(decision.expected, wording),
        ),
        (
            wording("record.it-is-for-the-runtime"),
            _yes_no(decision.runtime_expected, wording),
        ),
        (wording("record.because"), decision.because),
        (wording("record.known-miss"), case.miss),
    )


def _decision_fields(case: Case) -> Fields | None:
    decision = case.decision
    if decision is None:
        return None
    return {
        "chose": list(decision.chose),
        "deployed": list(decision.deployed),
        "expected": decision.expected,
        "runtime_expected": decision.runtime_expected,
        "because": decision.because,
    }


def given(case: Case, wording: Wording) -> Bullets:
    """Return the answers, weights and settings of a case."""
    return facts(
        wording,
        *((name, shown(each)) for name, each in case.answers.items()),
        *(
            (wording("record.weight-of", criterion=name), f"{each:g}")
            for name, each in case.weights.items()
        ),
        ("allow-retired", "true" if case.allow_retired else ""),
    )


def expected(case: Case, wording: Wording) -> Bullets:
    """Return what must come out of a case."""
    either = wording("condition.or")
    return facts(
        wording,
        (wording("record.outcome"), either.join(case.expect.accept)),
        (wording("record.runtime"), either.join(case.expect.runtimes)),
        (wording("record.fires"), wording.series(case.expect.fires)),
        (wording("record.stays-silent"), wording.series(case.expect.silent)),
        (wording("record.excludes"), wording.series(case.expect.excludes)),
    )


def expect_fields(case: Case) -> Fields:
    """Return what must come out of a case as JSON."""
    return {
        "accept": list(case.expect.accept),
        "runtimes": list(case.expect.runtimes),
        "fires": list(case.expect.fires),
        "silent": list(case.expect.silent),
        "excludes": list(case.expect.excludes),
    }


def _decided(case: Case, wording: Wording) -> str:
    return wording(
        "record.day-and-evidence",
        day=case.as_of.isoformat(),
        evidence=term(case.evidence, wording),
    )


def _yes_no(value: bool, wording: Wording) -> str:
    return wording("common.yes") if value else wording("common.no")


def _answers(answers: Mapping[str, RawAnswer]) -> Fields:
    return {
        name: list(each) if isinstance(each, tuple) else each
        for name, each in answers.items()
    }
