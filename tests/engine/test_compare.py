from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.engine.compare import compare
from advisor.engine.recommend import recommend
from advisor.model.condition import Is
from advisor.model.criterion import Role
from advisor.model.evidence import Evidence, SourceKind, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known, Performance
from advisor.model.profile import Profile
from advisor.model.report import NotJudged

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

PAIR = ("alpha", "beta")
FOUR = ("keras", "jax", "pytorch", "theano")
DAY = date(2024, 1, 1)
TODAY = date(2026, 11, 21)


@pytest.fixture
def small(
    a_knowledge: Build,
    a_criterion: Build,
    a_source: Build,
    a_claim: Build,
    a_framework: Build,
    a_rule: Build,
) -> Knowledge:
    """Return a rule base with a document, a registry and one rule."""
    strong = Strength.STRONG
    knowledge: Knowledge = a_knowledge(
        frameworks=[a_framework("alpha"), a_framework("beta")],
        criteria=[
            a_criterion("docs"),
            a_criterion("speed"),
            a_criterion("tools"),
            a_criterion("trivia", role=Role.CONTEXT),
        ],
        sources=[a_source("s1"), a_source("s2", kind=SourceKind.REGISTRY)],
        claims={
            "speed": [a_claim("c-1", favours=PAIR[:1], strength=strong)],
            "tools": [
                a_claim(
                    "c-2", "s2", favours=PAIR[1:], against=PAIR[:1], strength=strong
                )
            ],
            "trivia": [a_claim("c-3", favours=PAIR[:1], strength=strong)],
        },
        rules=[
            a_rule("r-1", Is("goal", "production"), raise_={"tools": 3.0, "docs": 1.0})
        ],
    )
    return knowledge


def test_every_scored_criterion_has_a_row_and_no_other(small: Knowledge) -> None:
    found = compare(small, PAIR, None, DAY, Evidence.ALL)
    assert [row.criterion for row in found.rows] == ["docs", "speed", "tools"]
    assert {row.weight for row in found.rows} == {None}
    assert (found.frameworks, found.project, found.judged) == (PAIR, None, ())


def test_what_matters_to_the_profile_comes_first(small: Knowledge) -> None:
    profile = Profile(project="p", answers={"goal": "production"})
    found = compare(small, PAIR, profile, DAY, Evidence.ALL)
    weights = [(row.criterion, row.weight) for row in found.rows]
    assert weights == [("tools", 0.75), ("docs", 0.25), ("speed", 0.0)]
    assert found.project == "p"


def test_a_profile_that_answers_nothing_gives_weights_of_zero(small: Knowledge) -> None:
    found = compare(small, PAIR, Profile(), DAY, Evidence.ALL)
    assert {row.weight for row in found.rows} == {0.0}
    assert found.project == ""


def test_silence_is_a_gap_and_never_a_zero(small: Knowledge) -> None:
    rows = {
        row.criterion: row for row in compare(small, PAIR, None, DAY, Evidence.ALL).rows
    }
    assert all(isinstance(each, Gap) for each in rows["docs"].performances)
    first, second = rows["tools"].performances
    assert isinstance(first, Known)
    assert isinstance(second, Known)
    assert first.value < second.value


def test_evidence_and_date_decide_what_is_known(small: Knowledge) -> None:
    documents = compare(small, PAIR, None, DAY, Evidence.DOCUMENTS)
    assert isinstance(documents.rows[1].performances[0], Known), "said by a document"
    assert isinstance(documents.rows[2].performances[0], Gap), "said by a registry"
    early = compare(small, PAIR, None, date(2019, 1, 1), Evidence.ALL)
    assert all(isinstance(row.performances[0], Gap) for row in early.rows)


@pytest.fixture(scope="module")
def all_together(knowledge: Knowledge) -> Mapping[tuple[str, str], Performance]:
    """Return every cell of four frameworks in alphabetical order."""
    every = compare(knowledge, sorted(FOUR), None, TODAY, Evidence.ALL)
    return {
        (row.criterion, name): cell
        for row in every.rows
        for name, cell in zip(every.frameworks, row.performances, strict=True)
    }


@given(st.permutations(FOUR), st.integers(2, 4))
@settings(max_examples=8)
def test_neither_order_nor_company_changes_a_cell(
    knowledge: Knowledge,
    all_together: Mapping[tuple[str, str], Performance],
    names: list[str],
    count: int,
) -> None:
    some = compare(knowledge, names[:count], None, TODAY, Evidence.ALL)
    for row in some.rows:
        cells = zip(some.frameworks, row.performances, strict=True)
        assert all(cell == all_together[row.criterion, name] for name, cell in cells)


def test_ahead_are_the_best_and_who_ties_with_them(
    knowledge: Knowledge,
) -> None:
    margin = knowledge.constants.tie_margin.value
    four = ("pytorch", "tensorflow", "jax", "theano")
    sizes = set()
    for row in compare(knowledge, four, None, TODAY, Evidence.ALL).rows:
        cells = zip(four, row.performances, strict=True)
        values = {n: each.value for n, each in cells if isinstance(each, Known)}
        best = max(values.values(), default=0.0)
        near = {name for name, value in values.items() if best - value <= margin}
        assert set(row.ahead) == (near if near != set(values) else set())
        sizes.add(len(row.ahead))
    assert {1, 2} <= sizes, "some are alone, some tie"


def test_nobody_is_ahead_of_what_is_not_known(small: Knowledge) -> None:
    rows = compare(small, PAIR, None, DAY, Evidence.DOCUMENTS).rows
    assert [row.ahead for row in rows] == [(), (), ()]
    assert compare(small, PAIR, None, DAY, Evidence.ALL).rows[2].ahead == ("beta",)


def test_a_profile_tells_what_became_of_each(knowledge: Knowledge) -> None:
    profile = Profile(answers={"goal": "production", "domain": ("vision",)})
    report = recommend(knowledge, profile, TODAY, Evidence.ALL)
    frameworks = ("theano", "pytorch")
    found = compare(knowledge, frameworks, profile, TODAY, Evidence.ALL)
    removed, ranked = found.judged
    assert isinstance(removed.fate, tuple)
    assert {each.framework for each in removed.fate} == {"theano"}
    assert ranked.fate in report.ranking
    assert found.ranked == len(report.ranking)
    own = next(each for each in report.ranking if each.framework == "pytorch")
    assert ranked.score == own.score


def test_the_addends_of_the_rows_are_the_score(knowledge: Knowledge) -> None:
    profile = Profile(answers={"goal": "research", "domain": ("nlp",)})
    pair = ("jax", "pytorch")
    found = compare(knowledge, pair, profile, TODAY, Evidence.ALL)
    weighted = {row.criterion for row in found.rows if row.weight}
    for each in found.judged:
        assert set(each.score.amounts) == weighted
        assert sum(each.score.amounts.values()) == pytest.approx(each.score.value)


def test_who_is_not_judged_has_that_for_a_fate(small: Knowledge) -> None:
    profile = Profile(answers={"goal": "research"})
    found = compare(small, PAIR, profile, DAY, Evidence.ALL)
    assert [type(each.fate) for each in found.judged] == [NotJudged, NotJudged]
    assert found.ranked == 0
