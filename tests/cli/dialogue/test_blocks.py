from hypothesis import given
from hypothesis import strategies as st

from advisor.cli.dialogue.blocks import Block, heights, stacked
from advisor.cli.dialogue.rows import Row


def block(rank: int, want: int, least: int = 0) -> Block:
    return Block(rank, want, lambda count: [[("", f"{rank}")]] * count, least)


blocks = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 4)).map(
        lambda each: block(each[0], max(each[1], each[2]), each[2])
    )
)


@given(blocks, st.integers(0, 40))
def test_no_row_is_given_twice_and_none_is_lost(
    every: list[Block], height: int
) -> None:
    given_rows = heights(every, height)
    assert sum(given_rows) == min(height, sum(each.want for each in every))
    assert all(got <= each.want for got, each in zip(given_rows, every, strict=True))


def test_the_least_of_all_comes_before_more_for_any() -> None:
    assert heights([block(1, 5, 1), block(2, 5, 2)], 4) == [2, 2]


def test_low_ranks_come_first() -> None:
    assert heights([block(2, 3), block(1, 3)], 4) == [1, 3]


def test_what_a_block_leaves_empty_stays_empty() -> None:
    short = Block(1, 3, lambda _: [[("", "x")]])
    assert stacked([short], [3]) == [[("", "x")], [], []]


def test_a_block_without_rows_is_not_drawn() -> None:
    def fail(_: int) -> list[Row]:
        raise AssertionError

    assert stacked([Block(1, 3, fail)], [0]) == []
