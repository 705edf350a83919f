"""Checking one profile: every check, then the exceptions that the team has agreed on."""

from collections.abc import Callable, Iterator, Mapping

from advisor.gate.choice import choice
from advisor.gate.day import day
from advisor.gate.decision import decision
from advisor.gate.dependencies import dependencies
from advisor.gate.exceptions import about_exceptions, accepted
from advisor.gate.found import Found, findings, in_order
from advisor.gate.news import news
from advisor.gate.targets import targets
from advisor.model.checked import Subject
from advisor.model.gate import Check, GateFinding
from advisor.model.knowledge import Knowledge

Make = Callable[[Knowledge, Subject], Iterator[Found]]

# Who makes which checks of a profile; the others are made of findings, or without one.
MAKERS: Mapping[Make, tuple[Check, ...]] = {
    choice: (
        Check.CHOICE_MISSING,
        Check.CHOICE_EXCLUDED,
        Check.CHOICE_NOT_RECOMMENDED,
        Check.CHOICE_NOT_JUDGED,
        Check.NO_BASIS,
    ),
    targets: (Check.TARGET_UNREACHABLE, Check.PATH_LEGACY),
    dependencies: (
        Check.DEPENDENCY_MISSING,
        Check.DEPENDENCY_UNEXPLAINED,
        Check.DEPENDENCY_RETIRED,
        Check.DEPENDENCY_UNREADABLE,
    ),
    decision: (
        Check.RECORD_MISSING,
        Check.RECORD_OUTDATED,
        Check.DECISION_CHANGED,
        Check.VERDICT_CHANGED,
        Check.RANKING_CHANGED,
        Check.KNOWLEDGE_DIFFERS,
    ),
    news: (
        Check.FRAMEWORK_RETIRED,
        Check.FRAMEWORK_MAINTENANCE,
        Check.PATH_DIED,
        Check.SECURITY_FACT,
    ),
    day: (Check.DATE_FIXED, Check.KNOWLEDGE_OLD),
}


def check(knowledge: Knowledge, subject: Subject) -> tuple[GateFinding, ...]:
    """Return everything found about a valid profile, the worst first.

    Exceptions of the profile are applied, and those that are no good any more are
    findings themselves. Same arguments: the same findings in the same order.
    """
    profile = subject.file.file
    made = (found for make in MAKERS for found in make(knowledge, subject))
    own = tuple(findings(made, profile))
    beside = findings(about_exceptions(own, knowledge, subject), profile)
    return in_order((*accepted(own, subject), *beside))
