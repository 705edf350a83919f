"""All checks of the rule base. This table is the only list of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from advisor.lint import (
    cases,
    claims,
    conditions,
    constants,
    contradictions,
    criteria,
    names,
    paths,
    questions,
    reach,
    rules,
    sources,
    succession,
    support,
    systems,
)
from advisor.model.finding import Finding, Severity
from advisor.model.knowledge import Knowledge

Check = Callable[[Knowledge], Iterator[Finding]]

CHECKS: Mapping[str, Check] = {
    cases.NAME: cases.check,
    claims.NAME: claims.check,
    conditions.NAME: conditions.check,
    constants.NAME: constants.check,
    contradictions.NAME: contradictions.check,
    criteria.NAME: criteria.check,
    names.NAME: names.check,
    paths.NAME: paths.check,
    questions.NAME: questions.check,
    reach.NAME: reach.check,
    rules.NAME: rules.check,
    sources.NAME: sources.check,
    succession.NAME: succession.check,
    support.NAME: support.check,
    systems.NAME: systems.check,
}


def lint(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Run every check; the worst findings come first."""
    return in_order(each for check in CHECKS.values() for each in check(knowledge))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings: worst first, then by check and subject."""
    return tuple(
        sorted(
            findings,
            key=lambda each: (-each.severity, each.check, each.subject, each.message),
        )
    )


def broken(knowledge: Knowledge) -> tuple[Finding, ...]:
    """Return the errors with which nothing can be worked out; loose ends are none."""
    return tuple(
        each
        for each in lint(knowledge)
        if each.severity is Severity.ERROR and each.check != support.NAME
    )
