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
    NoLongerMissed,
    NotExcluded,
    WrongOutcome,
    WrongRuntime,
)
from advisor.model.profile import Profile
from advisor.model.question import Answer
from advisor.model.report import Report, Verdict


def judge(
    case: Case, answers: Mapping[str, Answer], knowledge: Knowledge
) -> CaseOutcome:
    """Decide the case on its own date and evidence, and compare with what it expects."""
    profile = project_of(case, answers)
    report = recommend(knowledge, profile, case.as_of, case.evidence)
    outcome = outcome_of(report)
    failures = tuple(_failures(case, outcome, report))
    if not case.miss:
        return CaseOutcome(case.id, outcome, failures, report)
    over = () if failures else (NoLongerMissed(),)
    return CaseOutcome(case.id, outcome, over, report, missed=failures)


def project_of(case: Case, answers: Mapping[str, Answer]) -> Profile:
    """Return the project of a case as a profile."""
    return Profile(
        project=case.title,
        as_of=case.as_of,
        answers=answers,
        weights=case.weights,
        allow_retired=case.allow_retired,
    )


def outcome_of(report: Report) -> str:
    """Return the winner's id where there is one, else the verdict."""
    separated = report.verdict in (Verdict.CLEAR, Verdict.LEANING)
    if separated and report.recommendation is not None:
        return report.recommendation.framework
    return report.verdict.value


def first_of(report: Report) -> str:
    """Return the framework that is recommended, on a tie the first; "" for none."""
    return report.recommendation.framework if report.recommendation is not None else ""


def runtimes_of(report: Report) -> tuple[str, ...]:
    """Return the runtimes on the paths of the recommended framework."""
    routes = report.routes.get(first_of(report), {})
    return tuple(dict.fromkeys(each.path.runtime for each in routes.values()))


def _failures(case: Case, outcome: str, report: Report) -> Iterator[Failure]:
    expect = case.expect
    fired = {firing.rule for firing in report.trace}
    excluded = {each.framework for each in report.excluded}
    came = first_of(report) if case.decision is not None else outcome
    if expect.accept and came not in expect.accept:
        yield WrongOutcome(expect.accept, came or outcome)
    runtimes = runtimes_of(report)
    if expect.runtimes and not set(runtimes) & set(expect.runtimes):
        yield WrongRuntime(expect.runtimes, runtimes)
    yield from (DidNotFire(rule) for rule in expect.fires if rule not in fired)
    yield from (FiredWrongly(rule) for rule in expect.silent if rule in fired)
    yield from (NotExcluded(each) for each in expect.excludes if each not in excluded)
