"""A cell in a box lies between its bounds in every completion of the box."""

from collections.abc import Callable
from itertools import product

import numpy as np
import pytest

from advisor.engine.completions.box import Box
from advisor.engine.completions.cells import Cells
from advisor.engine.completions.columns import Column
from advisor.engine.soundness import PATH_CRITERION, PLATFORM_CRITERION
from advisor.model.condition import Condition, In, Includes, Is
from advisor.model.criterion import Criterion
from advisor.model.evidence import Claim, Evidence, Source
from advisor.model.knowledge import Knowledge
from advisor.model.question import Answer, Kind, Option, Question
from advisor.model.rule import Rule
from tests.engine.completions.situations import TODAY, Situation

ROUNDING = 1e-9
CELL = ("ada", "c1")
Q1 = Question("q1", 1, "", "", "", Kind.ONE, tuple(Option(e, e) for e in "abc"))


@pytest.mark.parametrize("seed", range(60))
def test_the_bounds_hold_in_every_completion(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed, most=120)
    cells, box = given.ground.cells, given.box
    neutral = cells.neutral[0]
    bounds = {
        (name, criterion): cells.bounds((name, criterion), box)
        for name, criterion in product(given.base.frameworks, given.base.criteria)
        if criterion != PATH_CRITERION
    }
    for profile in given.completions():
        found = given.appraise(profile)
        weighed = {each.criterion for each in found.weighting}
        for name, own in found.scores.items():
            known = {e.criterion: e.performance.value for e in own.contributions}
            for criterion in weighed - {PATH_CRITERION}:
                low, high, surely_known = bounds[name, criterion]
                value = known.get(criterion, neutral)
                assert low - ROUNDING <= value <= high + ROUNDING
                assert criterion in known or not surely_known


@pytest.mark.parametrize("seed", range(30))
def test_a_row_holds_the_cell_of_every_joint_answer(
    situation: Callable[..., Situation], seed: int
) -> None:
    given = situation(seed)
    cells = given.ground.cells
    values: dict[str, tuple[Answer | None, ...]] = {
        "q1": (None, "a", "b"),
        "training-os": (None, ("linux",), ("linux", "macos")),
    }
    columns = [Column(e, own, np.zeros(1, np.int16)) for e, own in values.items()]
    for cell in product(given.base.frameworks, ("c1", PLATFORM_CRITERION)):
        row, known = cells.row(cell, {"q2": True}, columns)
        for place, picked in enumerate(product(*values.values())):
            drawn = zip(values, picked, strict=True)
            facts = {fact: each for fact, each in drawn if each is not None}
            value, there = cells.fixed(cell, {"q2": True, **facts})
            assert row[place] == pytest.approx(value, abs=1e-6)
            assert known[place] == there


@pytest.fixture
def conditional(
    a_knowledge: Callable[..., Knowledge],
    a_criterion: Callable[..., Criterion],
    a_source: Callable[..., Source],
    a_claim: Callable[..., Claim],
) -> Callable[..., Cells]:
    """Return a builder of cells: what is said of one framework, and on what condition."""

    def build(
        *said: tuple[float, Condition | None], rules: tuple[Rule, ...] = ()
    ) -> Cells:
        claims = [
            a_claim(f"k{place}", f"s{place}", performance={"ada": value}, when=when)
            for place, (value, when) in enumerate(said)
        ]
        base = a_knowledge(
            criteria=[a_criterion("c1")],
            sources=[a_source(each.source, published=TODAY) for each in claims],
            claims={"c1": claims},
            rules=rules,
        )
        return Cells(base, rules, TODAY, Evidence.ALL)

    return build


def test_a_cell_of_which_nothing_is_said_is_neutral_and_not_known(
    conditional: Callable[..., Cells],
) -> None:
    assert conditional().bounds(CELL, Box({}, {})) == (0.5, 0.5, False)


def test_what_may_be_heard_widens_the_bounds(conditional: Callable[..., Cells]) -> None:
    cells = conditional((1.0, Is("q1", "a")))
    low, high, known = cells.bounds(CELL, Box({}, {"q1": Q1}))
    assert (low, known) == (0.5, False)
    assert high == pytest.approx(0.9)
    assert cells.bounds(CELL, Box({"q1": "a"}, {})) == (high, high, True)
    assert cells.fixed(CELL, {"q1": "a"}) == (high, 1.0)
    assert cells.fixed(CELL, {"q1": "b"}) == (0.5, 0.0)


def test_a_cell_reads_the_facts_behind_its_flags(
    conditional: Callable[..., Cells], a_rule: Callable[..., Rule]
) -> None:
    rule = a_rule("r1", Is("q1", "a"), derive=("f1",))
    cells = conditional((1.0, Is("f1", "true")), rules=(rule,))
    assert cells.reads(CELL) >= {"q1"}
    assert cells.fixed(CELL, {"q1": "a"})[0] > cells.fixed(CELL, {"q1": "b"})[0]


def test_too_many_open_conditions_leave_the_range_of_what_is_said(
    conditional: Callable[..., Cells],
) -> None:
    open_ = {f"q{n}": Question(f"q{n}", n, "", "", "", Kind.YES_NO) for n in range(12)}
    said = [(0.6 + n / 50, Is(each, "true")) for n, each in enumerate(open_)]
    low, high, known = conditional(*said).bounds(CELL, Box({}, open_))
    assert (low, known) == (0.5, False)
    assert high == pytest.approx(0.82)


def test_the_same_condition_written_twice_counts_once(
    conditional: Callable[..., Cells],
) -> None:
    said = [(0.8, In("q1", ("a", "b"))) for _ in range(12)]
    low, high, _ = conditional(*said).bounds(CELL, Box({}, {"q1": Q1}))
    assert low == 0.5
    assert high > 0.79


def test_a_cell_reads_the_machines_where_they_are_worked_out(
    conditional: Callable[..., Cells],
) -> None:
    cells = conditional((1.0, Includes("q3", ("a",))))
    assert cells.reads(CELL) == {"q3"}
    assert cells.reads(("ada", PLATFORM_CRITERION)) == {
        "training-os",
        "training-accelerators",
    }
