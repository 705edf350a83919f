"""What a path was worth on a day."""

from datetime import date

import pytest

from advisor.model.path import Maturity, Milestone, Path

BORN, DIED = date(2017, 8, 28), date(2019, 8, 15)
LIVE = Milestone(Maturity.PRODUCTION, BORN, "s1")
DEAD = Milestone(Maturity.DEAD, DIED, "s1")


@pytest.mark.parametrize("order", [(LIVE, DEAD), (DEAD, LIVE)])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2017, 8, 27), None),
        (BORN, LIVE),
        (date(2019, 8, 14), LIVE),
        (DIED, DEAD),
        (date(2030, 1, 1), DEAD),
    ],
)
def test_a_milestone_holds_from_its_first_day_to_the_next(
    order: tuple[Milestone, ...], day: date, expected: Milestone | None
) -> None:
    path = Path("p", "ada", (), "", "box", ("server",), ("any",), order)
    assert path.milestone_on(day) == expected
