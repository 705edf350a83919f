"""Cases: they ask and expect what exists. Their answers are read by the reader."""

from collections.abc import Iterator

from advisor.lint.wording import Known, error, unknown
from advisor.model.case import Case, Expectation
from advisor.model.finding import Finding
from advisor.model.knowledge import Knowledge
from advisor.model.report import Verdict

NAME = "cases"


def check(knowledge: Knowledge) -> Iterator[Finding]:
    """Yield cases that name what is not there, or that no outcome can break."""
    for case in knowledge.cases.values():
        yield from _given(case, knowledge)
        yield from _expected(case, knowledge)


def _given(case: Case, knowledge: Knowledge) -> Iterator[Finding]:
    subject = f"case:{case.id}"
    source = [case.source] if case.source else []
    scored = [each.id for each in knowledge.scored()]
    sources = Known("source", knowledge.sources)
    claims, questions = (
        Known("claim", knowledge.claims),
        Known("question", knowledge.questions),
    )
    yield from unknown(NAME, subject, "source", source, sources)
    yield from unknown(NAME, subject, "claims", case.claims, claims)
    yield from unknown(NAME, subject, "answers", case.answers, questions)
    yield from unknown(
        NAME, subject, "weights", case.weights, Known("scored criterion", scored)
    )


def _expected(case: Case, knowledge: Knowledge) -> Iterator[Finding]:
    subject = f"case:{case.id}"
    expect = case.expect
    frameworks = Known("framework", knowledge.frameworks)
    outcomes = Known(
        "framework or verdict", {*knowledge.frameworks, Verdict.TIE, Verdict.NO_BASIS}
    )
    rules = Known("rule", knowledge.rules)
    yield from unknown(NAME, subject, "expect.accept", expect.accept, outcomes)
    runtimes = Known("runtime", knowledge.runtimes)
    yield from unknown(NAME, subject, "expect.runtimes", expect.runtimes, runtimes)
    yield from _decided(case, knowledge)
    yield from unknown(NAME, subject, "expect.fires", expect.fires, rules)
    yield from unknown(NAME, subject, "expect.silent", expect.silent, rules)
    yield from unknown(NAME, subject, "expect.excludes", expect.excludes, frameworks)
    for rule in sorted(set(expect.fires) & set(expect.silent)):
        message = f"expects {rule!r} both to fire and to stay silent"
        yield error(NAME, subject, message, "Keep one of the two.")
    if expect == Expectation():
        message = "expects nothing, so it always holds"
        yield error(NAME, subject, message, "Add accept, fires, silent or excludes.")


def _decided(case: Case, knowledge: Knowledge) -> Iterator[Finding]:
    decision = case.decision
    if decision is None:
        return
    subject = f"case:{case.id}"
    frameworks = Known("framework", knowledge.frameworks)
    yield from unknown(NAME, subject, "decision.chose", decision.chose, frameworks)
    runtimes = Known("runtime", knowledge.runtimes)
    yield from unknown(NAME, subject, "decision.deployed", decision.deployed, runtimes)
    if not decision.because.strip():
        message = "decision.because: empty"
        yield error(NAME, subject, message, "Say why the context is enough, or not.")
