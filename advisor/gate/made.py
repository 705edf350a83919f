"""Which checks were really made in a run, so that finding nothing says something."""

from advisor.gate.situation import drift_of, is_of_later_day
from advisor.model.checked import Subject
from advisor.model.gate import OF_A_RECORD, Check

# What comes out the same as of any day. The others look back in a locked run, or before
# the recorded day, and what was accepted for today may not have been there then.
_OF_ANY_DAY = {
    Check.CHOICE_MISSING,
    Check.DEPENDENCY_MISSING,
    Check.DEPENDENCY_UNREADABLE,
    Check.KNOWLEDGE_DIFFERS,
}


def is_made(check: Check, subject: Subject) -> bool:
    """Say whether finding nothing in this run means that there is nothing to accept."""
    back = subject.locked or is_of_later_day(subject)
    if back and check not in _OF_ANY_DAY:
        return False
    drift, files = drift_of(subject), subject.dependencies
    made = {
        # As long as it is news that the best path is a legacy one, path-died tells it.
        Check.PATH_LEGACY: drift is None
        or not any(each.path == each.instead for each in drift.paths),
        Check.DATE_FIXED: subject.fixed or subject.file.profile.as_of is None,
        Check.RECORD_MISSING: bool(subject.lock),
        Check.KNOWLEDGE_DIFFERS: subject.locked,
        Check.DEPENDENCY_MISSING: files.complete and not files.unreadable,
        **dict.fromkeys(OF_A_RECORD, drift is not None),
    }
    return made.get(check, True)
