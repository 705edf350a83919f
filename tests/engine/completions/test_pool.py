"""Only answers that could be given are drawn, as often as real projects gave them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from advisor.engine.completions.columns import LEFT_OPEN
from advisor.engine.completions.pool import Pool, draw
from advisor.model.case import Case, Decision, Expectation, RawAnswer
from advisor.model.condition import Is
from advisor.model.criterion import Criterion, Role
from advisor.model.evidence import Evidence
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer, Kind, Option, Question
from advisor.model.system import Framework, PythonSupport

TODAY = date(2026, 11, 21)
DECIDED = Case(
    "1", "", TODAY, Evidence.ALL, "", Expectation(), decision=Decision(True, True, "")
)
SIZE = 20_000
NEAR = 0.02


def question(
    type: Kind, options: str = "", *, seldom: bool = False, exclusive: str = ""
) -> Question:
    every = tuple(Option(each, each) for each in options)
    return Question(
        "q1",
        1,
        "",
        "",
        "",
        type,
        every,
        tuple(exclusive),
        seldom=seldom,
        when=Is("q", "a"),
    )


def share(pool: Pool, answer: Answer | None) -> float:
    """Return how often an answer is drawn, among the completions but the first."""
    column = pool.columns["q1"]
    return float(np.mean([column.values[each] == answer for each in column.index[1:]]))


@pytest.fixture
def drawing(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_framework: Callable[..., Framework],
) -> Callable[..., Pool]:
    """Return a function that draws answers to a question, given some real decisions."""

    def build(asked: Question, decisions: Sequence[RawAnswer] = ()) -> Pool:
        python = [
            replace(
                a_framework(name),
                python=(
                    PythonSupport("3.6", "3.8", date(2020, 1, 1), "s"),
                    PythonSupport("3.9", most, date(2024, 1, 1), "s"),
                ),
            )
            for name, most in (("ada", "3.12"), ("bee", "3.13"), ("cob", "3.13"))
        ]
        base = a_knowledge(
            questions=[asked],
            criteria=[
                *(a_criterion(f"c{n}") for n in range(4)),
                a_criterion("trivia", role=Role.CONTEXT),
            ],
            frameworks=[*python, a_framework("dot")],
            cases={
                str(place): replace(DECIDED, id=str(place), answers={"q1": answer})
                for place, answer in enumerate(decisions)
            },
        )
        return draw(base, TODAY, SIZE)

    return build


def test_the_first_completion_leaves_everything_open(
    drawing: Callable[..., Pool],
) -> None:
    pool = drawing(question(Kind.ONE, "ab"))
    assert pool.size == SIZE
    assert all(each.index[0] == LEFT_OPEN for each in pool.columns.values())
    assert all(each.values[LEFT_OPEN] is None for each in pool.columns.values())
    assert not pool.importance[:, 0].any()


def test_options_are_drawn_as_often_as_real_projects_chose_them_and_once_more(
    drawing: Callable[..., Pool],
) -> None:
    pool = drawing(question(Kind.ONE, "abc"), ["a", "a", "a", "b"])
    shares = [share(pool, each) for each in (None, "a", "b", "c")]
    expected = [0.1, *(0.9 * count / 7 for count in (4, 2, 1))]
    assert shares == pytest.approx(expected, abs=NEAR)


def test_cases_that_no_project_decided_do_not_count(
    drawing: Callable[..., Pool], a_knowledge: Callable[..., Knowledge]
) -> None:
    cases = {
        each: replace(DECIDED, id=each, answers={"q1": "a"}, decision=None)
        for each in "123456789"
    }
    base = a_knowledge(questions=[question(Kind.ONE, "ab")], cases=cases)
    assert share(draw(base, TODAY, SIZE), "a") == pytest.approx(0.45, abs=NEAR)
    assert share(drawing(question(Kind.ONE, "ab"), ["a"] * 9), "a") > 0.7


def test_what_most_have_nothing_to_say_to_is_mostly_left_open(
    drawing: Callable[..., Pool],
) -> None:
    pool = drawing(question(Kind.YES_NO, seldom=True), ["true", "true"])
    shares = [share(pool, each) for each in (None, True, False)]
    assert shares == pytest.approx([0.85, 0.15 * 0.75, 0.15 * 0.25], abs=NEAR)


def test_several_options_are_drawn_as_often_as_the_constants_say(
    drawing: Callable[..., Pool],
) -> None:
    pool = drawing(question(Kind.MANY, "abcdn", exclusive="n"))
    column = pool.columns["q1"]
    drawn = Counter(len(column.values[each] or ()) for each in column.index[1:])
    shares = [drawn[size] / (SIZE - 1) for size in (0, 1, 2, 3)]
    expected = [0.1, *(0.9 * each for each in (0.73, 0.17, 0.1))]
    assert shares == pytest.approx(expected, abs=NEAR)
    sets = [each for each in column.values if isinstance(each, tuple)]
    assert [each for each in sets if "n" in each] == [("n",)]


def test_what_excludes_every_other_option_is_drawn_alone(
    drawing: Callable[..., Pool],
) -> None:
    pool = drawing(question(Kind.MANY, "an", exclusive="n"), [("a",)])
    assert pool.columns["q1"].values == (None, ("a",), ("n",))
    shares = [share(pool, each) for each in (("a",), ("n",))]
    assert shares == pytest.approx([0.6, 0.3], abs=NEAR)


def test_texts_are_the_versions_that_make_a_difference_today(
    drawing: Callable[..., Pool],
) -> None:
    pool = drawing(question(Kind.TEXT))
    assert pool.columns["q1"].values == (None, "3.12", "3.13")


def test_priorities_weigh_what_the_engine_gives_them(
    drawing: Callable[..., Pool],
) -> None:
    asked = replace(question(Kind.CRITERIA), id="priorities")
    pool = drawing(asked)
    column = pool.columns["priorities"]
    assert pool.criteria == ("c0", "c1", "c2", "c3")
    orders = [each for each in column.values if isinstance(each, tuple)]
    assert any(tuple(sorted(each)) != each for each in orders)
    for place in range(0, SIZE, 500):
        stated = column.values[column.index[place]]
        named = stated if isinstance(stated, tuple) else ()
        weights = dict(zip(named, (6, 4.5, 3.5), strict=False))
        expected = [weights.get(each, 0) for each in pool.criteria]
        assert pool.importance[:, place].tolist() == expected


def test_the_same_draw_comes_every_time(drawing: Callable[..., Pool]) -> None:
    asked = question(Kind.MANY, "abcdef")
    first, second = drawing(asked).columns["q1"], drawing(asked).columns["q1"]
    assert first.values == second.values
    assert np.array_equal(first.index, second.index)


def test_every_real_answer_is_one_that_could_be_given(knowledge: Knowledge) -> None:
    pool = draw(knowledge, TODAY, 100)
    assert set(pool.columns) == set(knowledge.questions)
    for asked in knowledge.interview():
        column = pool.columns[asked.id]
        assert len(set(column.values)) == len(column.values)
        assert 0 <= column.index.min() <= column.index.max() < len(column.values)
        for answer in column.values[1:]:
            assert could_be_given(asked, answer, knowledge)


def could_be_given(
    asked: Question, answer: Answer | None, knowledge: Knowledge
) -> bool:
    if isinstance(answer, bool):
        return asked.type is Kind.YES_NO
    options = {each.id for each in asked.options or knowledge.scored()}
    if isinstance(answer, tuple):
        alone = not set(answer) & set(asked.exclusive) or len(answer) == 1
        fits = set(answer) <= options and len(set(answer)) == len(answer) > 0
        return asked.takes_many and fits and alone
    if asked.type is Kind.TEXT:
        return answer is not None and asked.fits(answer)
    return asked.type is Kind.ONE and answer in options
