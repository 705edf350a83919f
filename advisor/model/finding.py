"""Findings: what a check of the rule base has to say."""

from enum import IntEnum

from advisor.model.record import record


class Severity(IntEnum):
    """How bad it is, if true. Ordered, so a gate can say `>= WARNING`."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


@record
class Finding:
    """Something worth acting on. `subject` is the record it is about."""

    check: str
    subject: str
    severity: Severity
    message: str
    help: str
