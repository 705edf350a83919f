"""The verdict in one sentence: names, scores and the reason."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from advisor.engine.summarise import leading_criteria, main_reasons, summarise
from advisor.model.criterion import Criterion
from advisor.model.knowledge import Knowledge
from advisor.model.language import Wording
from advisor.model.performance import Gap, Known
from advisor.model.report import (
    NotJudged,
    Ranked,
    Verdict,
    Weighting,
)
from advisor.model.score import Contribution, OpenShare, Score
from advisor.model.system import Framework

WEIGHTING = (Weighting("c1", 1.0, {}, 0.0, None, None),)


@pytest.fixture(scope="session")
def base(
    a_knowledge: Callable[..., Knowledge],
    a_framework: Callable[..., Framework],
    a_criterion: Callable[..., Criterion],
) -> Knowledge:
    """Return three frameworks and four criteria."""
    return a_knowledge(
        frameworks=[a_framework(each) for each in ("ada", "bob", "eve")],
        criteria=[a_criterion(each) for each in ("c1", "c2", "c3", "c4")],
    )


def scored(**values: float) -> Score:
    weight = 1 / len(values)
    parts = (
        Contribution(name, weight, own, own, own, Known(own, own, own, ()))
        for name, own in values.items()
    )
    return Score(tuple(parts), ())


def ranked(framework: str, rank: int, own: Score) -> Ranked:
    return Ranked(framework, rank, own)


def test_a_winner_is_named_with_both_scores_and_the_two_main_reasons(
    base: Knowledge,
) -> None:
    ranking = [
        ranked("ada", 1, scored(c1=0.7, c2=0.9, c3=0.6, c4=0.2)),
        ranked("bob", 2, scored(c1=0.5, c2=0.4, c3=0.5, c4=0.6)),
    ]
    said = summarise(base, Verdict.CLEAR, WEIGHTING, ranking, [])
    assert said == (
        "Ada is the clear choice (0.60 against 0.50 for Bob), above all for c2 and c1."
    )


def test_a_lean_is_not_called_a_choice(base: Knowledge) -> None:
    ranking = [ranked("ada", 1, scored(c1=0.7)), ranked("bob", 2, scored(c1=0.5))]
    said = summarise(base, Verdict.LEANING, WEIGHTING, ranking, [])
    assert said.startswith("The evidence leans towards Ada (0.70 against 0.50 for Bob)")


def test_all_of_the_first_rank_are_named_on_a_tie_and_nobody_else(
    base: Knowledge,
) -> None:
    ranking = [
        ranked("ada", 1, scored(c1=0.7)),
        ranked("bob", 1, scored(c1=0.69)),
        ranked("eve", 3, scored(c1=0.5)),
    ]
    said = summarise(base, Verdict.TIE, WEIGHTING, ranking, [])
    assert said.startswith("Ada and Bob tie (0.70 and 0.69)")
    assert "Eve" not in said


def test_the_only_one_says_whether_others_are_gone_or_just_unknown(
    base: Knowledge,
) -> None:
    alone = [ranked("ada", 1, scored(c1=0.7))]
    others = [NotJudged(each, "silence", Score((), ())) for each in ("bob", "eve")]
    gone = summarise(base, Verdict.CLEAR, WEIGHTING, alone, [])
    unknown = summarise(base, Verdict.LEANING, WEIGHTING, alone, others)
    assert "the only framework left" in gone
    assert "too little about the other 2 frameworks" in unknown


def test_no_basis_says_what_is_missing(base: Knowledge) -> None:
    alone = [ranked("ada", 1, scored(c1=0.4))]
    silent = [NotJudged("bob", "silence", Score((), ()))]
    sentences = {
        summarise(base, Verdict.NO_BASIS, (), [], silent),
        summarise(base, Verdict.NO_BASIS, WEIGHTING, [], silent),
        summarise(base, Verdict.NO_BASIS, WEIGHTING, [], []),
        summarise(base, Verdict.NO_BASIS, WEIGHTING, alone, []),
    }
    assert len(sentences) == 4
    assert all(each.startswith("No basis") for each in sentences)


def test_a_trifle_is_not_named_as_a_reason() -> None:
    first = scored(c1=0.9, c2=0.51)
    second = scored(c1=0.5, c2=0.5)
    assert main_reasons(first, second) == ["c1"]


def test_reasons_are_sorted_by_how_much_they_decide() -> None:
    first = scored(c1=0.6, c2=0.9, c3=0.6, c4=0.1)
    second = scored(c1=0.5, c2=0.5, c3=0.5, c4=0.9)
    assert leading_criteria(first, second) == ["c2", "c1", "c3"]


def test_a_lead_over_a_gap_is_counted_from_its_neutral_middle() -> None:
    gap = Score((), (OpenShare("c1", 1.0, 0.5, Gap("silence")),))
    assert leading_criteria(scored(c1=0.6), gap) == ["c1"]
    assert leading_criteria(gap, scored(c1=0.6)) == []


def test_the_verdict_is_said_in_the_language_of_the_reader(
    base: Knowledge, chinese: Wording
) -> None:
    spoken = replace(base, wording=chinese)
    ranking = [ranked("ada", 1, scored(c1=0.7)), ranked("bob", 2, scored(c1=0.5))]
    clear = summarise(spoken, Verdict.CLEAR, WEIGHTING, ranking, [])
    assert clear == "Ada 是明确的选择（0.70，Bob 为 0.50），优势主要在于 C1。"
    ranking = [replace(each, rank=1) for each in ranking]
    tie = summarise(spoken, Verdict.TIE, WEIGHTING, ranking, [])
    assert tie.startswith("Ada 和 Bob 打成平手（0.70 和 0.50）")
    silent = [NotJudged("eve", "", Score((), ()))]
    alone = summarise(spoken, Verdict.LEANING, WEIGHTING, ranking[:1], silent)
    assert "另外 1 个框架" in alone
