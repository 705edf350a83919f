"""What hangs on a single claim: cases that come out differently without it."""

from enum import StrEnum

from advisor.model.record import record


class Change(StrEnum):
    """What is done to a claim to see what hangs on it."""

    DELETED = "deleted"
    FLIPPED = "flipped"


@record
class Swing:
    """A case whose outcome changes with one claim."""

    case: str
    before: str
    after: str


@record
class Mutant:
    """One changed claim and the cases that come out differently."""

    claim: str
    change: Change
    swings: tuple[Swing, ...]


@record
class Sensitivity:
    """Every mutant that changes something, and the claims that bear on no case at all."""

    cases: int
    mutants: tuple[Mutant, ...]
    silent: tuple[str, ...]
