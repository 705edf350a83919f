"""Verdicts: clear, leaning, tie, no basis."""

from collections.abc import Callable

import pytest

from advisor.engine.conclude import conclude, separate
from advisor.model.constants import Constants
from advisor.model.performance import Known
from advisor.model.performance import Testimony as Said  # pytest collects "Test…"
from advisor.model.report import (
    NotJudged,
    Ranked,
    Verdict,
)
from advisor.model.robustness import Sampled
from advisor.model.score import Contribution, Score

Make = Callable[..., Constants]


def scored(value: float, doubt: float) -> Score:
    cell = Known(value, value - doubt, value + doubt, ())
    part = Contribution("c1", 1.0, value, value - doubt, value + doubt, cell)
    return Score((part,), ())


def ranked(framework: str, rank: int, value: float, doubt: float) -> Ranked:
    return Ranked(framework, rank, scored(value, doubt))


def unjudged(framework: str) -> NotJudged:
    return NotJudged(framework, "silence", scored(0.5, 0.5))


def sure(share: float) -> Sampled:
    return Sampled(1000, 0.01, (), sure=share)


def test_nobody_ranked_is_no_basis(some_constants: Make) -> None:
    assert conclude([], [], sure(1), some_constants()) is Verdict.NO_BASIS
    assert (
        conclude([], [unjudged("ada")], sure(1), some_constants()) is Verdict.NO_BASIS
    )


def test_two_of_the_first_rank_tie(some_constants: Make) -> None:
    ranking = [ranked("ada", 1, 0.6, 0.01), ranked("bob", 1, 0.58, 0.01)]
    assert conclude(ranking, [], sure(1), some_constants()) is Verdict.TIE


@pytest.mark.parametrize(
    ("share", "verdict"), [(0.9, Verdict.CLEAR), (0.8999, Verdict.LEANING)]
)
def test_a_lead_is_clear_if_it_holds_in_nine_of_ten_samples(
    share: float, verdict: Verdict, some_constants: Make
) -> None:
    ranking = [ranked("ada", 1, 0.6, 0.3), ranked("bob", 2, 0.5, 0.4)]
    assert conclude(ranking, [], sure(share), some_constants()) is verdict


def test_the_scores_alone_never_make_it_clear(some_constants: Make) -> None:
    ranking = [ranked("ada", 1, 0.99, 0.0), ranked("bob", 2, 0.01, 0.0)]
    assert separate(ranking, some_constants()) is Verdict.LEANING


def test_the_only_one_left_is_clear_if_it_is_better_than_unknown(
    some_constants: Make,
) -> None:
    constants = some_constants()
    good, poor = ranked("ada", 1, 0.6, 0.1), ranked("ada", 1, 0.53, 0.1)
    assert conclude([good], [], sure(0.95), constants) is Verdict.CLEAR
    assert conclude([good], [], sure(0.7), constants) is Verdict.LEANING
    assert conclude([poor], [], sure(0.95), constants) is Verdict.NO_BASIS


def test_the_only_one_judged_can_at_most_lean(some_constants: Make) -> None:
    alone = [ranked("ada", 1, 0.9, 0.01)]
    verdict = conclude(alone, [unjudged("bob")], sure(1), some_constants())
    assert verdict is Verdict.LEANING


def heard(framework: str, rank: int, value: float, *sources: str) -> Ranked:
    """Return a framework whose score rests on these sources."""
    said = tuple(Said(f"k-{each}", each, value, 1.0) for each in sources)
    cell = Known(value, value - 0.01, value + 0.01, said)
    part = Contribution("c1", 1.0, value, value - 0.01, value + 0.01, cell)
    return Ranked(framework, rank, Score((part,), ()))


@pytest.mark.parametrize(
    ("sources", "verdict"), [(("s1",), Verdict.LEANING), (("s1", "s2"), Verdict.CLEAR)]
)
def test_one_source_alone_never_makes_it_clear(
    sources: tuple[str, ...], verdict: Verdict, some_constants: Make
) -> None:
    constants = some_constants(clear_sources=2)
    rivals = [heard("ada", 1, 0.9, *sources), heard("bob", 2, 0.1, sources[0])]
    assert conclude(rivals, [], sure(1), constants) is verdict
    assert conclude(rivals[:1], [], sure(1), constants) is verdict


def test_which_of_two_equal_runners_up_is_listed_first_decides_nothing(
    some_constants: Make,
) -> None:
    # Equal scores are listed by name, so the verdict would hang on a name.
    constants = some_constants(clear_sources=2)
    first = heard("ada", 1, 0.9, "s1")
    broad, narrow = heard("bob", 2, 0.5, "s1", "s2"), heard("eve", 2, 0.5, "s1")
    verdicts = {
        conclude([first, *runners_up], [], sure(1), constants)
        for runners_up in ((broad, narrow), (narrow, broad))
    }
    assert len(verdicts) == 1
