"""Ranking with ties."""

from collections.abc import Mapping, Sequence
from math import inf

from advisor.model.report import Ranked

# Scores that differ by less than this are the same number, computed in another order.
ROUNDING = 1e-9


def ranks(scores: Mapping[str, float], tie_margin: float) -> dict[str, int]:
    """Rank high to low, from 1; those who tie share a rank and take up as many.

    Who is within `tie_margin` of the best that has no rank yet shares its rank, so ties
    do not chain. A higher score never has the worse rank, whichever other alternatives
    there are, and a lead above the margin always has a better one.
    """
    found: dict[str, int] = {}
    best, rank = inf, 0
    for place, name in enumerate(in_order(scores), 1):
        if best - scores[name] > tie_margin + ROUNDING:
            best, rank = scores[name], place
        found[name] = rank
    return found


def in_order(scores: Mapping[str, float]) -> list[str]:
    """Return the names from high to low; equal scores in alphabetical order."""
    return sorted(scores, key=lambda name: (-round(scores[name], 9), name))


def leaders(ranking: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Return those that share the first rank, in their order."""
    return tuple(each for each in ranking if each.rank == 1)
