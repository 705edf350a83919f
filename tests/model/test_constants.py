"""Series of numbers."""

from advisor.model.constants import Series


def test_the_last_number_of_a_series_repeats() -> None:
    series = Series((6, 4.5, 1.5), "")
    assert [series.at(place) for place in range(5)] == [6, 4.5, 1.5, 1.5, 1.5]
