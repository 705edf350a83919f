"""A case: a project in a few answers, and what must come out."""

from collections.abc import Mapping

from advisor.model.case import Case, RawAnswer
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.snapshot import Snapshot
from advisor.render.explanation import shown
from advisor.render.page import Block, Bullets, Heading, paragraph, section
from advisor.render.records.parts import Fields, claims_section, facts, source_name


def blocks(id_: str, knowledge: Knowledge, snapshot: Snapshot) -> tuple[Block, ...]:
    """Return the page of a case."""
    case = knowledge.cases[id_]
    carried = [each.id for each in knowledge.rules.values() if id_ in each.carries]
    return (
        Heading(f"Case {case.title}", level=1),
        paragraph(case.because),
        facts(
            ("Id", id_),
            ("Source", source_name(case.source, knowledge) if case.source else ""),
            ("Line", case.lines),
            ("Decided on", f"{case.as_of.isoformat()}, {_evidence(case)}"),
            ("Carried by", ", ".join(carried)),
            ("Note", case.note),
        ),
        *section("Answers", given(case)),
        *section("What the project decided", _decision(case)),
        *section("Expected", expected(case)),
        *claims_section("Claims", case.claims, knowledge, snapshot),
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


def _decision(case: Case) -> Bullets:
    decision = case.decision
    if decision is None:
        return facts()
    return facts(
        ("Framework", " and ".join(decision.chose)),
        ("Runtime", " and ".join(decision.deployed)),
        ("Context is enough to expect it", "yes" if decision.expected else "no"),
        ("It is for the runtime", "yes" if decision.runtime_expected else "no"),
        ("Because", decision.because),
        ("Known miss", case.miss),
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


def given(case: Case) -> Bullets:
    """Return the answers, weights and settings of a case."""
    return facts(
        *((name, shown(each)) for name, each in case.answers.items()),
        *((f"weight of {name}", f"{each:g}") for name, each in case.weights.items()),
        ("allow-retired", "true" if case.allow_retired else ""),
    )


def expected(case: Case) -> Bullets:
    """Return what must come out of a case."""
    return facts(
        ("Outcome", " or ".join(case.expect.accept)),
        ("Runtime", " or ".join(case.expect.runtimes)),
        ("Fires", ", ".join(case.expect.fires)),
        ("Stays silent", ", ".join(case.expect.silent)),
        ("Excludes", ", ".join(case.expect.excludes)),
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


def _evidence(case: Case) -> str:
    return "all evidence" if case.evidence is Evidence.ALL else "documents only"


def _answers(answers: Mapping[str, RawAnswer]) -> Fields:
    return {
        name: list(each) if isinstance(each, tuple) else each
        for name, each in answers.items()
    }
