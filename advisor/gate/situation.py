"""What several checks ask of a profile and its report."""

from advisor.engine.rank import ROUNDING
from advisor.model.checked import Subject
from advisor.model.drift import Drift
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import NotRecorded
from advisor.model.report import Excluded, Ranked
from advisor.model.rule import Screen


def choice_of(subject: Subject) -> str:
    """Return the framework that the team has chosen, or ""."""
    return subject.file.profile.gate.framework


def in_use(subject: Subject) -> str:
    """Return the framework that counts: the choice, else the recommended one, or ""."""
    recommended = subject.report.recommendation
    fallback = "" if recommended is None else recommended.framework
    return choice_of(subject) or fallback


def exclusions_of(framework: str, subject: Subject) -> list[Excluded]:
    """Return why a framework is excluded; nothing where it is not."""
    return [each for each in subject.report.excluded if each.framework == framework]


def screen_of(excluded: Excluded, knowledge: Knowledge) -> Screen | None:
    """Return which hard requirement an exclusion is about."""
    exclude = knowledge.rules[excluded.rule].then.exclude
    return None if exclude is None else exclude.screen


def gap_of(ranked: Ranked, subject: Subject) -> float:
    """Return by how much the first leads, in points of the score."""
    return subject.report.ranking[0].score.value - ranked.score.value


def allowed_gap(knowledge: Knowledge, subject: Subject) -> float:
    """Return how far the choice may be behind: the margin, and never less than a tie."""
    margin = subject.file.profile.gate.margin
    return max(knowledge.constants.tie_margin.value, margin)


def is_behind(ranked: Ranked, knowledge: Knowledge, subject: Subject) -> bool:
    """Say whether the first leads by more than is allowed, as the engine rounds."""
    return gap_of(ranked, subject) > allowed_gap(knowledge, subject) + ROUNDING


def is_refused(knowledge: Knowledge, subject: Subject) -> bool:
    """Say whether nothing bears the choice: it has to be ranked, and not too far behind."""
    chosen = choice_of(subject)
    own = (each for each in subject.report.ranking if each.framework == chosen)
    return all(is_behind(each, knowledge, subject) for each in own)


def is_of_later_day(subject: Subject) -> bool:
    """Say whether the decision was recorded as of a later day than that of this check."""
    recorded = subject.recorded
    if isinstance(recorded, NotRecorded):
        return False
    return recorded.as_of > subject.report.as_of


def drift_of(subject: Subject) -> Drift | None:
    """Return what has moved since the record; None without one, or one of a later day."""
    return None if is_of_later_day(subject) else subject.drift
