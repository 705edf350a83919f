"""What the answers so far leave open: who leads, how settled that is, what to ask next."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from advisor.model.question import Answer
from advisor.model.record import record

_LEAST_TOLD = 0.002  # bits


class Settlement(StrEnum):
    """How far the recommendation can still change."""

    PROVED = "proved"  # no answer to any open question changes framework or paths
    OPEN = "open"


@record
class Promise:
    """What a question is expected to tell, in bits.

    `winner` is the expected drop of the entropy of who wins, `paths` that of the winner's
    ways to the targets.
    """

    question: str
    winner: float
    paths: float

    @property
    def tells(self) -> bool:
        """Whether that is more than what counting a few thousand cases lets appear."""
        return max(self.winner, self.paths) >= _LEAST_TOLD


@record
class Outlook:
    """What completions of the open answers say.

    `leader` is the framework that would be recommended now (empty: nobody has a basis).
    `stays` is the share of completions, from 0 to 1, in which it stays recommended,
    `settled` that in which it keeps its paths as well; `shares` says who wins in which
    share of them. `promises` are the open questions that anything reads, the best next
    one first; many may tell nothing.
    """

    leader: str
    tied: tuple[str, ...]
    settlement: Settlement
    settled: float
    stays: float
    shares: Mapping[str, float] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()

    @property
    def telling(self) -> int:
        """How many open questions tell anything."""
        return sum(each.tells for each in self.promises)


@record
class Stake:
    """What one answer would do: the leader then, and how far each score would move.

    `moves` holds the change of the score of each framework that moves, largest first;
    `rules` the rules that would fire and do not fire now, `claims` those that would be
    heard and are not heard now.
    """

    answer: Answer
    leader: str
    moves: Mapping[str, float]
    rules: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
