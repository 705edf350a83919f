"""Which question comes next, or why there is none."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from advisor.model.knowledge import Knowledge
from advisor.model.outlook import Outlook, Settlement
from advisor.model.question import Question
from advisor.survey.interview import Interview, open_now

SURE = 1.0  # a confidence that only a proof reaches


class Halt(Enum):
    """Why nothing more is asked."""

    PROVED = "proved"  # no answer can change the recommendation
    ENOUGH = "enough"  # it is as settled as the user wants it
    IDLE = "idle"  # no open question promises to tell anything
    COMPLETE = "complete"  # no question is open


@dataclass(frozen=True, slots=True)
class Aim:
    """How far to ask: until the winner is settled with `confidence`, or everything.

    With `promising`, also beyond the confidence, while a question promises to tell
    something. With `only`, these questions and no others, all of them.
    """

    confidence: float = 0.95
    everything: bool = False
    promising: bool = False
    only: frozenset[str] | None = None

    @property
    def listed(self) -> bool:
        """Say whether the order is that of the questionnaire."""
        return self.everything or self.only is not None


def next_step(
    knowledge: Knowledge, interview: Interview, aim: Aim, look: Callable[[], Outlook]
) -> Question | Halt:
    """Return the question to ask now; `look` is called only where it decides."""
    waiting = open_now(knowledge, interview, aim.only)
    if not waiting:
        return Halt.COMPLETE
    if aim.listed:
        return waiting[0]
    outlook = look()
    by_id = {each.id: each for each in waiting}
    promised = (by_id.get(each.question) for each in outlook.promises)
    best = next((each for each in promised if each is not None), None)
    if not interview.profile.answers:  # it would be a verdict about nobody's project
        return best or waiting[0]
    if outlook.settlement is Settlement.PROVED:
        return Halt.PROVED
    enough = aim.confidence < SURE and outlook.settled >= aim.confidence
    if enough and not (aim.promising and outlook.telling):
        return Halt.ENOUGH
    return best or Halt.IDLE
