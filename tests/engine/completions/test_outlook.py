"""What judged completions say about the one that will come true."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pytest

from advisor.engine.completions.columns import Column
from advisor.engine.completions.outlook import NOBODY, Spread
from advisor.engine.completions.pool import draw
from advisor.engine.completions.scores import OUT, Judged, Scorer
from advisor.engine.completions.ways import Slot
from advisor.engine.completions.worlds import Worlds
from tests.engine.completions.situations import TODAY, Situation

MARGIN = 0.03
NAMES = ("ada", "bee", "cob")
HANGS = {"q1": 1.0, "q2": 2.0, "q3": 1.0}


def spread(
    *rows: Sequence[float],
    answers: Mapping[str, Sequence[int]] | None = None,
    slots: Sequence[Slot] = (),
) -> Spread:
    """Return what follows from the scores of ada, bee and cob in some completions."""
    size = len(rows[0])
    columns = {
        fact: Column(fact, (None, "a", "b"), np.array(index, np.int16))
        for fact, index in (answers or {}).items()
    }
    worlds = Worlds(size, {}, columns)
    scores = np.array(rows, np.float32)
    judged = Judged(worlds, NAMES[: len(rows)], scores, tuple(slots))
    return Spread(judged, MARGIN, HANGS)


def test_winners_are_counted() -> None:
    found = spread([0.8, 0.8, 0.2, OUT], [0.5, 0.5, 0.6, 0.1])
    assert found.leader == "ada"
    assert found.shares == {"ada": 0.5, "bee": 0.5}
    assert (found.stays, found.settled, found.unanimous) == (0.5, 0.5, False)


def test_of_equal_scores_the_first_by_name_wins() -> None:
    found = spread([0.5, 0.5], [0.5, 0.6])
    assert found.leader == "ada"
    assert found.tied == ("ada", "bee")
    assert found.shares == {"ada": 0.5, "bee": 0.5}


def test_a_leader_stays_while_nobody_is_clearly_ahead() -> None:
    found = spread([0.50, 0.50, 0.50], [0.40, 0.53, 0.54])
    assert found.stays == pytest.approx(2 / 3)
    assert found.shares == {"bee": pytest.approx(2 / 3), "ada": pytest.approx(1 / 3)}
    assert found.tied == ("ada",)


def test_completions_that_leave_nobody_do_not_count() -> None:
    found = spread([0.8, OUT, OUT, 0.3], [0.5, OUT, OUT, 0.5])
    assert found.shares == {"ada": 0.5, "bee": 0.5}
    assert found.settled == 0.5
    settled = spread([0.8, OUT, 0.7], [0.5, OUT, 0.5])
    assert settled.settled == 1
    # Yet there the recommendation would change, so nothing is proved.
    assert not settled.unanimous
    assert spread([0.8, 0.7], [0.5, 0.5]).unanimous


def test_nobody_leads_where_nobody_is_left() -> None:
    nobody = Judged(Worlds(2, {}, {}), (), np.zeros((0, 2), np.float32), ())
    for found in (spread([OUT, OUT]), Spread(nobody, MARGIN, {})):
        assert found.leader == NOBODY
        assert found.tied == ()
        assert found.shares == {NOBODY: 1.0}
        assert (found.stays, found.settled) == (0, 0)


def test_other_ways_settle_less() -> None:
    slots = [
        Slot("ada", "android", "p1", 1.0, 1.0, 0b0111),
        Slot("ada", "android", "p2", 1.0, 1.0, 0b1000),
        Slot("ada", "browser", "p3", 1.0, 1.0, 0b0100),
        Slot("bee", "browser", "p4", 1.0, 1.0, 0b0001),
    ]
    found = spread([0.8] * 4, [0.5] * 4, slots=slots)
    assert (found.stays, found.settled, found.unanimous) == (1, 0.5, False)


def test_what_tells_most_about_the_winner_is_promised_first() -> None:
    # q1 decides, q2 is independent of the winner, q3 says half.
    answers = {
        "q2": [1, 2, 1, 2, 1, 2, 1, 2] * 20,
        "q1": [1, 1, 1, 1, 2, 2, 2, 2] * 20,
        "q3": [1, 1, 1, 2, 2, 2, 2, 1] * 20,
    }
    ada = [0.8, 0.8, 0.8, 0.8, 0.2, 0.2, 0.2, 0.2] * 20
    found = spread(ada, [0.5] * len(ada), answers=answers).promises
    assert [each.question for each in found] == ["q1", "q3", "q2"]
    assert found[0].winner > 0.9 > found[1].winner > 0.1 > found[2].winner
    assert found[2].winner < 0.002
    assert not found[2].tells


def test_what_tells_equally_much_is_ordered_by_what_hangs_on_it() -> None:
    answers = {"q1": [1, 2] * 20, "q2": [1, 2] * 20}
    found = spread([0.8, 0.2] * 20, [0.5, 0.5] * 20, answers=answers).promises
    assert [each.question for each in found] == ["q2", "q1"]


def test_questions_that_nothing_reads_or_nobody_can_answer_are_not_promised() -> None:
    answers = {"unread": [0, 1, 2, 1], "q1": [0, 0, 0, 0], "q2": [0, 1, 2, 1]}
    found = spread([0.8] * 4, answers=answers).promises
    assert [each.question for each in found] == ["q2"]


def test_once_the_leader_stays_the_ways_count_as_much() -> None:
    slots = [
        Slot("ada", "android", "p1", 1.0, 1.0, int("01" * 20, 2)),
        Slot("ada", "android", "p2", 1.0, 1.0, int("10" * 20, 2)),
    ]
    answers = {"q1": [1, 2] * 20, "q2": [1] * 36 + [2] * 4}
    for lead, first in ((0.02, "q1"), (0.2, "q2")):  # within the margin, beyond it
        bee = [0.4] * 36 + [0.5 + lead] * 4
        found = spread([0.5] * 40, bee, answers=answers, slots=slots)
        one, other = sorted(found.promises, key=lambda each: each.question)
        assert one.paths > 0.9 > other.winner > 0.4
        assert max(one.winner, other.paths) < 0.1
        assert found.promises[0].question == first


@pytest.mark.parametrize("seed", range(60))
def test_the_leader_is_that_of_the_engine_and_shares_are_complete(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, lead=0.1)
    scorer = Scorer(given.ground, draw(given.base, TODAY, 60))
    judged = scorer.judge(given.profile, given.closed)
    found = Spread(judged, MARGIN, dict.fromkeys(given.base.questions, 1.0))
    ranking = given.appraise(given.profile).ranking
    assert found.leader == (ranking[0].framework if ranking else NOBODY)
    assert set(found.tied) == {each.framework for each in ranking if each.rank == 1}
    assert sum(found.shares.values()) == pytest.approx(1)
    assert list(found.shares.values()) == sorted(found.shares.values(), reverse=True)
    assert 0 <= found.settled <= found.stays <= 1
    assert {each.question for each in found.promises} <= set(given.open)
    assert min((e.winner for e in found.promises), default=0) >= 0
