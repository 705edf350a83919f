"""Judging a case: does the rule base decide as the case says it must?"""

from collections.abc import Iterator, Mapping

from advisor.engine.recommend import recommend
from advisor.model.case import Case
from advisor.model.knowledge import Knowledge
from advisor.model.outcome import (
    CaseOutcome,
    DidNotFire,
    Failure,
    FiredWrongly,
    NotExcluded,
    WrongOutcome,
)
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import Report, Verdict


def judge(
    case: Case, answers: Mapping[str, Answer], knowledge: Knowledge
) -> CaseOutcome:
    """Decide the case on its own date and evidence, and compare with what it expects."""
    profile = Profile(
        project=case.title,
        as_of=case.as_of,
        answers=answers,
        weights=case.weights,
        allow_retired=case.allow_retired,
    )
    report = recommend(knowledge, profile, case.as_of, case.evidence)
    outcome = outcome_of(report)
    return CaseOutcome(
        case.id, outcome, tuple(_failures(case, outcome, report)), report
    )


def outcome_of(report: Report) -> str:
    """Return the winner's id where there is one, else the verdict."""
    separated = report.verdict in (Verdict.CLEAR, Verdict.LEANING)
    if separated and report.recommendation is not None:
        return report.recommendation.framework
    return report.verdict.value


def _failures(case: Case, outcome: str, report: Report) -> Iterator[Failure]:
    expect = case.expect
    fired = {firing.rule for firing in report.trace}
    excluded = {each.framework for each in report.excluded}
    if expect.accept and outcome not in expect.accept:
        yield WrongOutcome(expect.accept, outcome)
    yield from (DidNotFire(rule) for rule in expect.fires if rule not in fired)
    yield from (FiredWrongly(rule) for rule in expect.silent if rule in fired)
    yield from (NotExcluded(each) for each in expect.excludes if each not in excluded)
