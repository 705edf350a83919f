from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from advisor.engine.compare import compare
from advisor.model.condition import Is
from advisor.model.criterion import Role
from advisor.model.evidence import Evidence, SourceKind, Strength
from advisor.model.knowledge import Knowledge
from advisor.model.performance import Gap, Known
from advisor.model.profile import Profile

Build = Callable[..., Any]  # Any: each builder makes records of its own kind

PAIR = ("alpha", "beta")
DAY = date(2024, 1, 1)


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
    assert (found.first, found.second, found.project) == (*PAIR, None)


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
    assert isinstance(rows["docs"].first, Gap)
    assert isinstance(rows["docs"].second, Gap)
    assert isinstance(rows["tools"].first, Known)
    assert isinstance(rows["tools"].second, Known)
    assert rows["tools"].first.value < rows["tools"].second.value


def test_evidence_and_date_decide_what_is_known(small: Knowledge) -> None:
    documents = compare(small, PAIR, None, DAY, Evidence.DOCUMENTS)
    assert isinstance(documents.rows[1].first, Known), "said by a document"
    assert isinstance(documents.rows[2].first, Gap), "said by a registry"
    early = compare(small, PAIR, None, date(2019, 1, 1), Evidence.ALL)
    assert all(isinstance(row.first, Gap) for row in early.rows)


def test_turning_the_pair_round_turns_the_cells_round(small: Knowledge) -> None:
    one = compare(small, PAIR, None, DAY, Evidence.ALL)
    other = compare(small, PAIR[::-1], None, DAY, Evidence.ALL)
    turned = [(row.criterion, row.second, row.first) for row in other.rows]
    assert [(row.criterion, row.first, row.second) for row in one.rows] == turned
