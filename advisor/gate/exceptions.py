"""Findings that the team has accepted, and exceptions that are no good any more."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisor.gate.found import Found
from advisor.gate.made import is_made
from advisor.gate.words import some
from advisor.model.checked import Subject
from advisor.model.gate import Accepted, Check, GateException, GateFinding
from advisor.model.knowledge import Knowledge


def covers(exception: GateException, finding: GateFinding) -> bool:
    """Say whether an exception is about a finding, whether it still holds or not."""
    return exception.finding is finding.check and exception.about in (
        "",
        finding.subject,
    )


def accepted(
    findings: Sequence[GateFinding], subject: Subject
) -> tuple[GateFinding, ...]:
    """Return the findings, those that a valid exception covers as accepted.

    Of several that cover a finding, the first in the profile speaks.
    """
    valid = _valid(subject)
    return tuple(_treated(each, valid) for each in findings)


def about_exceptions(
    findings: Sequence[GateFinding], knowledge: Knowledge, subject: Subject
) -> Iterator[Found]:
    """Yield each exception that covers nothing, or has expired and covered something.

    One for a check that could not find anything in this run may be needed in another.
    No exception covers these: what it is about are `findings`, and they are not among
    them. One that has expired and that another has taken the place of covers nothing.
    """
    valid = _valid(subject)
    for number, each in enumerate(subject.file.profile.gate.exceptions):
        key = f"gate.exceptions.{number}"
        over = _is_over(each, subject)
        covered = [
            finding
            for finding in findings
            if covers(each, finding)
            and not (over and any(covers(other, finding) for other in valid))
        ]
        if over and covered:
            yield _expired(each, key, covered, knowledge, subject)
        elif not covered and is_made(each.finding, subject):
            yield _unused(each, key, findings, knowledge, subject)


def _valid(subject: Subject) -> list[GateException]:
    every = subject.file.profile.gate.exceptions
    return [each for each in every if not _is_over(each, subject)]


def _is_over(exception: GateException, subject: Subject) -> bool:
    return exception.expires <= subject.today


def _treated(finding: GateFinding, valid: Sequence[GateException]) -> GateFinding:
    for each in valid:
        if covers(each, finding):
            treatment = Accepted(each.reason, each.owner, each.expires)
            return replace(finding, treatment=treatment)
    return finding


def _unused(
    exception: GateException,
    key: str,
    findings: Sequence[GateFinding],
    knowledge: Knowledge,
    subject: Subject,
) -> Found:
    wording = knowledge.wording
    found = [e.subject for e in findings if e.check is exception.finding]
    others = exception.about and exception.about not in found and found
    return Found(
        check=Check.EXCEPTION_UNUSED,
        place=subject.file.place(key),
        subject=_subject(exception),
        message=wording("check.exception-unused", finding=_about(exception, knowledge)),
        help=wording("check.exception-unused-help"),
        details=(
            wording(
                "check.exception-others",
                finding=exception.finding.value,
                subjects=some(found, knowledge),
                about=exception.about,
            ),
        )
        if others
        else (),
    )


def _expired(
    exception: GateException,
    key: str,
    covered: Sequence[GateFinding],
    knowledge: Knowledge,
    subject: Subject,
) -> Found:
    wording = knowledge.wording
    return Found(
        check=Check.EXCEPTION_EXPIRED,
        place=subject.file.place(key),
        subject=_subject(exception),
        message=wording(
            "check.exception-expired",
            finding=_about(exception, knowledge),
            owner=exception.owner,
            day=exception.expires.isoformat(),
        ),
        help=wording("check.exception-expired-help"),
        details=(
            wording("check.exception-reason", reason=exception.reason),
            wording(
                "check.exception-covered",
                subjects=some([each.subject for each in covered], knowledge),
            ),
        ),
    )


def _subject(exception: GateException) -> str:
    """Return the same name wherever the exception stands in the profile."""
    parts = (exception.finding.value, exception.about)
    return ":".join(filter(None, parts))


def _about(exception: GateException, knowledge: Knowledge) -> str:
    """Return what an exception is about, in the ids that the profile takes."""
    if not exception.about:
        return exception.finding.value
    return knowledge.wording(
        "common.aside", text=exception.finding.value, aside=exception.about
    )
