from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from advisor.render.html.timeline import Shape, axis

DAYS = st.dates(date(2010, 1, 1), date(2030, 1, 1))


@given(DAYS, DAYS, DAYS)
def test_a_later_day_stands_further_to_the_right(a: date, b: date, c: date) -> None:
    first, middle, last = sorted((a, b, c))
    own = axis(first, last)
    assert 0 < own.place(first) <= own.place(middle) <= own.place(last) < 1


@given(DAYS, DAYS)
def test_every_year_that_is_written_has_begun_within_the_axis(a: date, b: date) -> None:
    own = axis(min(a, b), max(a, b))
    assert all(own.first < date(each.year, 1, 1) <= own.last for each in own.ticks)
    assert len(own.ticks) <= 5
    assert [each.place for each in own.ticks] == sorted(
        each.place for each in own.ticks
    )


def test_the_last_year_is_always_written() -> None:
    own = axis(date(2011, 5, 1), date(2026, 11, 21))
    assert [each.year for each in own.ticks] == [2014, 2017, 2020, 2023, 2026]


def test_a_claim_of_the_very_day_needs_no_room() -> None:
    day = date(2026, 11, 21)
    assert axis(day, day).place(day) > 0
    assert axis(day + timedelta(days=9), day).first == day


def test_the_form_of_a_mark_says_what_the_claim_says() -> None:
    shapes = [Shape.of(each, 0.5) for each in (0.4, 0.5, 0.6)]
    assert shapes == [Shape.AGAINST, Shape.NEUTRAL, Shape.FOR]


def test_a_mark_names_its_day_and_its_claim() -> None:
    own = axis(date(2020, 1, 1), date(2026, 1, 1)).mark(
        date(2023, 1, 1), Shape.FOR, "c-1"
    )
    assert own.title == "2023-01-01 c-1"
    assert 0.49 < own.place < 0.51
