from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.dialogue.scroll import entries_of, part_of
from advisor.cli.dialogue.state import begin, searched
from advisor.survey.partner import Form
from tests.cli.dialogue.asking import CRITERIA, PLACES

GROUPED = begin(Form.ORDERED, CRITERIA)
FLAT = begin(Form.MANY, PLACES)


@given(
    st.sampled_from([GROUPED, FLAT]),
    st.integers(0, 12),
    st.integers(1, 60),
    st.sampled_from(["", "ment", "e 1"]),
)
def test_the_pointer_is_seen_and_nothing_is_miscounted(
    state: object, cursor: int, height: int, query: str
) -> None:
    assert isinstance(state, type(FLAT))
    state = searched(replace(state, cursor=cursor), query)
    part = part_of(state, height)
    seen = [each.place for each in part.entries if each.place is not None]
    assert len(part.entries) <= height
    assert not state.shown or state.cursor in seen
    assert part.above + len(seen) + part.below == len(state.shown)


def test_each_group_stands_under_its_heading() -> None:
    every = entries_of(GROUPED, GROUPED.shown)
    headings = [each.heading for each in every if each.place is None]
    assert headings == ["Speed", "Deployment", "Community", "Upkeep"]
    assert (every[0].place, every[1].place) == (None, 0)


def test_the_first_row_says_which_group_is_seen() -> None:
    part = part_of(replace(GROUPED, cursor=17), 5)
    assert part.entries[0].heading == "Deployment"
    assert part.entries[0].place is None
    assert [each.place for each in part.entries[1:]] == [16, 17, 18, 19]


def test_no_heading_stands_in_for_the_last_of_its_group() -> None:
    part = part_of(replace(GROUPED, cursor=10), 5)
    places = [each.place for each in part.entries]
    assert places == [9, None, 10, 11, 12]


def test_a_list_that_fits_is_seen_whole() -> None:
    part = part_of(FLAT, len(PLACES))
    assert (len(part.entries), part.above, part.below) == (len(PLACES), 0, 0)
