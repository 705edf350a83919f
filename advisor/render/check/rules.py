"""What each check is about, in the words of the reader."""

from collections.abc import Mapping

from advisor.model.finding import Severity
from advisor.model.gate import NEVER_ACCEPTED, USUAL_SEVERITY, Check
from advisor.model.language import Wording
from advisor.model.record import record


@record
class CheckRule:
    """A check as a list of rules shows it.

    `severity` is the one that its findings usually have. `help` says what to do.
    """

    check: Check
    title: str
    description: str
    help: str
    severity: Severity


# For each check its title and its description.
_TEXTS: Mapping[Check, tuple[str, str]] = {
    Check.PROFILE_INVALID: (
        "check-report.profile-invalid",
        "check-report.about-profile-invalid",
    ),
    Check.CHOICE_MISSING: (
        "check-report.choice-missing",
        "check-report.about-choice-missing",
    ),
    Check.CHOICE_EXCLUDED: (
        "check-report.choice-excluded",
        "check-report.about-choice-excluded",
    ),
    Check.CHOICE_NOT_RECOMMENDED: (
        "check-report.choice-not-recommended",
        "check-report.about-choice-not-recommended",
    ),
    Check.CHOICE_NOT_JUDGED: (
        "check-report.choice-not-judged",
        "check-report.about-choice-not-judged",
    ),
    Check.NO_BASIS: (
        "check-report.no-basis",
        "check-report.about-no-basis",
    ),
    Check.TARGET_UNREACHABLE: (
        "check-report.target-unreachable",
        "check-report.about-target-unreachable",
    ),
    Check.PATH_LEGACY: (
        "check-report.path-legacy",
        "check-report.about-path-legacy",
    ),
    Check.DEPENDENCY_MISSING: (
        "check-report.dependency-missing",
        "check-report.about-dependency-missing",
    ),
    Check.DEPENDENCY_UNEXPLAINED: (
        "check-report.dependency-unexplained",
        "check-report.about-dependency-unexplained",
    ),
    Check.DEPENDENCY_RETIRED: (
        "check-report.dependency-retired",
        "check-report.about-dependency-retired",
    ),
    Check.DEPENDENCY_UNREADABLE: (
        "check-report.dependency-unreadable",
        "check-report.about-dependency-unreadable",
    ),
    Check.RECORD_INVALID: (
        "check-report.record-invalid",
        "check-report.about-record-invalid",
    ),
    Check.RECORD_MISSING: (
        "check-report.record-missing",
        "check-report.about-record-missing",
    ),
    Check.RECORD_OUTDATED: (
        "check-report.record-outdated",
        "check-report.about-record-outdated",
    ),
    Check.DECISION_CHANGED: (
        "check-report.decision-changed",
        "check-report.about-decision-changed",
    ),
    Check.VERDICT_CHANGED: (
        "check-report.verdict-changed",
        "check-report.about-verdict-changed",
    ),
    Check.RANKING_CHANGED: (
        "check-report.ranking-changed",
        "check-report.about-ranking-changed",
    ),
    Check.FRAMEWORK_RETIRED: (
        "check-report.framework-retired",
        "check-report.about-framework-retired",
    ),
    Check.FRAMEWORK_MAINTENANCE: (
        "check-report.framework-maintenance",
        "check-report.about-framework-maintenance",
    ),
    Check.PATH_DIED: (
        "check-report.path-died",
        "check-report.about-path-died",
    ),
    Check.SECURITY_FACT: (
        "check-report.security-fact",
        "check-report.about-security-fact",
    ),
    Check.KNOWLEDGE_DIFFERS: (
        "check-report.knowledge-differs",
        "check-report.about-knowledge-differs",
    ),
    Check.KNOWLEDGE_OLD: (
        "check-report.knowledge-old",
        "check-report.about-knowledge-old",
    ),
    Check.DATE_FIXED: (
        "check-report.date-fixed",
        "check-report.about-date-fixed",
    ),
    Check.EXCEPTION_EXPIRED: (
        "check-report.exception-expired",
        "check-report.about-exception-expired",
    ),
    Check.EXCEPTION_UNUSED: (
        "check-report.exception-unused",
        "check-report.about-exception-unused",
    ),
    Check.BASELINE_OUTDATED: (
        "check-report.baseline-outdated",
        "check-report.about-baseline-outdated",
    ),
}


def check_rules(wording: Wording) -> tuple[CheckRule, ...]:
    """Return every check with its words, in the order of the ids' table."""
    return tuple(_rule(each, wording) for each in Check)


def _rule(check: Check, wording: Wording) -> CheckRule:
    title, description = _TEXTS[check]
    if check in NEVER_ACCEPTED:
        help_ = wording("check-report.must-be-mended")
    else:
        help_ = wording("check-report.can-be-accepted", check=check.value)
    return CheckRule(
        check, wording(title), wording(description), help_, USUAL_SEVERITY[check]
    )
