"""A profile, or the decisions on record, that cannot be read, as findings."""

from collections.abc import Iterable

from advisor.gate.found import Found, findings, in_order
from advisor.model.gate import Check, GateFinding, Place
from advisor.model.knowledge import Knowledge


def invalid(
    knowledge: Knowledge, file: str, problems: Iterable[tuple[int, str, str]]
) -> tuple[GateFinding, ...]:
    """Return a finding for each problem: its line, the key (may be ""), the message."""
    found = (
        Found(
            check=Check.PROFILE_INVALID,
            place=Place(file, line),
            subject=key,
            message=_message(key, message, knowledge),
            help=knowledge.wording("check.profile-invalid-help"),
        )
        for line, key, message in problems
    )
    return in_order(findings(found, file))


def invalid_record(
    knowledge: Knowledge,
    profile: str,
    lock: str,
    problems: Iterable[tuple[int, str, str]],
) -> tuple[GateFinding, ...]:
    """Return a finding for each problem of the file with the record of a profile."""
    found = (
        Found(
            check=Check.RECORD_INVALID,
            place=Place(lock, line),
            subject=key,
            message=_record_message(key, message, knowledge),
            help=knowledge.wording("check.record-invalid-help"),
        )
        for line, key, message in problems
    )
    return in_order(findings(found, profile))


def _record_message(key: str, problem: str, knowledge: Knowledge) -> str:
    if not key:
        return knowledge.wording("check.record-invalid", problem=problem)
    return knowledge.wording("check.record-invalid-at", where=key, problem=problem)


def _message(key: str, problem: str, knowledge: Knowledge) -> str:
    if not key:
        return knowledge.wording("check.profile-invalid", problem=problem)
    return knowledge.wording("check.profile-invalid-at", where=key, problem=problem)
