"""Which of several dated records holds on a day."""

from dataclasses import dataclass
from datetime import date

import pytest

from advisor.model.period import newest, within

START, END = date(2020, 1, 1), date(2021, 1, 1)


@dataclass(frozen=True)
class Dated:
    since: date


def test_the_record_that_began_last_holds_in_whatever_order_they_stand() -> None:
    early, late = Dated(START), Dated(END)
    for records in ((early, late), (late, early)):
        assert newest(records, date(2020, 12, 31)) is early
        assert newest(records, END) is late
        assert newest(records, date(2019, 12, 31)) is None
    assert newest((), END) is None


@pytest.mark.parametrize(
    ("day", "until", "inside"),
    [
        (date(2019, 12, 31), END, False),
        (START, END, True),
        (date(2020, 12, 31), END, True),
        (END, END, False),
        (date(2099, 1, 1), None, True),
    ],
)
def test_a_period_has_its_first_day_and_not_its_last(
    day: date, until: date | None, inside: bool
) -> None:
    assert within(START, until, day) is inside
