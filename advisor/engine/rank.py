"""Ranking with ties."""

from collections.abc import Mapping, Sequence

from advisor.model.report import Ranked

# Scores that differ by less than this are the same number, computed in another order.
ROUNDING = 1e-9


def ranks(scores: Mapping[str, float], tie_margin: float) -> dict[str, int]:
    """Rank high to low; a rank is one more than the number of clearly higher scores.

    Scores within `tie_margin` of each other do not separate (a semiorder, Luce 1956).
    A higher score never has the worse rank, whichever other alternatives there are.
    """
    return {
        own: 1 + sum(other - value > tie_margin + ROUNDING for other in scores.values())
        for own, value in scores.items()
    }


def in_order(scores: Mapping[str, float]) -> list[str]:
    """Return the names from high to low; equal scores in alphabetical order."""
    return sorted(scores, key=lambda name: (-round(scores[name], 9), name))


def leaders(ranking: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Return those that share the first rank, in their order."""
    return tuple(each for each in ranking if each.rank == 1)
