"""What a decision record says beside the recommendation it rests on."""

from enum import StrEnum

from advisor.model.record import record


class RecordStatus(StrEnum):
    """How far a decision has come; the words are those of MADR."""

    PROPOSED = "proposed"
    REJECTED = "rejected"
    ACCEPTED = "accepted"
    DEPRECATED = "deprecated"


@record
class Decision:
    """What a team decided. Without a `framework` of its own it follows the evidence."""

    status: RecordStatus = RecordStatus.PROPOSED
    framework: str | None = None
    makers: tuple[str, ...] = ()


@record
class Making:
    """How a record was made: the `command` that writes it again, the program's version."""

    command: str
    version: str
