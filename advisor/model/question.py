"""Questions of the interview and what counts as an answer."""

import re
from datetime import date
from enum import StrEnum

from advisor.model.condition import Condition
from advisor.model.record import record

# One option, several options (in the order given), or yes/no.
Answer = str | tuple[str, ...] | bool


class Kind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    MANY = "many"
    YES_NO = "yes-no"
    TEXT = "text"
    CRITERIA = "criteria"


@record
class Option:
    """One answer to choose; `since` is the day on which it joined the questionnaire."""

    id: str
    title: str
    help: str = ""
    since: date | None = None


@record
class Question:
    """One question; a condition that is false keeps it from being asked.

    `since` is the day on which it joined the questionnaire; without it, it was always
    there. `seldom` says that most projects have nothing to answer here.
    """

    id: str
    order: int
    section: str
    title: str
    help: str
    type: Kind
    options: tuple[Option, ...] = ()
    exclusive: tuple[str, ...] = ()
    ordered: bool = False
    pattern: str = ""
    example: str = ""
    when: Condition | None = None
    since: date | None = None
    seldom: bool = False

    def fits(self, text: str) -> bool:
        """Say whether a text answer has the form that the pattern asks for.

        A pattern takes ASCII digits and letters only, so that every reader of a profile
        understands what the interview accepted.
        """
        return not self.pattern or bool(re.fullmatch(self.pattern, text, re.ASCII))

    @property
    def takes_many(self) -> bool:
        """Say whether several answers may be given."""
        return self.type in (Kind.MANY, Kind.CRITERIA)
