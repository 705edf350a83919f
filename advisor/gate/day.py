"""The day that a check looks at, and how old the evidence is by then."""

from collections.abc import Iterator
from datetime import date

from advisor.gate.found import Found
from advisor.gate.words import command_file
from advisor.model.checked import Subject
from advisor.model.gate import Check
from advisor.model.knowledge import Knowledge

_AS_OF = "as-of"


def day(knowledge: Knowledge, subject: Subject) -> Iterator[Found]:
    """Yield that the profile fixes the day, and that the evidence is old by it.

    Who demands the recorded date has asked for old evidence.
    """
    wording, of = knowledge.wording, subject.report.as_of
    if subject.fixed:
        yield Found(
            check=Check.DATE_FIXED,
            place=subject.file.place(_AS_OF),
            subject=_AS_OF,
            message=wording("check.date-fixed", day=of.isoformat()),
            help=wording("check.date-fixed-help", file=command_file(subject)),
        )
    heard = subject.report.claims or _made_by(of, knowledge)
    months = knowledge.months_stale(heard, of)
    if months and not subject.locked:
        yield Found(
            check=Check.KNOWLEDGE_OLD,
            place=subject.file.place(""),
            subject="knowledge",
            message=wording("check.knowledge-old", count=months, day=of.isoformat()),
            help=wording("check.knowledge-old-help"),
        )


def _made_by(of: date, knowledge: Knowledge) -> list[str]:
    """Return every claim that there is: by and by, all of them have aged to nothing."""
    every = knowledge.claims.values()
    return [each.id for each in every if knowledge.date_of(each) <= of]
