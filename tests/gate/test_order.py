from hypothesis import given
from hypothesis import strategies as st

from advisor.gate.order import reordering
from advisor.model.knowledge import Knowledge
from advisor.model.recorded import RecordedRank
from advisor.model.report import Ranked
from tests.gate.subjects import a_score

SCORE = a_score(speed=0.5)


def told(before: dict[str, int], after: dict[str, int], base: Knowledge) -> list[str]:
    once = [RecordedRank(each, rank, 0.5) for each, rank in before.items()]
    now = [Ranked(each, rank, SCORE) for each, rank in after.items()]
    return list(reordering(once, now, base))


def test_who_changed_places_came_in_or_dropped_out_is_told(base: Knowledge) -> None:
    before = {"alpha": 1, "beta": 2, "old": 3, "special": 4}
    after = {"alpha": 1, "old": 2, "beta": 3, "over": 4}
    assert told(before, after, base) == [
        "Ranks on record → now (= for a shared rank): Old 3 → 2 and Beta 2 → 3.",
        "Ranked now, but not on record: Over.",
        "Ranked on record, but not now: Special.",
    ]


def test_where_only_ties_changed_that_is_told(base: Knowledge) -> None:
    before = {"alpha": 1, "beta": 2, "old": 3}
    after = {"alpha": 1, "beta": 2, "old": 2}
    assert told(before, after, base) == [
        "Nobody has overtaken anybody, only ties have changed; ranks on record → now "
        "(= for a shared rank): Beta 2 → 2= and Old 3 → 2=."
    ]


def test_of_many_the_first_are_told(base: Knowledge) -> None:
    before = {each: rank for rank, each in enumerate("abcdefgh", 1)}
    after = {each: rank for rank, each in enumerate("bcdefgha", 1)}
    (one,) = told(before, after, base)
    assert one.endswith("b 2 → 1, c 3 → 2, d 4 → 3, e 5 → 4, f 6 → 5 and 3 more.")


def test_an_empty_ranking_is_said_to_be_one(base: Knowledge) -> None:
    assert told({"alpha": 1}, {}, base) == ["No framework is ranked now."]
    assert told({}, {"alpha": 1}, base) == ["On record no framework was ranked."]
    assert told({}, {}, base) == []


ranks = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 4), max_size=6)


@given(ranks, ranks)
def test_something_is_told_exactly_where_the_ranks_differ(
    base: Knowledge, before: dict[str, int], after: dict[str, int]
) -> None:
    assert bool(told(before, after, base)) == (before != after)
