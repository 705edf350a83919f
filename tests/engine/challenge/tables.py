"""Rankings made from plain tables of numbers, and what a project is judged by."""

from collections.abc import Sequence
from datetime import date
from string import ascii_lowercase

from hypothesis import strategies as st

from advisor.engine.rank import in_order, ranks
from advisor.engine.score import score
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.performance import SILENCE, Known
from advisor.model.profile import Profile
from advisor.model.report import Ranked, Weighting

Row = Sequence[float | None]
Table = Sequence[Row]
Project = tuple[Knowledge, Profile, date, Evidence]
Ranking = tuple[tuple[Ranked, ...], tuple[Weighting, ...]]


def weighted(importance: Sequence[float]) -> tuple[Weighting, ...]:
    """Return criteria a, b, c … of this importance."""
    total = sum(importance)
    return tuple(
        Weighting(name, each / total, {"a-rule": each}, 0.0, None, None)
        for name, each in zip(ascii_lowercase, importance, strict=False)
    )


def ranked(table: Table, importance: Sequence[float]) -> Ranking:
    """Rank frameworks A, B, C … by what they are worth; None is a gap."""
    weighting = weighted(importance)
    scores = {
        name.upper(): score(
            {
                own.criterion: SILENCE if v is None else Known(v, v, v, ())
                for own, v in zip(weighting, row, strict=True)
            },
            weighting,
            0.5,
        )
        for name, row in zip(ascii_lowercase, table, strict=False)
    }
    values = {name: own.value for name, own in scores.items()}
    places = ranks(values, 0.0)
    ranking = tuple(Ranked(e, places[e], scores[e]) for e in in_order(values))
    return ranking, weighting


# Twentieths, so that equal values and equal scores are common.
steps = st.integers(0, 20).map(lambda each: each / 20)


@st.composite
def tables(
    draw: st.DrawFn, least: int = 1, gaps: bool = True
) -> tuple[list[list[float | None]], list[int]]:
    """Draw a table of at least so many frameworks, and raw importance."""
    count = draw(st.integers(1, 5))
    cell = st.one_of(steps, steps, st.none()) if gaps else steps
    row = st.lists(cell, min_size=count, max_size=count)
    rows = draw(st.lists(row, min_size=least, max_size=5))
    importance = st.lists(st.integers(1, 6), min_size=count, max_size=count)
    return rows, draw(importance)
